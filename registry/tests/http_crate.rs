//! The table compared with the constants of the `http` crate, 1.5.0.

use http::{header, HeaderName, StatusCode};
use httperr_registry::{by_name, field, get, Class, Standing, CODES, FIELDS};

macro_rules! constants {
    ($from:ident: $($name:ident,)*) => {
        [$((stringify!($name), $from::$name),)*]
    };
}

/// Every constant of `StatusCode`.
#[rustfmt::skip]
const STATUS: [(&str, StatusCode); 62] = constants! {
    StatusCode:
    CONTINUE, SWITCHING_PROTOCOLS, PROCESSING, EARLY_HINTS, OK, CREATED, ACCEPTED,
    NON_AUTHORITATIVE_INFORMATION, NO_CONTENT, RESET_CONTENT, PARTIAL_CONTENT, MULTI_STATUS,
    ALREADY_REPORTED, IM_USED, MULTIPLE_CHOICES, MOVED_PERMANENTLY, FOUND, SEE_OTHER, NOT_MODIFIED,
    USE_PROXY, TEMPORARY_REDIRECT, PERMANENT_REDIRECT, BAD_REQUEST, UNAUTHORIZED, PAYMENT_REQUIRED,
    FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, PROXY_AUTHENTICATION_REQUIRED,
    REQUEST_TIMEOUT, CONFLICT, GONE, LENGTH_REQUIRED, PRECONDITION_FAILED, PAYLOAD_TOO_LARGE,
    URI_TOO_LONG, UNSUPPORTED_MEDIA_TYPE, RANGE_NOT_SATISFIABLE, EXPECTATION_FAILED, IM_A_TEAPOT,
    MISDIRECTED_REQUEST, UNPROCESSABLE_ENTITY, LOCKED, FAILED_DEPENDENCY, TOO_EARLY,
    UPGRADE_REQUIRED, PRECONDITION_REQUIRED, TOO_MANY_REQUESTS, REQUEST_HEADER_FIELDS_TOO_LARGE,
    UNAVAILABLE_FOR_LEGAL_REASONS, INTERNAL_SERVER_ERROR, NOT_IMPLEMENTED, BAD_GATEWAY,
    SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT, HTTP_VERSION_NOT_SUPPORTED, VARIANT_ALSO_NEGOTIATES,
    INSUFFICIENT_STORAGE, LOOP_DETECTED, NOT_EXTENDED, NETWORK_AUTHENTICATION_REQUIRED,
};

/// Every constant of `http::header` that is a field name.
#[rustfmt::skip]
#[allow(clippy::declare_interior_mutable_const)] // `HeaderName` may hold `Bytes`; these do not
const HEADERS: [(&str, HeaderName); 81] = constants! {
    header:
    ACCEPT, ACCEPT_CHARSET, ACCEPT_ENCODING, ACCEPT_LANGUAGE, ACCEPT_RANGES,
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE,
    ACCESS_CONTROL_REQUEST_HEADERS, ACCESS_CONTROL_REQUEST_METHOD, AGE, ALLOW, ALT_SVC,
    AUTHORIZATION, CACHE_CONTROL, CACHE_STATUS, CDN_CACHE_CONTROL, CONNECTION, CONTENT_DISPOSITION,
    CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_LOCATION, CONTENT_RANGE,
    CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY_REPORT_ONLY, CONTENT_TYPE, COOKIE, DNT, DATE,
    ETAG, EXPECT, EXPIRES, FORWARDED, FROM, HOST, IF_MATCH, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    IF_RANGE, IF_UNMODIFIED_SINCE, LAST_MODIFIED, LINK, LOCATION, MAX_FORWARDS, ORIGIN, PRAGMA,
    PROXY_AUTHENTICATE, PROXY_AUTHORIZATION, PUBLIC_KEY_PINS, PUBLIC_KEY_PINS_REPORT_ONLY, RANGE,
    REFERER, REFERRER_POLICY, REFRESH, RETRY_AFTER, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_EXTENSIONS,
    SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_PROTOCOL, SEC_WEBSOCKET_VERSION, SERVER, SET_COOKIE,
    STRICT_TRANSPORT_SECURITY, TE, TRAILER, TRANSFER_ENCODING, USER_AGENT, UPGRADE,
    UPGRADE_INSECURE_REQUESTS, VARY, VIA, WARNING, WWW_AUTHENTICATE, X_CONTENT_TYPE_OPTIONS,
    X_DNS_PREFETCH_CONTROL, X_FRAME_OPTIONS, X_XSS_PROTECTION,
};

#[test]
fn every_status_constant_names_its_code() {
    for (name, status) in STATUS {
        let row = by_name(name).unwrap_or_else(|| panic!("nothing is called {name}"));
        assert_eq!(row.code, status.as_u16(), "{name}");
    }
}

#[test]
fn all_registered_codes_but_104_and_306_have_a_status_constant() {
    let constants: Vec<u16> = STATUS.iter().map(|(_, status)| status.as_u16()).collect();
    let missing: Vec<u16> = CODES
        .iter()
        .filter(|row| !matches!(row.standing, Standing::Unofficial | Standing::OutOfRange))
        .map(|row| row.code)
        .filter(|code| !constants.contains(code))
        .collect();
    assert_eq!(missing, [104, 306]);
}

#[test]
fn the_phrase_is_the_canonical_reason_except_where_the_crate_is_outdated() {
    let mut different = Vec::new();
    for (_, status) in STATUS {
        let phrase = get(status.as_u16()).unwrap().phrase;
        let reason = status.canonical_reason().unwrap();
        if phrase != reason {
            different.push((status.as_u16(), phrase, reason));
        }
    }
    assert_eq!(
        different,
        [
            (203, "Non-Authoritative Information", "Non Authoritative Information"),
            (413, "Content Too Large", "Payload Too Large"),
            (422, "Unprocessable Content", "Unprocessable Entity"),
        ]
    );
}

#[test]
fn the_class_equals_that_of_the_crate() {
    for code in 100..=599 {
        let status = StatusCode::from_u16(code).unwrap();
        let class = Class::of(code);
        assert_eq!(status.is_informational(), class == Class::Informational, "{code}");
        assert_eq!(status.is_success(), class == Class::Successful, "{code}");
        assert_eq!(status.is_redirection(), class == Class::Redirection, "{code}");
        assert_eq!(status.is_client_error(), class == Class::ClientError, "{code}");
        assert_eq!(status.is_server_error(), class == Class::ServerError, "{code}");
    }
}

#[test]
fn the_fields_are_the_header_constants_in_order() {
    let fields: Vec<&str> = FIELDS.iter().map(|row| row.constant).collect();
    let constants: Vec<&str> = HEADERS.iter().map(|(name, _)| *name).collect();
    assert_eq!(fields, constants);
}

#[test]
fn each_field_has_the_name_of_its_constant() {
    for (row, (_, name)) in FIELDS.iter().zip(HEADERS) {
        assert_eq!(HeaderName::from_static(row.name), name, "{}", row.constant);
        assert_eq!(row.name.replace('-', "_").to_ascii_uppercase(), row.constant);
    }
}

#[test]
fn each_field_is_found_by_its_name_in_lower_case_only() {
    for row in FIELDS {
        assert_eq!(field(row.name), Some(row));
        assert_eq!(field(row.constant), (row.constant == row.name).then_some(row));
    }
    assert_eq!(field("x-request-id"), None);
    assert_eq!(field(""), None);
}
