//! The table compared with an independent transcription of the IANA registry as of 2025-09-15 and of
//! the documents to which it refers.

use httperr_registry::{
    by_name, get, grpc_code, Code, Content, Grpc, Spec, Standing, Version, CODES,
};

/// The 64 rows of the registry: number, phrase, document, section. The two that IANA lists as
/// `(Unused)` have the name by which they are known.
const REGISTERED: [(u16, &str, &str, &str); 64] = [
    (100, "Continue", "RFC 9110", "15.2.1"),
    (101, "Switching Protocols", "RFC 9110", "15.2.2"),
    (102, "Processing", "RFC 2518", "10.1"),
    (103, "Early Hints", "RFC 8297", "2"),
    (104, "Upload Resumption Supported", "draft-ietf-httpbis-resumable-upload", ""),
    (200, "OK", "RFC 9110", "15.3.1"),
    (201, "Created", "RFC 9110", "15.3.2"),
    (202, "Accepted", "RFC 9110", "15.3.3"),
    (203, "Non-Authoritative Information", "RFC 9110", "15.3.4"),
    (204, "No Content", "RFC 9110", "15.3.5"),
    (205, "Reset Content", "RFC 9110", "15.3.6"),
    (206, "Partial Content", "RFC 9110", "15.3.7"),
    (207, "Multi-Status", "RFC 4918", "11.1"),
    (208, "Already Reported", "RFC 5842", "7.1"),
    (226, "IM Used", "RFC 3229", "10.4.1"),
    (300, "Multiple Choices", "RFC 9110", "15.4.1"),
    (301, "Moved Permanently", "RFC 9110", "15.4.2"),
    (302, "Found", "RFC 9110", "15.4.3"),
    (303, "See Other", "RFC 9110", "15.4.4"),
    (304, "Not Modified", "RFC 9110", "15.4.5"),
    (305, "Use Proxy", "RFC 9110", "15.4.6"),
    (306, "Switch Proxy", "RFC 9110", "15.4.7"),
    (307, "Temporary Redirect", "RFC 9110", "15.4.8"),
    (308, "Permanent Redirect", "RFC 9110", "15.4.9"),
    (400, "Bad Request", "RFC 9110", "15.5.1"),
    (401, "Unauthorized", "RFC 9110", "15.5.2"),
    (402, "Payment Required", "RFC 9110", "15.5.3"),
    (403, "Forbidden", "RFC 9110", "15.5.4"),
    (404, "Not Found", "RFC 9110", "15.5.5"),
    (405, "Method Not Allowed", "RFC 9110", "15.5.6"),
    (406, "Not Acceptable", "RFC 9110", "15.5.7"),
    (407, "Proxy Authentication Required", "RFC 9110", "15.5.8"),
    (408, "Request Timeout", "RFC 9110", "15.5.9"),
    (409, "Conflict", "RFC 9110", "15.5.10"),
    (410, "Gone", "RFC 9110", "15.5.11"),
    (411, "Length Required", "RFC 9110", "15.5.12"),
    (412, "Precondition Failed", "RFC 9110", "15.5.13"),
    (413, "Content Too Large", "RFC 9110", "15.5.14"),
    (414, "URI Too Long", "RFC 9110", "15.5.15"),
    (415, "Unsupported Media Type", "RFC 9110", "15.5.16"),
    (416, "Range Not Satisfiable", "RFC 9110", "15.5.17"),
    (417, "Expectation Failed", "RFC 9110", "15.5.18"),
    (418, "I'm a teapot", "RFC 9110", "15.5.19"),
    (421, "Misdirected Request", "RFC 9110", "15.5.20"),
    (422, "Unprocessable Content", "RFC 9110", "15.5.21"),
    (423, "Locked", "RFC 4918", "11.3"),
    (424, "Failed Dependency", "RFC 4918", "11.4"),
    (425, "Too Early", "RFC 8470", "5.2"),
    (426, "Upgrade Required", "RFC 9110", "15.5.22"),
    (428, "Precondition Required", "RFC 6585", "3"),
    (429, "Too Many Requests", "RFC 6585", "4"),
    (431, "Request Header Fields Too Large", "RFC 6585", "5"),
    (451, "Unavailable For Legal Reasons", "RFC 7725", "3"),
    (500, "Internal Server Error", "RFC 9110", "15.6.1"),
    (501, "Not Implemented", "RFC 9110", "15.6.2"),
    (502, "Bad Gateway", "RFC 9110", "15.6.3"),
    (503, "Service Unavailable", "RFC 9110", "15.6.4"),
    (504, "Gateway Timeout", "RFC 9110", "15.6.5"),
    (505, "HTTP Version Not Supported", "RFC 9110", "15.6.6"),
    (506, "Variant Also Negotiates", "RFC 2295", "8.1"),
    (507, "Insufficient Storage", "RFC 4918", "11.5"),
    (508, "Loop Detected", "RFC 5842", "7.2"),
    (510, "Not Extended", "RFC 2774", "7"),
    (511, "Network Authentication Required", "RFC 6585", "6"),
];

