//! gRPC statuses of derived errors, and the errors that a client reads from them, over a socket.

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, SystemTime};

use httperr::registry::{grpc_code, Grpc};
use httperr::tonic::{status_of, status_of_with};
use httperr::{
    status, AnyError, BodyFormat, Context, ErrorView, FieldErrors, FromProblem, HttpError, Problem,
};
use httperr_examples::grpc::{self, StockClient, StockError};
use serde::{Deserialize, Serialize};
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, ErrorInfo, StatusExt};

/// Internal text, which no status may have.
const CANARY: &str = "10.0.0.7";

fn details(error: &dyn HttpError) -> ErrorDetails {
    status_of(error).get_error_details()
}

fn info(error: &dyn HttpError) -> ErrorInfo {
    details(error).error_info().unwrap().clone()
}

/// The header fields with which a status is sent.
fn sent(status: &Status) -> httperr::http::HeaderMap {
    let mut fields = httperr::http::HeaderMap::new();
    status.add_header(&mut fields).unwrap();
    fields
}

fn length(fields: &httperr::http::HeaderMap) -> usize {
    fields.iter().map(|(name, value)| name.as_str().len() + value.len()).sum()
}

/// Runs the example, and returns its address and a client.
async fn start() -> (String, StockClient) {
    let (sender, listening) = tokio::sync::oneshot::channel();
    tokio::spawn(grpc::serve(0, move |address| sender.send(address).unwrap()));
    let address = format!("http://{}", listening.await.unwrap());
    let channel = tonic::transport::Endpoint::from_shared(address.clone()).unwrap();
    (address, StockClient::new(channel.connect().await.unwrap()))
}

async fn post(
    address: &str,
    product: i64,
    quantity: i64,
) -> (httperr::http::response::Parts, Vec<u8>) {
    let url = format!("{address}/products/{product}/reservations/{quantity}");
    let response = reqwest::Client::new().post(url).send().await.unwrap();
    let response: httperr::http::Response<reqwest::Body> = response.into();
    let (parts, body) = response.into_parts();
    let body = http_body_util::BodyExt::collect(body).await.unwrap();
    (parts, body.to_bytes().to_vec())
}

#[tokio::test]
async fn one_declaration_is_a_status_and_an_http_response_over_a_socket() {
    let (address, client) = start().await;
    assert_eq!(client.reserve(1, 3).await.unwrap(), 7);
    let invalid = {
        let mut errors = FieldErrors::new();
        errors.push(["quantity"], "must be a positive integer");
        StockError::Invalid { errors }
    };
    let database = StockError::Database { cause: String::new() };
    for (product, quantity, error, code, http) in [
        (9, 1, StockError::NoProduct { product: 9 }, Code::NotFound, 404),
        (2, 3, StockError::OutOfStock { product: 2, left: 2 }, Code::FailedPrecondition, 409),
        (2, 409, StockError::Changed, Code::Aborted, 409),
        (2, 0, invalid, Code::InvalidArgument, 422),
        (
            2,
            429,
            StockError::TooManyReservations { wait: Duration::from_secs(9) },
            Code::ResourceExhausted,
            429,
        ),
        (2, 500, database, Code::Internal, 500),
    ] {
        let status = client.reserve(product, quantity).await.unwrap_err();
        assert_eq!(status.code(), code, "{error:?}");
        let text = match code {
            Code::Internal => "Internal Server Error".to_owned(),
            _ => error.to_string(),
        };
        assert_eq!(status.message(), text);
        assert_eq!(StockError::from_status(&status).unwrap(), error);
        assert!(!format!("{status:?}").contains(CANARY), "{status:?}");

        let (parts, body) = post(&address, product, quantity).await;
        assert_eq!(parts.status, http, "{error:?}");
        assert_eq!(StockError::from_response(&parts, &body).unwrap(), error);
    }
}

