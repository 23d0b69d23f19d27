//! The parts of a status: its message, its details and its metadata.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use httperr::tonic::status_of;
use httperr::{status, AnyError, BodyFormat, Context, ErrorView, FieldErrors, HttpError, Problem};
use tonic::{Code, Status};
use tonic_types::StatusExt as _;

use super::values::{Inner, Values};
use super::{details, info, sent, Plain, CANARY};

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

#[derive(Debug, thiserror::Error, HttpError)]
#[error("reading: {0}")]
#[http(400, body = { "error": title, "retry": (true) })]
struct WithoutText(&'static str);

#[derive(Debug, thiserror::Error, HttpError)]
#[error("reading: {0}")]
#[http(400, body = empty)]
struct WithoutBody(&'static str);

/// No lint examines a text that no response has.
#[test]
fn a_text_that_the_body_omits_is_not_the_message() {
    assert_eq!(status_of(&WithoutText(CANARY)).message(), "Bad Request");
    assert_eq!(status_of(&WithoutBody(CANARY)).message(), "Bad Request");
}

#[test]
fn a_declared_language_is_that_of_the_message() {
    #[derive(Debug, thiserror::Error, HttpError)]
    #[error("no item {0}")]
    #[http(404, detail(zh = "没有商品 {_0}"))]
    struct NoItem(u8);

    let context = Context::new().languages("zh-CN");
    let status = httperr::tonic::status_of_with(&NoItem(7), &context);
    assert_eq!(status.message(), "没有商品 7");
    let localized = status.get_details_localized_message().unwrap();
    assert_eq!((&*localized.locale, &*localized.message), ("zh", "没有商品 7"));
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
