//! Edge cases of responses: texts, header lines, members and limits.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;

use httperr::http::{header, HeaderMap, HeaderName, HeaderValue};
use httperr::registry::limits;
use httperr::{BodyFormat, Case, Context, ErrorView, HttpError, ResponseParts};
use serde::{Serialize, Serializer};

fn body(error: &dyn HttpError) -> String {
    String::from_utf8(error.to_response().body().to_vec()).unwrap()
}

fn headers(error: &dyn HttpError) -> HeaderMap {
    error.to_response().headers().clone()
}

/// Returns the lines of a field, in order.
fn lines(error: &dyn HttpError, name: &str) -> Vec<String> {
    let headers = headers(error);
    let lines = headers.get_all(name).iter();
    lines.map(|line| line.to_str().unwrap().to_owned()).collect()
}

struct Page;

impl BodyFormat for Page {
    const CONTENT_TYPE: &'static str = "text/html";

    fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn StdError>> {
        let names: Vec<_> = error.extensions().keys().cloned().collect();
        let text = error.detail().unwrap_or(error.title());
        body.extend_from_slice(format!("<p>{text}</p>{}", names.join(",")).as_bytes());
        Ok(())
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = Page, default(500, detail = "something failed"))]
enum Custom {
    #[error("no user {0}")]
    #[http(403, detail = "wrong name or password")]
    Literal(&'static str),
    #[error("secret {0}")]
    Default(&'static str),
    #[error("secret {0}")]
    #[http(403, mask)]
    Masked(&'static str),
    #[error("public {0}")]
    #[http(404)]
    Public(&'static str),
    #[error("secret {0}")]
    #[http(403, detail = "public {_0}")]
    Formatted(&'static str),
    #[error("secret {0}")]
    #[http(match *_0 { "a" => (403, code = "by-arm", detail = "by arm"), _ => (404, mask) })]
    Arm(&'static str),
}

#[test]
fn a_body_format_receives_the_public_text() {
    let cases = [
        (Custom::Literal("root"), "<p>wrong name or password</p>"),
        (Custom::Default("db"), "<p>something failed</p>"),
        (Custom::Masked("db"), "<p>Forbidden</p>"),
        (Custom::Public("x"), "<p>public x</p>"),
        (Custom::Formatted("x"), "<p>public x</p>"),
        (Custom::Arm("a"), "<p>by arm</p>"),
        (Custom::Arm("b"), "<p>Not Found</p>"),
    ];
    for (error, expected) in cases {
        assert_eq!(body(&error), expected);
        let text = error.detail().unwrap_or_default().into_owned();
        assert!(expected.contains(&text) && !text.contains("secret"), "{text}");
    }
}

/// A run-time status, to which no compile-time rule applies.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(header(CONTENT_TYPE = "application/vnd.api+json"))]
enum NoContent {
    #[error("gone")]
    #[http(204, allow(success))]
    Fixed,
    #[error("reset")]
    #[http(205, allow(success), header("x-a" = _0))]
    WithHeader(u8),
    #[error("unchanged")]
    #[http(304, allow(redirect))]
    NotModified,
    #[error("run time")]
    #[http(status = _0, allow(success), header(CONTENT_TYPE = "text/csv"))]
    RunTime(u16),
    #[error("with content")]
    #[http(404)]
    WithContent,
}

#[test]
fn a_status_without_content_has_no_content_type() {
    for error in [
        NoContent::Fixed,
        NoContent::WithHeader(1),
        NoContent::NotModified,
        NoContent::RunTime(204),
        NoContent::RunTime(304),
    ] {
        assert_eq!(headers(&error).get("content-type"), None, "{error:?}");
        assert_eq!(body(&error), "");
    }
    assert_eq!(headers(&NoContent::RunTime(400))["content-type"], "text/csv");
    assert_eq!(headers(&NoContent::WithContent)["content-type"], "application/vnd.api+json");
}

/// A manual case without content that sets a media type.
#[derive(Debug, thiserror::Error)]
#[error("manual")]
struct ManualNoContent<E: HttpError>(E);

impl<E: HttpError> HttpError for ManualNoContent<E> {
    fn case(&self) -> Case {
        self.0.case()
    }

    fn write_parts<'a>(&'a self, sink: &mut ResponseParts<'a>) {
        sink.header("Content-Type", "text/csv");
        self.0.write_parts(sink);
    }
}

#[test]
fn a_manual_header_adds_no_content_type_where_there_is_no_content() {
    assert_eq!(headers(&ManualNoContent(NoContent::Fixed)).get("content-type"), None);
    assert_eq!(headers(&ManualNoContent(NoContent::WithContent))["content-type"], "text/csv");
}

#[derive(Serialize)]
struct Number {
    big: u128,
    small: f32,
    a: u8,
}

/// Serializes the same name twice.
struct Twice;

impl Serialize for Twice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("x", 1), ("y", 2), ("x", 3)])
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Spread {
    #[error("twice")]
    #[http(422, body = { "own": 1, ..(map(&["a", "own"])), ..(map(&["a", "b"])), "b": 2,
        "in": { ..(map(&["a"])), ..(map(&["a", "c"])) } })]
    Objects,
    #[error("numbers")]
    #[http(422, body = { ..(Number { big: u128::MAX, small: 0.1, a: 1 }) })]
    Numbers,
    #[error("twice")]
    #[http(422, body = { ..(Twice) })]
    Twice,
}