#[tokio::test]
async fn a_status_has_every_detail_over_a_socket() {
    let (_, client) = start().await;
    let status = client.reserve(2, 3).await.unwrap_err();
    let details = status.get_error_details();
    let info = details.error_info().unwrap();
    assert_eq!((&*info.reason, &*info.domain), ("OUT_OF_STOCK", "shop.example"));
    let metadata = [("product", "2"), ("left", "2")].map(|(k, v)| (k.to_owned(), v.to_owned()));
    assert_eq!(info.metadata, HashMap::from(metadata));
    let link = &details.help().unwrap().links[0];
    assert_eq!(link.url, "https://shop.example/problems/out-of-stock");
    assert_eq!(link.description, "Out of stock");
    // The layer around the server gives each request an ID.
    assert!(details.retry_info().is_none() && details.bad_request().is_none());

    let status = client.reserve(2, 429).await.unwrap_err();
    let retry = status.get_details_retry_info().unwrap().retry_delay;
    assert_eq!(retry, Some(Duration::from_secs(9)));
    assert_eq!(status.metadata().get("retry-after").unwrap(), "9");

    let status = client.reserve(2, -1).await.unwrap_err();
    let violations = status.get_details_bad_request().unwrap().field_violations;
    assert_eq!(violations[0].field, "quantity");
    assert_eq!(violations[0].description, "must be a positive integer");
    assert!(status.get_details_error_info().unwrap().metadata.is_empty());

    // The name of a masked case is private.
    let status = client.reserve(2, 500).await.unwrap_err();
    let details = status.get_error_details();
    assert_eq!(details.error_info().unwrap().reason, "INTERNAL_SERVER_ERROR");
    assert_eq!(details.error_info().unwrap().domain, "shop.example");
    assert!(details.help().is_none());
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(grpc = DATA_LOSS)]
enum Codes {
    #[error("a")]
    #[http(404)]
    OfTheEnum,
    #[error("b")]
    #[http(404, grpc = "ABORTED")]
    OfTheVariant,
    #[error("c")]
    #[http(match _0 { 0 => (400, grpc = OUT_OF_RANGE), _ => 400 }, grpc = UNKNOWN)]
    OfAnArm(u8),
    #[error("d")]
    #[http(same_as = OfTheVariant)]
    Hidden,
    #[error(transparent)]
    #[http(transparent)]
    Inner(Plain),
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Plain {
    #[error("gone")]
    #[http(410)]
    Gone,
    #[error("any")]
    #[http(status = status)]
    Any { status: u16 },
    #[error("declared")]
    #[http(status = _0, grpc = CANCELLED)]
    Declared(u16),
    #[error("not modified")]
    #[http(304, allow(redirect))]
    NotModified,
    #[error("done")]
    #[http(200, allow(success))]
    Done,
}

#[test]
fn the_code_is_the_declared_one_of_the_nearest_level_or_that_of_the_status() {
    for (error, code) in [
        (Codes::OfTheEnum, Code::DataLoss),
        (Codes::OfTheVariant, Code::Aborted),
        (Codes::OfAnArm(0), Code::OutOfRange),
        (Codes::OfAnArm(1), Code::Unknown),
        (Codes::Hidden, Code::Aborted),
        (Codes::Inner(Plain::Gone), Code::NotFound),
        (Codes::Inner(Plain::Any { status: 503 }), Code::Unavailable),
        (Codes::Inner(Plain::Any { status: 42 }), Code::Internal),
        (Codes::Inner(Plain::Declared(503)), Code::Cancelled),
        (Codes::Inner(Plain::NotModified), Code::Unknown),
        (Codes::Inner(Plain::Done), Code::Unknown),
    ] {
        let grpc = error.case().grpc();
        let text = format!("{error:?}");
        let status = Status::from(error);
        assert_eq!(status.code(), code, "{text}");
        assert!(grpc.is_none() || grpc.map(|code| code as i32) == Some(code as i32), "{text}");
    }
}

#[test]
fn every_status_has_the_code_of_the_registry() {
    for number in 300..600_u16 {
        let code = Status::from(Plain::Any { status: number }).code();
        let problem = Problem::new(httperr::http::StatusCode::from_u16(number).unwrap());
        assert_eq!(status_of(&problem).code(), code, "{number}");
        assert_eq!(code as i32, grpc_code(number) as i32, "{number}");
        assert_ne!(code, Code::Ok, "{number}");
    }
}

#[test]
fn the_catalog_has_the_declared_codes() {
    let codes: Vec<_> = Codes::catalog().cases().map(|case| case.grpc().map(Grpc::name)).collect();
    let of_inner = [Some("NOT_FOUND"), None, Some("CANCELLED"), Some("UNKNOWN"), Some("UNKNOWN")];
    let own = [
        Some("DATA_LOSS"),
        Some("ABORTED"),
        Some("OUT_OF_RANGE"),
        Some("UNKNOWN"),
        Some("ABORTED"),
    ];
    assert_eq!(codes, [&own[..], &of_inner].concat());
    let text = Codes::catalog().to_string();
    assert!(text.contains("404 of-the-variant OfTheVariant, gRPC ABORTED"), "{text}");
    assert!(text.contains("410 gone Gone: gone"), "{text}");
    let json: serde_json::Value = serde_json::from_str(&Codes::catalog().to_json()).unwrap();
    assert_eq!(json["cases"][1]["grpc"], "ABORTED");
    assert!(json["cases"][5].get("grpc").is_none());
    // The code is not a tag of the user.
    assert_eq!(Codes::OfTheVariant.case().tags().count(), 0);
    assert_eq!(Codes::OfTheVariant.case().tag(""), None);
}

#[test]
fn a_changed_code_is_a_breaking_difference() {
    let new = Codes::catalog().to_json();
    let old = new.replacen("\"ABORTED\"", "\"UNAVAILABLE\"", 1);
    let differences = httperr::contract::compare(&old, &new).unwrap().to_string();
    assert!(
        differences.contains("breaking") && differences.contains("gRPC code was \"UNAVAILABLE\""),
        "{differences}"
    );
}

#[derive(Debug, PartialEq, Clone, thiserror::Error, HttpError, FromProblem)]
#[http(type_base = "https://api.example.com/problems")]
enum Values {
    #[error("text {text}")]
    #[http(400)]
    Members {
        #[http(extension)]
        text: String,
        #[http(extension)]
        optional: Option<String>,
        #[http(extension)]
        number: i64,
        #[http(extension)]
        float: f64,
        #[http(extension)]
        flag: bool,
        #[http(extension)]
        list: Vec<String>,
        #[http(extension)]
        map: BTreeMap<String, u8>,
        #[http(extension = "kebab~/name")]
        named: Inner,
    },
    #[error("header {0}")]
    #[http(409, header("x-number" = _0), header("x-text" = _1))]
    Header(u32, String),
    #[error("later")]
    #[http(503, retry_after = wait)]
    Later { wait: Option<Duration> },
    #[error("on a date")]
    #[http(429, retry_after = at)]
    Date { at: SystemTime },
    #[error("invalid")]
    #[http(422)]
    Invalid {
        #[http(extension)]
        errors: FieldErrors,
        #[http(extension)]
        others: FieldErrors,
    },
    #[error("template")]
    #[http(402, body = { "error": { "code": code, "balance": balance, "why"?: why, "kind": "x" } })]
    Template { balance: i64, why: Option<String> },
    #[error("constant")]
    #[http(403, extension(kind = "one"), code = "constant", grpc = ABORTED)]
    One,
    #[error("constant")]
    #[http(403, extension(kind = "two"), code = "constant", grpc = ABORTED)]
    Two,
    #[error("with another code")]
    #[http(403, code = "constant", grpc = UNKNOWN)]
    Three,
    #[error("masked")]
    #[http(500)]
    Masked,
    #[error("masked too")]
    #[http(502)]
    MaskedToo {
        #[http(extension)]
        incident: u64,
    },
    #[error(transparent)]
    #[http(transparent)]
    Nested(#[from] NestedError),
}

#[derive(Debug, PartialEq, Clone, Serialize, Deserialize)]
struct Inner {
    seat: u8,
    name: String,
}

#[derive(Debug, PartialEq, Clone, thiserror::Error, HttpError, FromProblem)]
#[http(codes(prefix = "inner."))]
enum NestedError {
    #[error("deep {id}")]
    #[http(404)]
    Deep {
        #[http(extension)]
        id: u64,
    },
    #[error("number")]
    #[http(410, code = 1004)]
    Number,
}

mod property {
    use proptest::prelude::*;