/// The 32 unofficial codes in use, with the phrases of their vendors. For 460, 463, 464 and 530,
/// the vendors define no phrase.
const UNOFFICIAL: [(u16, &str); 32] = [
    (218, "This is fine"),
    (419, "Page Expired"),
    (420, "Enhance Your Calm"),
    (430, "Shopify Security Rejection"),
    (440, "Login Time-out"),
    (444, "No Response"),
    (449, "Retry With"),
    (450, "Blocked by Windows Parental Controls"),
    (460, "Client Closed Connection"),
    (463, "Too Many Forwarded Addresses"),
    (464, "Incompatible Protocol Versions"),
    (494, "Request header too large"),
    (495, "SSL Certificate Error"),
    (496, "SSL Certificate Required"),
    (497, "HTTP Request Sent to HTTPS Port"),
    (498, "Invalid Token"),
    (499, "Client Closed Request"),
    (509, "Bandwidth Limit Exceeded"),
    (520, "Web Server Returned an Unknown Error"),
    (521, "Web Server Is Down"),
    (522, "Connection Timed Out"),
    (523, "Origin Is Unreachable"),
    (524, "A Timeout Occurred"),
    (525, "SSL Handshake Failed"),
    (526, "Invalid SSL Certificate"),
    (527, "Railgun Error"),
    (529, "Site is overloaded"),
    (530, "Origin DNS Error"),
    (540, "Temporarily Disabled"),
    (561, "Unauthorized"),
    (598, "Network read timeout error"),
    (599, "Network connect timeout error"),
];

/// The three values above 599 that are mistaken for codes.
const OUT_OF_RANGE: [(u16, &str); 3] =
    [(600, "Unparseable Response Headers"), (783, "Unexpected Token"), (999, "Request denied")];

fn codes(holds: impl Fn(&Code) -> bool) -> Vec<u16> {
    CODES.iter().filter(|row| holds(row)).map(|row| row.code).collect()
}

#[test]
fn every_registered_code_has_its_phrase_and_its_section() {
    for (code, phrase, document, section) in REGISTERED {
        let row = get(code).unwrap_or_else(|| panic!("{code} has no row"));
        assert_eq!(row.phrase, phrase, "{code}");
        assert_eq!(row.spec, Spec { document, section }, "{code}");
    }
}

#[test]
fn every_other_code_has_the_phrase_of_its_vendor_and_no_section() {
    for (code, phrase) in UNOFFICIAL.into_iter().chain(OUT_OF_RANGE) {
        let row = get(code).unwrap_or_else(|| panic!("{code} has no row"));
        assert_eq!(row.phrase, phrase, "{code}");
        assert!(row.spec.section.is_empty() && !row.spec.document.starts_with("RFC"), "{code}");
    }
}

#[test]
fn every_code_is_registered_or_unofficial_or_out_of_range() {
    let registered =
        codes(|row| !matches!(row.standing, Standing::Unofficial | Standing::OutOfRange));
    assert_eq!(registered, REGISTERED.map(|row| row.0));
    assert_eq!(codes(|row| row.standing == Standing::Unofficial), UNOFFICIAL.map(|row| row.0));
    assert_eq!(codes(|row| row.standing == Standing::OutOfRange), OUT_OF_RANGE.map(|row| row.0));
    assert_eq!(CODES.len(), 99);
}

#[test]
fn exactly_six_codes_have_a_special_standing() {
    assert_eq!(codes(|row| row.standing == Standing::Provisional), [104]);
    assert_eq!(codes(|row| row.standing == Standing::Deprecated), [305]);
    assert_eq!(codes(|row| row.standing == Standing::Unused), [306, 418]);
    assert_eq!(codes(|row| row.standing == Standing::Obsoleted), [102, 510]);
}

#[test]
fn the_heuristically_cacheable_codes_are_those_of_rfc_9110_and_451() {
    assert_eq!(
        codes(|row| row.heuristically_cacheable),
        [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501]
    );
}

#[test]
fn the_four_codes_of_rfc_6585_are_never_stored() {
    assert_eq!(codes(|row| row.must_not_store), [428, 429, 431, 511]);
}

#[test]
fn content_is_forbidden_in_1xx_204_and_304_and_empty_in_205() {
    assert_eq!(codes(|row| row.content == Content::Forbidden), [100, 101, 102, 103, 104, 204, 304]);
    assert_eq!(codes(|row| row.content == Content::ZeroLength), [205]);
}

#[test]
fn the_oldest_version_is_that_of_the_defining_rfc() {
    assert_eq!(
        codes(|row| row.since == Version::Http10),
        [200, 201, 202, 204, 301, 302, 304, 400, 401, 403, 404, 500, 501, 502, 503]
    );
    assert_eq!(codes(|row| row.since == Version::Http11Only), [101, 426]);
    let mut unspecified = vec![306, 418];
    unspecified.extend(UNOFFICIAL.map(|row| row.0));
    unspecified.extend(OUT_OF_RANGE.map(|row| row.0));
    unspecified.sort_unstable();
    assert_eq!(codes(|row| row.since == Version::Unspecified), unspecified);
}