fn map(names: &[&'static str]) -> BTreeMap<&'static str, u8> {
    names.iter().map(|name| (*name, 7)).collect()
}

#[test]
fn spreading_keeps_numbers_and_duplicates_no_name() {
    assert_eq!(body(&Spread::Objects), r#"{"own":1,"a":7,"b":2,"in":{"a":7,"c":7}}"#);
    assert_eq!(
        body(&Spread::Numbers),
        r#"{"big":340282366920938463463374607431768211455,"small":0.1,"a":1}"#
    );
    assert_eq!(body(&Spread::Twice), r#"{"x":1,"y":2}"#);
    assert_eq!(Spread::Numbers.to_response().status(), 422);
}

/// A `Display` that fails midway.
#[derive(Debug)]
struct PartialDisplay;

impl StdError for PartialDisplay {}

impl fmt::Display for PartialDisplay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half \"of a text")?;
        Err(fmt::Error)
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(header("x-detail" = detail))]
enum Failing {
    #[error("{0}")]
    #[http(404)]
    Display(PartialDisplay),
    #[error("x")]
    #[http(404, detail = "{_0}")]
    Detail(PartialDisplay),
    #[error("{0}")]
    #[http(404, body = text)]
    Text(PartialDisplay),
    #[error("{0}")]
    #[http(404, body = { "message": detail, "optional"?: detail })]
    Template(PartialDisplay),
    #[error("{0}")]
    #[http(404, body = Page)]
    Custom(PartialDisplay),
    #[error("{1}")]
    #[http(status = _0)]
    RunTime(u16, PartialDisplay),
    #[error(transparent)]
    #[http(transparent)]
    Inner(Inner),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("{0}")]
#[http(404, header("x-detail" = detail))]
struct Inner(PartialDisplay);

#[test]
fn a_failed_format_falls_back_to_the_title() {
    for error in [
        Failing::Display(PartialDisplay),
        Failing::Detail(PartialDisplay),
        Failing::Text(PartialDisplay),
        Failing::Template(PartialDisplay),
        Failing::Custom(PartialDisplay),
        Failing::RunTime(404, PartialDisplay),
        Failing::Inner(Inner(PartialDisplay)),
    ] {
        assert_eq!(error.detail().as_deref(), Some("Not Found"), "{error:?}");
        assert_eq!(headers(&error)["x-detail"], "Not Found", "{error:?}");
        let body = body(&error);
        assert!(body.contains("Not Found") && !body.contains("half"), "{body}");
    }
}

#[derive(Debug)]
struct Broken;

impl Serialize for Broken {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("broken"))
    }
}