    use super::*;

    fn field_errors() -> impl Strategy<Value = FieldErrors> {
        let component = prop_oneof!["[a-z]{1,4}", "[0-9]{1,3}", any::<String>()];
        let path = prop::collection::vec(component, 1..4);
        prop::collection::vec((path, any::<String>()), 1..4).prop_map(|list| {
            let mut errors = FieldErrors::new();
            for (path, text) in list {
                errors.push(path, text);
            }
            errors
        })
    }

    /// Also texts that look like JSON.
    fn text() -> impl Strategy<Value = String> {
        let json = prop_oneof![
            Just("null".to_owned()),
            Just("\"null\"".to_owned()),
            Just("\"a\"".to_owned()),
            Just("30".to_owned()),
            Just("true".to_owned()),
            Just("[1]".to_owned()),
            Just("\"".to_owned()),
            Just(String::new()),
        ];
        prop_oneof![json, any::<String>()]
    }

    fn members() -> impl Strategy<Value = Values> {
        let map = prop::collection::btree_map(any::<String>(), any::<u8>(), 0..3);
        let named = (any::<u8>(), text()).prop_map(|(seat, name)| Inner { seat, name });
        let number = (any::<i64>(), -1e9..1e9_f64, any::<bool>());
        let list = prop::collection::vec(text(), 0..3);
        (text(), prop::option::of(text()), number, list, map, named).prop_map(
            |(text, optional, (number, float, flag), list, map, named)| Values::Members {
                text,
                optional,
                number,
                float,
                flag,
                list,
                map,
                named,
            },
        )
    }

