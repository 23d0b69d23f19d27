//! The safety guarantees, each with a test that tries to violate it.

use std::collections::BTreeMap;
use std::fmt;

use httperr::http::{HeaderMap, StatusCode};
use httperr::{Context, HttpError};
use proptest::prelude::*;
use serde::{Serialize, Serializer};
use serde_json::Value;
use thiserror::Error;

const CANARY: &str = "canary-3f9a";

/// An error with text that no client may see.
#[derive(Debug, Error)]
#[error("connection to db-7 failed: {CANARY}")]
struct Internal;

#[derive(Debug, Error, HttpError)]
#[http(default = 500)]
enum Masked {
    #[error("{CANARY}")]
    Literal,
    #[error("text {0}")]
    #[http(503, retry_after = 5)]
    Text(String),
    #[error(transparent)]
    Transparent(#[from] Internal),
    #[error("with source")]
    #[http(502, detail = "the upstream is not available")]
    Source { source: Internal },
    #[error("status {status}: {text}")]
    #[http(status = status)]
    RunTime { status: u16, text: String },
    #[error("masked below 500: {0}")]
    #[http(403, mask)]
    Below(String),
    #[error("by pattern: {0}")]
    #[http(match _1 { Ok(()) => 500, Err(_) => (504, extension(kind = "upstream")) })]
    Matched(String, Result<(), Internal>),
}

#[test]
fn a_5xx_response_contains_no_internal_text() {
    let text = || format!("<{CANARY}>");
    let errors = [
        Masked::Literal,
        Masked::Text(text()),
        Masked::Transparent(Internal),
        Masked::Source { source: Internal },
        Masked::RunTime { status: 500, text: text() },
        Masked::RunTime { status: 700, text: text() },
        Masked::RunTime { status: 0, text: text() },
        Masked::Below(text()),
        Masked::Matched(text(), Err(Internal)),
        Masked::Matched(text(), Ok(())),
    ];
    for error in errors {
        let response = error.to_response_with(&Context::new().instance("/x").request_id("r"));
        let sent = format!("{:?} {}", response.headers(), String::from_utf8_lossy(response.body()));
        assert!(!sent.contains("canary"), "{error:?} sent {sent}");
        assert_eq!(error.detail().filter(|text| text.contains("canary")), None);
    }
}

#[derive(Debug, Error, HttpError)]
#[error("{text}")]
#[http(422, header("x-text" = text), header("x-option" = Some(text)))]
struct Text {
    #[http(extension)]
    text: String,
}

fn is_clean(headers: &HeaderMap) -> bool {
    headers
        .values()
        .all(|value| !value.as_bytes().iter().any(|byte| matches!(byte, 0..=8 | 10..=31 | 127)))
}

proptest! {
    #[test]
    fn any_string_yields_valid_json_and_no_extra_header(text in any::<String>()) {
        let error = Text { text: text.clone() };
        let response = error.to_response_with(&Context::new().instance(&text));
        let body: Value = serde_json::from_slice(response.body()).expect("the body is JSON");
        prop_assert_eq!(&body["detail"], &Value::from(text.as_str()));
        prop_assert_eq!(&body["text"], &Value::from(text.as_str()));
        prop_assert_eq!(&body["instance"], &Value::from(text.as_str()));
        prop_assert!(is_clean(response.headers()));
        let names: Vec<_> = response.headers().keys().map(|name| name.as_str()).collect();
        prop_assert!(names.iter().all(|name| ["content-type", "x-text", "x-option"].contains(name)));
    }

    #[test]
    fn the_status_of_the_body_equals_the_status_sent(status in any::<u16>()) {
        let error = Masked::RunTime { status, text: String::new() };
        let response = error.to_response();
        prop_assert!((200..600).contains(&response.status().as_u16()));
        prop_assert_eq!(response.status(), error.status());
        if let Ok(body) = serde_json::from_slice::<Value>(response.body()) {
            prop_assert_eq!(&body["status"], &Value::from(response.status().as_u16()));
        } else {
            prop_assert_eq!(response.status(), 304);
        }
    }
}

#[test]
fn a_line_break_in_a_value_cannot_start_a_header() {
    let error = Text { text: "a\r\nset-cookie: stolen=1".into() };
    let response = error.to_response();
    assert_eq!(response.headers().get("x-text"), None);
    assert_eq!(response.headers().get("x-option"), None);
    assert_eq!(response.headers().get("set-cookie"), None);
    assert_eq!(response.status(), 422);
}

#[derive(Debug)]
struct Unserializable;

impl Serialize for Unserializable {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeSeq as _;
        let mut list = serializer.serialize_seq(None)?;
        list.serialize_element(CANARY)?;
        Err(serde::ser::Error::custom(CANARY))
    }
}