struct BrokenFormat;

impl BodyFormat for BrokenFormat {
    const CONTENT_TYPE: &'static str = "text/html";

    fn write(_: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn StdError>> {
        body.extend_from_slice(b"half");
        Err("broken".into())
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(header(CACHE_CONTROL = "no-store", "x-api" = "2", CONTENT_TYPE = "application/x"))]
enum FailedBody {
    #[error("member")]
    #[http(422, header(ALLOW = "GET"), extension(a = Broken), retry_after = 5)]
    Member,
    #[error("template")]
    #[http(422, body = { "a": (Broken) })]
    Template,
    #[error("spread")]
    #[http(422, body = { ..(5) })]
    Spread,
    #[error("format")]
    #[http(422, body = BrokenFormat)]
    Format,
    #[error("named again")]
    #[http(422, header("x-api" = "3"), extension(a = Broken))]
    Replaced,
}

#[test]
fn a_500_for_a_failed_body_keeps_the_request_and_the_headers_of_the_enum() {
    let context = Context::new().instance("/orders").request_id("r1");
    for error in [FailedBody::Member, FailedBody::Template, FailedBody::Spread, FailedBody::Format]
    {
        let response = error.to_response_with(&context);
        assert_eq!(response.status(), 500);
        assert_eq!(
            response.body(),
            r#"{"title":"Internal Server Error","status":500,"instance":"/orders","request_id":"r1"}"#
        );
        let headers = response.headers();
        assert_eq!(headers.len(), 3, "{headers:?}");
        assert_eq!(headers["content-type"], "application/problem+json");
        assert_eq!(headers["cache-control"], "no-store");
        assert_eq!(headers["x-api"], "2");
    }
    assert_eq!(headers(&FailedBody::Replaced).get("x-api"), None);
}

const OWN: HeaderName = header::WWW_AUTHENTICATE;

#[derive(Debug, thiserror::Error, HttpError)]
enum Challenges {
    #[error("two")]
    #[http(401, header(WWW_AUTHENTICATE = _0, WWW_AUTHENTICATE = "Basic realm=\"x\""))]
    RunTimeFirst(&'static str),
    #[error("two")]
    #[http(401, header(WWW_AUTHENTICATE = "Basic realm=\"x\"", WWW_AUTHENTICATE = _0))]
    LiteralFirst(&'static str),
    #[error("three")]
    #[http(401, header(WWW_AUTHENTICATE = "A", WWW_AUTHENTICATE = _0, WWW_AUTHENTICATE = "C"))]
    Between(&'static str),
    #[error("by a constant")]
    #[http(401, header(self::OWN = _0, WWW_AUTHENTICATE = "Basic realm=\"x\""))]
    Constant(&'static str),
    #[error("of several attributes")]
    #[http(401, header(WWW_AUTHENTICATE = detail))]
    #[http(header("www-authenticate" = "Basic realm=\"x\""), detail = "Digest {_0}")]
    Placeholder(&'static str),
}

#[test]
fn repeated_header_lines_keep_the_order_of_the_declaration() {
    let lines = |error| lines(&error, "www-authenticate");
    assert_eq!(lines(Challenges::RunTimeFirst("Digest")), ["Digest", "Basic realm=\"x\""]);
    assert_eq!(lines(Challenges::LiteralFirst("Digest")), ["Basic realm=\"x\"", "Digest"]);
    assert_eq!(lines(Challenges::Between("B")), ["A", "B", "C"]);
    assert_eq!(lines(Challenges::Constant("Digest")), ["Digest", "Basic realm=\"x\""]);
    assert_eq!(lines(Challenges::Placeholder("a")), ["Digest a", "Basic realm=\"x\""]);
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Media {
    #[error("text")]
    #[http(400, body = text, header(CONTENT_TYPE = None::<&str>))]
    Text,
    #[error("problem")]
    #[http(400, header("Content-Type" = _0))]
    Value(Option<HeaderValue>),
    #[error("template")]
    #[http(400, body = { "a": 1 }, header(CONTENT_TYPE = _0))]
    Field(Option<String>),
    #[error("custom")]
    #[http(400, body = Page, header(CONTENT_TYPE = _0.as_ref()))]
    Reference(Option<HeaderValue>),
}

#[test]
fn an_absent_content_type_is_omitted() {
    for error in [Media::Text, Media::Value(None), Media::Field(None), Media::Reference(None)] {
        assert_eq!(headers(&error).get("content-type"), None, "{error:?}");
    }
    let csv = || Some(HeaderValue::from_static("text/csv"));
    for error in
        [Media::Value(csv()), Media::Field(Some("text/csv".into())), Media::Reference(csv())]
    {
        assert_eq!(lines(&error, "content-type"), ["text/csv"], "{error:?}");
    }
}

/// The parts that a manual implementation adds.
#[derive(Debug, thiserror::Error)]
#[error("added")]
struct Added(Cell<usize>, usize, usize);

impl HttpError for Added {
    fn case(&self) -> Case {
        Case::new(httperr::http::StatusCode::BAD_REQUEST)
    }

    fn write_parts<'a>(&'a self, sink: &mut ResponseParts<'a>) {
        for line in 0..self.0.get() {
            sink.header(format!("{}{line}", "x".repeat(self.1)), "v".repeat(self.2));
        }
    }
}

#[test]
fn run_time_headers_respect_the_limits() {
    let count = |lines: usize, name, value| headers(&Added(lines.into(), name, value)).len() - 1;
    assert_eq!(count(30_000, 1, 1), limits::HEADERS);
    assert_eq!(count(1, limits::HEADER_NAME - 1, 1), 1);
    assert_eq!(count(1, limits::HEADER_NAME, 1), 0);
    assert_eq!(count(1, 1 << 17, 1), 0);
    assert_eq!(count(1, 1, limits::HEADER_VALUE), 1);
    assert_eq!(count(1, 1, limits::HEADER_VALUE + 1), 0);
    assert_eq!(count(1, 1, 3_000_000), 0);
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("integers")]
#[http(
    429,
    retry_after = u64::MAX,
    header("x-least" = least, "x-most" = most, "x-absent" = absent, "x-wide" = i128::from(*least) - 1),
    header("x-inferred" = if *least < 0 { 1 } else { -2 }, "x-padded" = format_args!("{most:>3}"))
)]
struct Integers {
    least: i64,
    most: u64,
    absent: Option<u8>,
}

#[test]
fn an_integer_in_a_header_is_sent_as_display_writes_it() {
    for (least, most) in [(i64::MIN, u64::MAX), (-10, 10), (-9, 9), (0, 0)] {
        let headers = headers(&Integers { least, most, absent: None });
        assert_eq!(headers["x-least"], least.to_string());
        assert_eq!(headers["x-most"], most.to_string());
        assert_eq!(headers["x-wide"], (i128::from(least) - 1).to_string());
        assert_eq!(headers["x-inferred"], if least < 0 { "1" } else { "-2" });
        assert_eq!(headers["x-padded"], format!("{most:>3}"));
        assert_eq!(headers[header::RETRY_AFTER], u64::MAX.to_string());
        assert!(!headers.contains_key("x-absent"));
    }
    let given = Integers { least: 0, most: 0, absent: Some(255) };
    assert_eq!(headers(&given)["x-absent"], "255");
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Members {
    #[error("huge")]
    #[http(400, body = Page, extension(a = Raw("1e999"), b = 2))]
    Huge,
    #[error("left out")]
    #[http(400, body = Page, extension(a = None::<u8>, b = 2))]
    LeftOut,
}

/// Writes raw JSON.
struct Raw(&'static str);

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_json::value::RawValue::from_string(self.0.into()).unwrap().serialize(serializer)
    }
}

#[test]
fn an_invalid_member_does_not_affect_the_others() {
    assert_eq!(body(&Members::Huge), "<p>huge</p>b");
    assert_eq!(body(&Members::LeftOut), "<p>left out</p>b");
}