    fn values() -> impl Strategy<Value = Values> {
        let seconds = (0..1_000_000_u64).prop_map(Duration::from_secs);
        prop_oneof![
            members(),
            (any::<u32>(), "[!-~]{1,20}").prop_map(|(a, b)| Values::Header(a, b)),
            prop::option::of(seconds).prop_map(|wait| Values::Later { wait }),
            (0..4_000_000_000_u64).prop_map(|at| Values::Date {
                at: SystemTime::UNIX_EPOCH + Duration::from_secs(at)
            }),
            (field_errors(), field_errors())
                .prop_map(|(errors, others)| Values::Invalid { errors, others }),
            (any::<i64>(), prop::option::of(text()))
                .prop_map(|(balance, why)| Values::Template { balance, why }),
            any::<u64>().prop_map(|incident| Values::MaskedToo { incident }),
            any::<u64>().prop_map(|id| NestedError::Deep { id }.into()),
            Just(Values::Nested(NestedError::Number)),
            Just(Values::One),
            Just(Values::Two),
            Just(Values::Three),
            Just(Values::Masked),
        ]
    }

    proptest! {
        #[test]
        fn what_a_status_was_made_from_is_read_back(error in values()) {
            let status = Status::from(error.clone());
            let received = Status::from_header_map(&sent(&status)).unwrap();
            match Values::from_status(&received) {
                Ok(read) => prop_assert_eq!(read, error),
                // Metadata beyond the limit is left out.
                Err(unrecognized) => prop_assert!(
                    info(&error).metadata.is_empty() && unrecognized.case_name().is_some(),
                    "{}: {}", status, unrecognized
                ),
            }
        }

        #[test]
        fn any_text_makes_a_status_that_can_be_sent_within_the_limit(
            text in any::<String>(),
            times in 1..2_000_usize,
        ) {
            let long = text.repeat(times);
            let problem = Problem::new(status!(400))
                .with_detail(&*long)
                .with_title(&*long)
                .with_type(format!("https://example.com/{long}"))
                .with_extension("member", &long)
                .unwrap()
                .with_extension("code", &long)
                .unwrap();
            let context = Context::new().request_id(&*long);
            let status = status_of_with(&problem, &context);
            let fields = sent(&status);
            prop_assert!(length(&fields) <= 8 * 1024, "{} bytes", length(&fields));
            let received = Status::from_header_map(&fields).unwrap();
            prop_assert_eq!(received.message(), status.message());
            prop_assert!(long.is_empty() || !received.message().is_empty());
            let start = status.message().trim_end_matches('…');
            prop_assert!(long.starts_with(start) || long == status.message());
            prop_assert!(received.get_details_error_info().is_some());
        }

        #[test]
        fn any_code_makes_a_reason_that_google_rpc_allows(
            code in prop_oneof![any::<String>(), "[a-zA-Z0-9._-]{0,80}"],
        ) {
            let problem = Problem::new(status!(404)).with_extension("code", code).unwrap();
            let reason = info(&problem).reason;
            let [first, middle @ .., last] = reason.as_bytes() else { panic!("{reason:?}") };
            let is_inner = |byte: &u8| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_');
            prop_assert!(first.is_ascii_uppercase(), "{reason}");
            prop_assert!(!middle.is_empty() && middle.iter().all(is_inner), "{reason}");
            prop_assert!(is_inner(last) && *last != b'_' && reason.len() <= 63, "{reason}");
        }

        #[test]
        fn hostile_details_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let status = Status::with_details(Code::NotFound, "x", bytes.into());
            let _ = Values::from_status(&status);
        }
    }
}

#[test]
fn metadata_has_strings_as_they_are_and_anything_else_as_json() {
    let error = Values::Members {
        text: "a \"b\"".to_owned(),
        optional: None,
        number: -3,
        float: 0.5,
        flag: true,
        list: vec!["x".to_owned()],
        map: BTreeMap::new(),
        named: Inner { seat: 1, name: "30".to_owned() },
    };
    let metadata: BTreeMap<_, _> = info(&error).metadata.into_iter().collect();
    let expected = [
        ("flag", "true"),
        ("float", "0.5"),
        ("kebab~/name", "{\"seat\":1,\"name\":\"30\"}"),
        ("list", "[\"x\"]"),
        ("map", "{}"),
        ("number", "-3"),
        ("text", "a \"b\""),
    ];
    assert_eq!(metadata, expected.map(|(k, v)| (k.to_owned(), v.to_owned())).into());
}

#[test]
fn a_list_of_field_errors_is_violations() {
    let list = |path: &[&str]| {
        let mut errors = FieldErrors::new();
        errors.push(path, "is wrong");
        errors
    };
    let error = Values::Invalid { errors: list(&["items", "0", "a.b"]), others: list(&["x"]) };
    let details = details(&error);
    let violations = &details.bad_request().unwrap().field_violations;
    assert_eq!(violations.len(), 1);
    assert_eq!(violations[0].field, "items[0][\"a.b\"]");
    // The member `errors` is in the violations alone.
    let metadata = &details.error_info().unwrap().metadata;
    assert_eq!(metadata.keys().collect::<Vec<_>>(), ["others"]);
}

/// A type that is no part of a URI, with bodies and headers that a status cannot have as they are.
#[derive(Debug, thiserror::Error, HttpError)]
enum Edges {
    #[error("{0}")]
    #[http(426, header(UPGRADE = "h2c"), header("x-text" = _0), header("x-raw-bin" = 1))]
    Header(String),
    #[error("a long header")]
    #[http(400, header("x-long" = _0))]
    LongHeader(String),
    #[error("{0}")]
    #[http(404, header(CONTENT_LANGUAGE = "de"))]
    German(&'static str),
    #[error("custom")]
    #[http(409, body = Bytes, extension(left = _0))]
    Custom(u8),
    #[error("{}", CANARY)]
    #[http(503, extension(incident = 7), retry_after = 2)]
    Masked,
    #[error("fails")]
    #[http(404, grpc = ABORTED, extension(map = HashMap::from([((1, 2), _0)])))]
    Unserializable(u8),
    #[error("no content")]
    #[http(204, allow(success), body = empty)]
    Empty,
    #[error("two")]
    #[http(400, body = { "a": { "id": _0 }, "b": { "id": _1 }, "list": [_0], "c": (_0 + _1) })]
    Ambiguous(u8, u8),
    #[error("spread")]
    #[http(400, body = { "code": code, ..inner })]
    Spread { inner: Inner },
    #[error(transparent)]
    #[http(transparent, body = { "failure": { "message": detail, ..extensions } }, extension(at = 3))]
    Envelope(Values),
    #[error(transparent)]
    #[http(transparent, body = { "failure": detail })]
    Narrow(Values),
}

struct Bytes;

impl BodyFormat for Bytes {
    const CONTENT_TYPE: &'static str = "application/x";