/// The HTTP status of each code in google/rpc/code.proto.
const GOOGLE_RPC_CODE: [(&str, u16); 17] = [
    ("OK", 200),
    ("CANCELLED", 499),
    ("UNKNOWN", 500),
    ("INVALID_ARGUMENT", 400),
    ("DEADLINE_EXCEEDED", 504),
    ("NOT_FOUND", 404),
    ("ALREADY_EXISTS", 409),
    ("PERMISSION_DENIED", 403),
    ("RESOURCE_EXHAUSTED", 429),
    ("FAILED_PRECONDITION", 400),
    ("ABORTED", 409),
    ("OUT_OF_RANGE", 400),
    ("UNIMPLEMENTED", 501),
    ("INTERNAL", 500),
    ("UNAVAILABLE", 503),
    ("DATA_LOSS", 500),
    ("UNAUTHENTICATED", 401),
];

/// The codes of rows that google.rpc.Code does not map to: see the table at `Grpc`.
const GRPC_BEYOND_GOOGLE: [(u16, Grpc); 6] = [
    (408, Grpc::DeadlineExceeded),
    (410, Grpc::NotFound),
    (412, Grpc::FailedPrecondition),
    (416, Grpc::OutOfRange),
    (422, Grpc::InvalidArgument),
    (502, Grpc::Unavailable),
];

#[test]
fn each_grpc_code_has_the_number_the_name_and_the_status_of_google_rpc_code() {
    for (number, code) in Grpc::ALL.into_iter().enumerate() {
        assert_eq!(code as usize, number);
        assert_eq!((code.name(), code.status()), GOOGLE_RPC_CODE[number]);
        let letters = code.name().replace('_', "").to_lowercase();
        assert_eq!(format!("{code:?}").to_lowercase(), letters);
    }
}

#[test]
fn a_row_has_the_grpc_codes_that_google_rpc_code_maps_to_it() {
    for row in CODES {
        let mut expected: Vec<Grpc> =
            Grpc::ALL.into_iter().filter(|code| code.status() == row.code).collect();
        let beyond = GRPC_BEYOND_GOOGLE.iter().find(|(code, _)| *code == row.code);
        expected.extend(beyond.map(|(_, code)| *code));
        let mut found = row.grpc.to_vec();
        found.sort_unstable_by_key(|code| *code as u8);
        assert_eq!(found, expected, "{}", row.code);
    }
    for (code, usual) in
        [(400, Grpc::InvalidArgument), (409, Grpc::AlreadyExists), (500, Grpc::Internal)]
    {
        assert_eq!(grpc_code(code), usual);
    }
}

#[test]
fn a_status_without_grpc_codes_has_that_of_its_class() {
    for code in 0..=u16::MAX {
        let row = CODES.iter().find(|row| row.code == code);
        let usual = row.and_then(|row| row.grpc.first());
        let of_class = match code {
            200..=299 => Grpc::Ok,
            100..=199 | 300..=399 => Grpc::Unknown,
            400..=499 => Grpc::FailedPrecondition,
            _ => Grpc::Internal,
        };
        assert_eq!(grpc_code(code), *usual.unwrap_or(&of_class), "{code}");
    }
}

/// `OK` ends a call without an error.
#[test]
fn no_error_is_ok_in_grpc() {
    for code in 0..=u16::MAX {
        let is_success = (200..300).contains(&code);
        assert_eq!(grpc_code(code) == Grpc::Ok, is_success, "{code}");
    }
}

#[test]
fn the_usual_grpc_code_of_a_status_leads_back_to_it_or_to_a_related_one() {
    for row in CODES {
        let back = grpc_code(row.code).status();
        let expected = match row.code {
            408 => 504,
            410 => 404,
            502 => 503,
            code if row.grpc.is_empty() || back == 400 => match code {
                200..=299 => 200,
                400..=499 => 400,
                _ => 500,
            },
            code => code,
        };
        assert_eq!(back, expected, "{}", row.code);
    }
}

#[test]
fn former_names_resolve_to_the_current_code() {
    for (name, code) in [
        ("MOVED_TEMPORARILY", 302),
        ("NOT_ALLOWED", 405),
        ("REQUEST_TIME_OUT", 408),
        ("PAYLOAD_TOO_LARGE", 413),
        ("REQUEST_ENTITY_TOO_LARGE", 413),
        ("REQUEST_URI_TOO_LONG", 414),
        ("REQUEST_URI_TOO_LARGE", 414),
        ("REQUESTED_RANGE_NOT_SATISFIABLE", 416),
        ("UNPROCESSABLE_ENTITY", 422),
        ("METHOD_FAILURE", 424),
        ("UNORDERED_COLLECTION", 425),
        ("SERVICE_TEMPORARILY_UNAVAILABLE", 503),
        ("GATEWAY_TIME_OUT", 504),
    ] {
        let row = by_name(name).unwrap_or_else(|| panic!("nothing is called {name}"));
        assert_eq!(row.code, code, "{name}");
        assert!(row.aliases.contains(&name), "{name} is not the name of today");
    }
}
