//! `transparent` in the envelope of the outer type, with keys beside it.

use std::error::Error;

use httperr::http::{header, HeaderName, StatusCode};
use httperr::{BodyFormat, Case, Context, ErrorView, HttpError, ResponseParts};
use thiserror::Error;

#[derive(Debug, Error, HttpError)]
pub enum Stock {
    #[error("no part \"{part}\"")]
    #[http(404, extension(part = part))]
    NoPart { part: String },
    #[error("sold out")]
    #[http(409, code = 77, header("x-stock" = "0"), header("x-kept" = "1"))]
    SoldOut,
    #[error("broken at 10.0.0.7")]
    #[http(500, log = off)]
    Broken,
    #[error("teapot")]
    #[http(410, body = { "teapot": true })]
    Own,
    #[error("declared")]
    #[http(410, body = problem, type = "https://example.com/declared")]
    Declared,
    #[error("nothing")]
    #[http(304, allow(redirect))]
    Unchanged,
    #[error("status {0}")]
    #[http(status = _0, extension(n = _0))]
    Any(u16),
}

#[derive(Debug, Error, HttpError)]
#[http(
    body = { "error": { "code": code, "type": type, "status": status, "title": title,
                        "message": detail, "id"?: request_id } },
    header("x-api" = "2"),
)]
pub enum Api {
    #[error(transparent)]
    #[http(transparent)]
    Stock(#[from] Stock),
    #[error("own")]
    #[http(400)]
    Own,
}

#[track_caller]
fn sends(error: &dyn HttpError, status: u16, content_type: Option<&str>, body: &str) {
    let response = error.to_response();
    assert_eq!(response.status(), status);
    let media_type = response.headers().get("content-type").map(|value| value.to_str().unwrap());
    assert_eq!(media_type, content_type);
    assert_eq!(std::str::from_utf8(response.body()).unwrap(), body);
    assert_eq!(error.status(), status);
}

const JSON: Option<&str> = Some("application/json");
const PROBLEM: Option<&str> = Some("application/problem+json");

#[test]
fn an_inner_error_is_sent_in_the_body_of_the_enum() {
    sends(
        &Api::Stock(Stock::NoPart { part: "\"".to_owned() }),
        404,
        JSON,
        r#"{"error":{"code":"no-part","type":"about:blank","status":404,"title":"Not Found","message":"no part \"\"\""}}"#,
    );
    sends(
        &Api::Stock(Stock::SoldOut),
        409,
        JSON,
        r#"{"error":{"code":77,"type":"about:blank","status":409,"title":"Conflict","message":"sold out"}}"#,
    );
    sends(
        &Api::Stock(Stock::Broken),
        500,
        JSON,
        r#"{"error":{"code":"broken","type":"about:blank","status":500,"title":"Internal Server Error","message":"Internal Server Error"}}"#,
    );
    sends(
        &Api::Stock(Stock::Any(418)),
        418,
        JSON,
        r#"{"error":{"code":"any","type":"about:blank","status":418,"title":"I'm a teapot","message":"status 418"}}"#,
    );
    assert_eq!(Api::Stock(Stock::SoldOut).to_response().headers()["x-stock"], "0");
    assert_eq!(Api::Stock(Stock::SoldOut).to_response().headers()["x-api"], "2");
    assert_eq!(Api::Own.to_response().headers()["x-api"], "2");
}

#[derive(Debug, Error, HttpError)]
#[http(
    body = { "code": code },
    header(CONTENT_TYPE = "application/vnd.api+json"),
    header("x-stock" = "outer"),
    header("x-api" = "2"),
    header("x-kept" = status),
    header("x-status" = status),
)]
pub enum WithHeaders {
    #[error(transparent)]
    #[http(transparent)]
    Stock(#[from] Stock),
    #[error("beside")]
    #[http(transparent, header("x-api" = "own"), header("x-stock" = "own"))]
    Beside { source: Stock },
    #[error(transparent)]
    #[http(transparent)]
    Nested(#[from] Api),
}

#[test]
fn the_headers_of_the_enum_are_defaults_for_the_inner_errors() {
    let header = |error: &dyn HttpError, name| {
        let response = error.to_response();
        response
            .headers()
            .get_all(name)
            .iter()
            .map(|value| value.to_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let error = WithHeaders::Stock(Stock::SoldOut);
    assert_eq!(header(&error, "content-type"), ["application/vnd.api+json"]);
    assert_eq!(header(&error, "x-stock"), ["0"]);
    assert_eq!(header(&error, "x-api"), ["2"]);
    assert_eq!(header(&error, "x-kept"), ["1"]);
    assert_eq!(header(&error, "x-status"), ["409"]);
    let error = WithHeaders::Beside { source: Stock::SoldOut };
    assert_eq!(header(&error, "x-stock"), ["own"]);
    assert_eq!(header(&error, "x-api"), ["own"]);
    // The media type of the enum is that of its own body only.
    let error = WithHeaders::Stock(Stock::Own);
    assert_eq!(header(&error, "content-type"), ["application/json"]);
    assert_eq!(header(&error, "x-stock"), ["outer"]);
    let error = WithHeaders::Nested(Api::Stock(Stock::Broken));
    assert_eq!(header(&error, "x-api"), ["2"]);
    assert_eq!(header(&error, "x-status"), ["500"]);
}

#[test]
fn a_body_of_the_inner_declaration_remains() {
    sends(&Api::Stock(Stock::Own), 410, JSON, r#"{"teapot":true}"#);
    sends(
        &Api::Stock(Stock::Declared),
        410,
        PROBLEM,
        r#"{"type":"https://example.com/declared","title":"Declared","status":410,"detail":"declared"}"#,
    );
    sends(&Api::Stock(Stock::Unchanged), 304, None, "");
    sends(&Api::Stock(Stock::Any(304)), 304, None, "");
}

#[test]
fn the_context_is_in_the_envelope_only_where_it_has_a_placeholder() {
    let context = Context::new().instance("/a").request_id("r7");
    let response = Api::Stock(Stock::SoldOut).to_response_with(&context);
    assert_eq!(
        response.body(),
        r#"{"error":{"code":77,"type":"about:blank","status":409,"title":"Conflict","message":"sold out","id":"r7"}}"#
    );
}

#[test]
fn the_case_and_the_inner_error_alone_are_as_before() {
    let outer = Api::Stock(Stock::SoldOut);
    assert_eq!(outer.case().code(), Some("77"));
    assert_eq!(outer.case().name(), Some("SoldOut"));
    assert_eq!(outer.detail().as_deref(), Some("sold out"));
    assert!(Stock::SoldOut.to_response().body().starts_with(br#"{"title":"Conflict""#));
    assert_eq!(Api::catalog().cases().count(), 8);
}

struct Lines;

impl BodyFormat for Lines {
    const CONTENT_TYPE: &'static str = "text/lines";

    fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
        let (status, code) = (error.status().as_u16(), error.code().unwrap_or("-"));
        body.extend(format!("{status} {code} {:?}", error.detail()).bytes());
        for (name, value) in error.extensions() {
            body.extend(format!(" {name}={value}").bytes());
        }
        Ok(())
    }
}

#[derive(Debug, Error)]
#[error("manual")]
struct Manual;

impl HttpError for Manual {
    fn case(&self) -> Case {
        Case::new(StatusCode::CONFLICT)
    }

    fn write_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
        parts.extension("left", &3);
        parts.header("x-manual", "1");
    }
}

#[derive(Debug, Error, HttpError)]
#[http(body = Lines)]
enum Formatted {
    #[error(transparent)]
    #[http(transparent)]
    Stock(#[from] Stock),
    #[error(transparent)]
    #[http(transparent)]
    Manual(#[from] Manual),
    #[error("boxed")]
    #[http(transparent, extension(left = 4), extension(by = by))]
    Boxed { source: Box<dyn HttpError>, by: u8 },
    #[error("expression")]
    #[http(transparent = &_0.0)]
    Expression((Manual, u8)),
}

#[test]
fn a_format_sees_the_inner_error() {
    let lines = Some("text/lines");
    let no_part = || Stock::NoPart { part: "a".to_owned() };
    sends(
        &Formatted::Stock(no_part()),
        404,
        lines,
        r#"404 no-part Some("no part \"a\"") part="a""#,
    );
    sends(&Formatted::Stock(Stock::Broken), 500, lines, "500 broken None");
    sends(&Formatted::Expression((Manual, 1)), 409, lines, r#"409 - Some("manual") left=3"#);
    sends(&Formatted::Manual(Manual), 409, lines, r#"409 - Some("manual") left=3"#);
    sends(
        &Formatted::Boxed { source: Box::new(Manual), by: 7 },
        409,
        lines,
        r#"409 - Some("manual") by=7 left=4"#,
    );
    sends(
        &Formatted::Boxed { source: Box::new(no_part()), by: 7 },
        404,
        lines,
        r#"404 no-part Some("no part \"a\"") by=7 left=4 part="a""#,
    );
}

#[derive(Debug, Error, HttpError)]
enum Beside {
    #[error("added")]
    #[http(transparent, header("x-stock" = "9"), header("x-more" = more, "x-code" = code,
        "x-detail" = detail, "x-status" = status), extension(more = more, part = "outer"), log = warn)]
    Added { source: Stock, more: u8 },
    #[error(transparent)]
    #[http(transparent, body = text)]
    Text(Stock),
    #[error(transparent)]
    #[http(transparent, body = empty)]
    Empty(Stock),
    #[error(transparent)]
    #[http(transparent, body = problem)]
    Problem(Stock),
    #[error("arms")]
    #[http(match _0 {
        0 => (transparent = _1, body = { "by": 0 }, header(CONTENT_TYPE = "application/x")),
        _ => (transparent = _1, extension(by = _0)),
    })]
    Arms(u8, Stock),
}

#[test]
fn keys_beside_transparent_are_added_and_win() {
    let error = Beside::Added { source: Stock::SoldOut, more: 5 };
    let response = error.to_response();
    let lines: Vec<_> = response.headers().get_all("x-stock").iter().collect();
    assert_eq!(lines, ["9"]);
    for (name, value) in [
        ("x-kept", "1"),
        ("x-more", "5"),
        ("x-code", "77"),
        ("x-detail", "sold out"),
        ("x-status", "409"),
    ] {
        assert_eq!(response.headers()[name], value);
    }
    sends(
        &error,
        409,
        PROBLEM,
        r#"{"title":"Conflict","status":409,"detail":"sold out","code":77,"more":5,"part":"outer"}"#,
    );
    let no_part = Stock::NoPart { part: "inner".to_owned() };
    sends(
        &Beside::Added { source: no_part, more: 5 },
        404,
        PROBLEM,
        r#"{"title":"Not Found","status":404,"detail":"no part \"inner\"","part":"outer","more":5}"#,
    );
    let context = Context::new().instance("/a");
    let response = error.to_response_with(&context);
    assert!(response.body().ends_with(br#""part":"outer","instance":"/a"}"#));
}

#[test]
fn a_body_beside_transparent_replaces_that_of_the_inner_error() {
    let text = Some("text/plain; charset=utf-8");
    sends(&Beside::Text(Stock::Own), 410, text, "teapot");
    sends(&Beside::Text(Stock::Broken), 500, text, "Internal Server Error");
    sends(&Beside::Empty(Stock::Own), 410, None, "");
    sends(
        &Beside::Problem(Stock::Own),
        410,
        PROBLEM,
        r#"{"title":"Gone","status":410,"detail":"teapot"}"#,
    );
    sends(
        &Beside::Problem(Stock::Declared),
        410,
        PROBLEM,
        r#"{"type":"https://example.com/declared","title":"Declared","status":410,"detail":"declared"}"#,
    );
    sends(&Beside::Arms(0, Stock::Broken), 500, Some("application/x"), r#"{"by":0}"#);
    sends(
        &Beside::Arms(1, Stock::SoldOut),
        409,
        PROBLEM,
        r#"{"title":"Conflict","status":409,"detail":"sold out","code":77,"by":1}"#,
    );
}

#[derive(Debug, Error, HttpError)]
#[http(body = { "middle": code })]
enum Middle {
    #[error(transparent)]
    #[http(transparent, header("x-level" = "middle", "x-middle" = "1"))]
    Stock(Stock),
    #[error(transparent)]
    #[http(transparent, body = { "always": code })]
    Always(Stock),
    #[error(transparent)]
    #[http(transparent)]
    Manual(Manual),
}

#[derive(Debug, Error, HttpError)]
#[http(body = { "outer": code, "by"?: by })]
enum Outer {
    #[error("middle")]
    #[http(transparent, header("x-level" = by), extension(by = by))]
    Middle { source: Middle, by: u8 },
    #[error(transparent)]
    #[http(transparent)]
    Plain(Middle),
}

#[test]
fn the_outermost_of_three_levels_gives_the_format() {
    let error = Outer::Middle { source: Middle::Stock(Stock::SoldOut), by: 8 };
    sends(&error, 409, JSON, r#"{"outer":77,"by":8}"#);
    let response = error.to_response();
    let lines: Vec<_> = response.headers().get_all("x-level").iter().collect();
    assert_eq!(lines, ["8"]);
    assert_eq!(response.headers()["x-middle"], "1");
    assert_eq!(response.headers()["x-stock"], "0");
    sends(&Outer::Plain(Middle::Stock(Stock::SoldOut)), 409, JSON, r#"{"outer":77}"#);
    sends(&Outer::Plain(Middle::Stock(Stock::Own)), 410, JSON, r#"{"teapot":true}"#);
    sends(&Outer::Plain(Middle::Always(Stock::Own)), 410, JSON, r#"{"always":"own"}"#);
    sends(&Outer::Plain(Middle::Manual(Manual)), 409, JSON, r#"{"outer":null}"#);
    sends(&Middle::Stock(Stock::SoldOut), 409, JSON, r#"{"middle":77}"#);
}

static NAME: HeaderName = header::ALLOW;

#[derive(Debug, Error, HttpError)]
enum Unsendable {
    #[error("a")]
    #[http(transparent = _0, header(self::NAME = _1, "x-none" = _2), extension(bad = Bad))]
    A(Stock, String, Option<u8>),
    #[error("a")]
    #[http(transparent = _0, header(self::NAME = _1, "x-none" = _2))]
    B(Stock, &'static str, Option<u8>),
}

#[derive(Debug)]
struct Bad;

impl serde::Serialize for Bad {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("bad"))
    }
}

#[test]
fn what_cannot_be_sent_is_left_out_or_a_500() {
    const FAILED: &str = r#"{"title":"Internal Server Error","status":500}"#;
    let response = Unsendable::A(Stock::SoldOut, "a".to_owned(), None).to_response();
    assert_eq!((response.status().as_u16(), &response.body()[..]), (500, FAILED.as_bytes()));
    let response = Unsendable::B(Stock::SoldOut, "a\r\nb: c", None).to_response();
    assert_eq!(response.status(), 409);
    assert!(!response.headers().contains_key("allow"));
    assert!(!response.headers().contains_key("x-none"));
}

#[derive(Debug, Error, HttpError)]
#[http(body = { "code": code, "part"?: part, "more": { ..extensions, "last": true } }, extension(zone = 1))]
enum Spread {
    #[error(transparent)]
    #[http(transparent)]
    Stock(#[from] Stock),
    #[error("manual")]
    #[http(transparent, extension(left = 5), extension(part = part))]
    Manual { source: Manual, part: u8 },
    #[error("own")]
    #[http(404, extension(a = a, b = "c", last = 7))]
    Own { a: Option<u8> },
    #[error("none")]
    #[http(410)]
    None,
}

#[test]
fn all_extension_members_are_in_the_template() {
    let no_part = Stock::NoPart { part: "a".to_owned() };
    sends(
        &Spread::Stock(no_part),
        404,
        JSON,
        r#"{"code":"no-part","more":{"part":"a","last":true}}"#,
    );
    sends(&Spread::Stock(Stock::SoldOut), 409, JSON, r#"{"code":77,"more":{"last":true}}"#);
    sends(
        &Spread::Manual { source: Manual, part: 3 },
        409,
        JSON,
        r#"{"code":null,"part":3,"more":{"left":5,"part":3,"last":true}}"#,
    );
    sends(
        &Spread::Own { a: None },
        404,
        JSON,
        r#"{"code":"own","more":{"b":"c","zone":1,"last":true}}"#,
    );
    sends(
        &Spread::Own { a: Some(2) },
        404,
        JSON,
        r#"{"code":"own","more":{"a":2,"b":"c","zone":1,"last":true}}"#,
    );
    sends(&Spread::None, 410, JSON, r#"{"code":"none","more":{"zone":1,"last":true}}"#);
}

#[derive(Debug, Error, HttpError)]
#[error("spread")]
#[http(404, body = { ..extensions, ..rest }, extension(a = 1, b = b))]
struct TwoSpreads {
    b: u8,
    rest: std::collections::BTreeMap<&'static str, u8>,
}

#[derive(Debug, Error, HttpError)]
#[error("field")]
#[http(404, body = { ..extensions })]
struct FieldOfThatName {
    extensions: std::collections::BTreeMap<&'static str, u8>,
}

#[test]
fn a_member_is_written_once_and_a_field_comes_first() {
    let rest = [("a", 3), ("c", 4)].into();
    sends(&TwoSpreads { b: 2, rest }, 404, JSON, r#"{"a":1,"b":2,"c":4}"#);
    let extensions = [("a", 3)].into();
    sends(&FieldOfThatName { extensions }, 404, JSON, r#"{"a":3}"#);
}

#[derive(Debug, Error, HttpError)]
#[error("secret")]
#[http(500, detail = "try later", body = Lines)]
struct Literal;

#[test]
fn a_format_sees_a_literal_detail() {
    sends(&Literal, 500, Some("text/lines"), r#"500 literal Some("try later")"#);
}

#[derive(Debug, Error, HttpError)]
#[http(header("x-shared" = "1"))]
enum Failing {
    #[error("failing")]
    #[http(404)]
    A,
}

#[derive(Debug, Error, HttpError)]
#[http(body = { "code": code, "bad": (Bad) })]
enum AroundFailing {
    #[error("failing")]
    #[http(transparent, header("x-own" = "1"))]
    A(Failing),
}

#[test]
fn the_500_of_an_envelope_that_fails_keeps_the_request_and_the_headers_of_the_inner_enum() {
    let context = Context::new().instance("/a").request_id("r7");
    let response = AroundFailing::A(Failing::A).to_response_with(&context);
    assert_eq!(response.status(), 500);
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    assert_eq!(response.headers()["x-shared"], "1");
    assert!(!response.headers().contains_key("x-own"));
    assert_eq!(
        response.body(),
        r#"{"title":"Internal Server Error","status":500,"instance":"/a","request_id":"r7"}"#
    );
}