    fn write(_: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn std::error::Error>> {
        body.extend(b"custom");
        Ok(())
    }
}

#[test]
fn header_fields_are_metadata_if_a_status_can_have_them() {
    let status = Status::from(Edges::Header("plain".to_owned()));
    assert_eq!(status.metadata().get("x-text").unwrap(), "plain");
    let names: Vec<_> = status.metadata().clone().into_headers().keys().cloned().collect();
    assert_eq!(names, ["x-text"], "HTTP/2 has no `upgrade`, and `-bin` is base64");
    let status = Status::from(Edges::Header("ä".to_owned()));
    assert!(status.metadata().is_empty());
    assert_eq!(status.message(), "ä");
    assert_eq!(Status::from_header_map(&sent(&status)).unwrap().message(), "ä");

    let status = Status::from(Edges::LongHeader("x".repeat(5_000)));
    assert!(status.metadata().is_empty());
    assert!(status.get_details_error_info().is_some());
}

#[test]
fn the_message_is_cut_between_two_characters() {
    let problem = |text: String| status_of(&Problem::new(status!(400)).with_detail(text));
    assert_eq!(problem("x".repeat(2_048)).message().len(), 2_048);
    let cut = problem("x".repeat(2_049));
    assert_eq!(cut.message().len(), 2_048 - 9 + '…'.len_utf8());
    let cut = problem("🌀".repeat(1_000));
    assert!(cut.message().ends_with("🌀…"));
    let fields = sent(&cut);
    assert!(fields["grpc-message"].len() <= 2_048);
}

#[test]
fn details_beyond_the_limit_lose_their_metadata_first() {
    let mut errors = FieldErrors::new();
    errors.push(["a"], "wrong");
    let problem = |member: usize, count: usize| {
        let mut errors = errors.clone();
        for index in 0..count {
            errors.push(["items", &index.to_string()], "wrong");
        }
        let problem = Problem::new(status!(422)).with_type("https://example.com/x");
        let problem = problem.with_extension("member", "x".repeat(member)).unwrap();
        status_of(&problem.with_extension("errors", errors).unwrap()).get_error_details()
    };
    let fits = problem(2_000, 0);
    assert_eq!(fits.error_info().unwrap().metadata.len(), 1);
    let long = problem(20_000, 0);
    assert!(long.error_info().unwrap().metadata.is_empty());
    assert_eq!(long.bad_request().unwrap().field_violations.len(), 1);
    assert_eq!(long.help().unwrap().links.len(), 1);
    let longer = problem(20_000, 1_000);
    assert!(longer.bad_request().is_none());
    assert!(longer.error_info().is_some() && longer.help().is_some());
}

#[test]
fn a_masked_error_has_no_internal_text() {
    let status = Status::from(Edges::Masked);
    assert_eq!((status.code(), status.message()), (Code::Unavailable, "Service Unavailable"));
    let details = status.get_error_details();
    let info = details.error_info().unwrap();
    assert_eq!((&*info.reason, &*info.metadata["incident"]), ("SERVICE_UNAVAILABLE", "7"));
    assert_eq!(details.retry_info().unwrap().retry_delay, Some(Duration::from_secs(2)));
    assert!(!format!("{status:?}").contains(CANARY));
    assert!(!String::from_utf8_lossy(status.details()).contains(CANARY));
}

#[test]
fn a_public_text_in_a_language_is_a_localized_message() {
    let details = details(&Edges::German("kein Konto"));
    let message = details.localized_message().unwrap();
    assert_eq!((&*message.locale, &*message.message), ("de", "kein Konto"));
}

#[test]
fn the_values_of_bodies_are_metadata() {
    let metadata = |error: &Edges| {
        let metadata = info(error).metadata.into_iter().collect::<BTreeMap<_, _>>();
        let pairs: Vec<String> = metadata.iter().map(|(k, v)| format!("{k}={v}")).collect();
        pairs.join(" ")
    };
    assert_eq!(metadata(&Edges::Custom(3)), "left=3");
    assert_eq!(metadata(&Edges::Empty), "");
    // `id` would be two of them.
    assert_eq!(metadata(&Edges::Ambiguous(1, 2)), "c=3");
    let inner = Inner { seat: 4, name: "x".to_owned() };
    assert_eq!(metadata(&Edges::Spread { inner }), "name=x seat=4");
    let two = Values::MaskedToo { incident: 9 };
    assert_eq!(metadata(&Edges::Envelope(two.clone())), "at=3 incident=9");
    // What the HTTP response does not have, a status has not either.
    assert_eq!(metadata(&Edges::Narrow(two)), "");
}

#[test]
fn a_response_that_cannot_be_written_is_an_internal_error() {
    let status = Status::from(Edges::Unserializable(1));
    assert_eq!((status.code(), status.message()), (Code::Internal, "Internal Server Error"));
    assert_eq!(status.get_details_error_info().unwrap().reason, "INTERNAL_SERVER_ERROR");
}

#[test]
fn boxed_errors_and_errors_without_an_enum_are_statuses() {
    let codes = [
        Status::from(AnyError::new(Plain::Gone)),
        Status::from(Box::new(Plain::Gone) as Box<dyn HttpError>),
        Status::from(Box::new(Plain::Gone) as Box<dyn HttpError + Send>),
        Status::from(Box::new(Plain::Gone) as Box<dyn HttpError + Send + Sync>),
        Status::from(Problem::new(status!(404))),
        Status::from(httperr::anyhow::Error::<httperr::anyhow::Unexpected>::from(Problem::new(
            status!(410),
        ))),
    ];
    for status in codes {
        assert_eq!(status.code(), Code::NotFound);
    }
    let other =
        httperr::anyhow::Error::<httperr::anyhow::Unexpected>::from(std::io::Error::other(CANARY));
    let status = Status::from(other);
    assert_eq!((status.code(), status.message()), (Code::Internal, "Internal Server Error"));

    let problem = Problem::new(status!(404)).with_type("https://example.com/no-order");
    let problem = problem.with_title("No order").with_extension("code", "no-order").unwrap();
    let details = status_of(&problem).get_error_details();
    let info = details.error_info().unwrap();
    assert_eq!((&*info.reason, &*info.domain), ("NO_ORDER", "example.com"));
    assert_eq!(details.help().unwrap().links[0].description, "No order");
    assert_eq!(status_of(&problem).message(), "No order");
}

#[test]
fn a_type_can_have_an_impl_of_its_own() {
    #[derive(Debug, thiserror::Error, HttpError)]
    #[error("own")]
    #[http(404, without(tonic))]
    struct Own;

    impl From<Own> for Status {
        fn from(_: Own) -> Self {
            Status::data_loss("own")
        }
    }

    #[derive(Debug, thiserror::Error, HttpError)]
    #[error("generic {0}")]
    #[http(404, extension(value = _0))]
    struct Generic<'a, T: std::fmt::Debug>(&'a T)
    where
        T: std::fmt::Display + Serialize;