#[test]
fn a_failed_serialization_is_a_complete_500() {
    #[derive(Debug, Error, HttpError)]
    enum BodyError {
        #[error("a")]
        #[http(404, header("x-a" = "b"), header("x-c" = 1 + 1))]
        Value {
            #[http(extension)]
            before: u8,
            #[http(extension)]
            value: Unserializable,
            #[http(extension)]
            after: u8,
        },
        #[error("b")]
        #[http(422)]
        Keys(#[http(extension = "map")] BTreeMap<Vec<u8>, u8>),
    }
    let value = BodyError::Value { before: 1, value: Unserializable, after: 2 };
    for error in [value, BodyError::Keys([(vec![1], 1)].into())] {
        let response = error.to_response();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(response.body().as_ref(), br#"{"title":"Internal Server Error","status":500}"#);
        let names: Vec<_> = response.headers().keys().collect();
        assert_eq!(names, ["content-type"]);
    }
    assert_eq!(BodyError::Keys(BTreeMap::new()).to_response().status(), 422);
}

#[test]
fn a_failed_display_falls_back_to_the_title_and_is_omitted_from_headers() {
    #[derive(Debug, HttpError)]
    #[http(400, header("x-self" = self))]
    struct Broken;
    impl std::error::Error for Broken {}
    impl fmt::Display for Broken {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("half \"")?;
            Err(fmt::Error)
        }
    }
    let response = Broken.to_response();
    assert_eq!(
        response.body().as_ref(),
        br#"{"title":"Bad Request","status":400,"detail":"Bad Request"}"#
    );
    assert_eq!(response.headers().get("x-self"), None);
    assert!(Broken.detail().is_some());
}

const LENGTH: httperr::http::HeaderName = httperr::http::header::CONTENT_LENGTH;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("framed")]
#[http(404, header(self::LENGTH = 7))]
struct Framed;

/// A manual implementation that adds every member a problem document already has.
#[derive(Debug, thiserror::Error)]
#[error("manual")]
struct ByHand;

impl HttpError for ByHand {
    fn case(&self) -> httperr::Case {
        httperr::Case::new(StatusCode::NOT_FOUND)
    }

    fn write_parts<'a>(&'a self, sink: &mut httperr::ResponseParts<'a>) {
        sink.header("Transfer-Encoding", "chunked");
        for member in ["type", "title", "status", "detail", "instance"] {
            sink.extension(member, "another");
        }
        sink.extension("own", &1);
        sink.extension("own", &2);
    }
}

#[test]
fn a_value_cannot_set_a_message_framing_field() {
    assert!(Framed.to_response().headers().get("content-length").is_none());
    assert!(ByHand.to_response().headers().get("transfer-encoding").is_none());
}

#[test]
fn no_member_of_a_problem_document_is_repeated() {
    let context = Context::new().instance("/a");
    assert_eq!(
        ByHand.to_response_with(&context).body(),
        r#"{"title":"Not Found","status":404,"detail":"manual","own":1,"instance":"/a"}"#
    );
}

/// A header on the enum, and a field with the name of a placeholder.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(header("x-reason" = detail, "x-status" = status, "x-title" = title))]
enum Placeholders {
    #[error("no order")]
    #[http(404)]
    NoOrder,
    #[error("upstream: {detail}")]
    #[http(502)]
    Upstream { detail: &'static str, status: u16 },
    #[error("of run time")]
    #[http(status = _0)]
    RunTime(u16),
}

#[test]
fn a_placeholder_on_the_enum_is_never_a_field() {
    let headers =
        Placeholders::Upstream { detail: "hunter2", status: 200 }.to_response().headers().clone();
    assert!(headers.get("x-reason").is_none());
    assert_eq!(headers["x-status"], "502");
    assert_eq!(Placeholders::NoOrder.to_response().headers()["x-reason"], "no order");
    assert_eq!(Placeholders::RunTime(410).to_response().headers()["x-title"], "Gone");
}