    assert_eq!(Status::from(Own).code(), Code::DataLoss);
    assert_eq!(Status::from(Generic(&7)).message(), "generic 7");
    assert_eq!(info(&Generic(&7)).metadata["value"], "7");
}

#[test]
fn a_status_that_is_not_that_of_a_case_is_unrecognized() {
    let plain = Status::not_found("no route");
    let unrecognized = StockError::from_status(&plain).unwrap_err();
    assert_eq!(
        unrecognized.reason(),
        "the status NOT_FOUND has no `ErrorInfo`, which identifies a case"
    );
    assert_eq!(unrecognized.status(), 404);
    assert_eq!(unrecognized.problem().detail(), Some("no route"));

    let of = |reason: &str, domain: &str| {
        let metadata = [("product".to_owned(), "7".to_owned())];
        let details = ErrorDetails::with_error_info(reason, domain, metadata);
        StockError::from_status(&Status::with_error_details(Code::NotFound, "x", details))
    };
    assert_eq!(of("NO_PRODUCT", "shop.example").unwrap(), StockError::NoProduct { product: 7 });
    let foreign = of("NO_PRODUCT", "other.example").unwrap_err();
    assert_eq!(
        foreign.reason(),
        "no case has the reason `NO_PRODUCT` in the domain `other.example`"
    );
    assert_eq!(foreign.problem().extension::<i64>("product"), Some(7));
    let incomplete = of("OUT_OF_STOCK", "shop.example").unwrap_err();
    assert_eq!(incomplete.case_name(), Some("OutOfStock"));
    assert!(incomplete.reason().ends_with("is missing: there is no `left` in the metadata"));

    let long = Status::with_details(Code::NotFound, "x", vec![0; httperr::BODY_LIMIT + 1].into());
    let reason = StockError::from_status(&long).unwrap_err();
    assert_eq!(reason.reason(), "the details are longer than the limit of 65536 bytes");
}

#[test]
fn a_status_that_is_not_known_is_the_variant_for_all_others() {
    #[derive(Debug, thiserror::Error, HttpError, FromProblem)]
    enum Client {
        #[error("{0}")]
        #[http(other)]
        Other(Problem),
    }

    let details = ErrorDetails::with_retry_info(Some(Duration::from_millis(1_500)));
    let status = Status::with_error_details(Code::Unavailable, "busy", details);
    let Client::Other(problem) = Client::from_status(&status).unwrap();
    assert_eq!((problem.status().unwrap().as_u16(), problem.detail()), (503, Some("busy")));
    // A delay without a header field is read too.
    let unrecognized = StockError::from_status(&status).unwrap_err();
    assert_eq!(unrecognized.retry_after(), Some(Duration::from_secs(2)));
}

#[test]
fn a_status_from_the_value_is_not_read_from_a_code() {
    #[derive(Debug, thiserror::Error, HttpError, FromProblem)]
    #[error("status")]
    #[http(status = status)]
    struct FromValue {
        status: u16,
    }

    let status = Status::from(FromValue { status: 422 });
    let unrecognized = FromValue::from_status(&status).unwrap_err();
    assert!(unrecognized.reason().contains("gRPC code"), "{}", unrecognized.reason());
}
