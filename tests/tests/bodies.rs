//! Bodies other than problem documents: JSON templates, text, none, and custom formats.

use std::collections::BTreeMap;
use std::error::Error;

use httperr::http::StatusCode;
use httperr::{BodyFormat, Context, ErrorView, HttpError};
use proptest::prelude::*;
use serde_json::{json, Value};

/// Returns the status, the media type and the body.
fn respond(error: &impl HttpError) -> (u16, String, String) {
    let response = error.to_response();
    let media = response.headers().get("content-type").map(|value| value.to_str().unwrap());
    let body = String::from_utf8(response.body().to_vec()).unwrap();
    (response.status().as_u16(), media.unwrap_or_default().to_owned(), body)
}

fn json_of(error: &impl HttpError) -> Value {
    let (_, media, body) = respond(error);
    assert_eq!(media, "application/json");
    serde_json::from_str(&body).unwrap()
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(
    codes(rename_all = "SCREAMING_SNAKE_CASE"),
    body = { "error": { "code": code, "message": detail, "kind": kind, "hint"?: hint } },
    extension(kind = "request")
)]
enum EnvelopeError {
    #[error("no account {id}")]
    #[http(404)]
    NoAccount { id: u64 },

    #[error("it is there")]
    #[http(409)]
    Conflict,

    #[error("secret of {0}")]
    #[http(500, extension(kind = "server"))]
    Secret(String),

    #[error("try again")]
    #[http(503, expose, retry_after = 5, extension(kind = "server"))]
    Busy { hint: Option<&'static str> },

    #[error("the account is hidden")]
    #[http(same_as = Conflict)]
    Hidden,

    #[error("plain <{0}>")]
    #[http(400, body = text)]
    Plain(String),

    #[error("upstream")]
    #[http(502, body = text)]
    Upstream,

    #[error("no body")]
    #[http(403, body = empty)]
    Nothing,

    #[error("a document")]
    #[http(410, body = problem)]
    Document,

    #[error("nothing changed")]
    #[http(304, allow(redirect))]
    NotModified,
}

#[test]
fn a_template_uses_the_placeholders_of_the_response() {
    assert_eq!(
        respond(&EnvelopeError::NoAccount { id: 7 }).2,
        r#"{"error":{"code":"NO_ACCOUNT","message":"no account 7","kind":"request"}}"#
    );
    assert_eq!(
        respond(&EnvelopeError::Conflict).2,
        r#"{"error":{"code":"CONFLICT","message":"it is there","kind":"request"}}"#
    );
}

#[test]
fn the_text_of_a_500_is_not_in_a_template() {
    let (status, media, body) = respond(&EnvelopeError::Secret("db-7".into()));
    assert_eq!((status, media.as_str()), (500, "application/json"));
    assert!(!body.contains("db-7"), "{body}");
    let expected = json!({"error": {
        "code": "SECRET", "message": "Internal Server Error", "kind": "server"
    }});
    assert_eq!(serde_json::from_str::<Value>(&body).unwrap(), expected);
}

#[test]
fn an_optional_member_is_omitted_without_a_value_or_field() {
    let busy = |hint| json_of(&EnvelopeError::Busy { hint })["error"].clone();
    assert_eq!(busy(Some("later"))["hint"], "later");
    assert!(busy(None).get("hint").is_none());
    assert!(json_of(&EnvelopeError::Conflict)["error"].get("hint").is_none());
}

#[test]
fn same_as_has_the_response_of_the_other_case_and_its_own_catalog_entry() {
    assert_eq!(respond(&EnvelopeError::Hidden), respond(&EnvelopeError::Conflict));
    assert_eq!(EnvelopeError::Hidden.case().name(), Some("Hidden"));
    assert_eq!(EnvelopeError::Hidden.case().code(), Some("CONFLICT"));
    assert_eq!(EnvelopeError::Hidden.detail().as_deref(), Some("it is there"));
}

#[test]
fn a_text_body_is_the_public_text_or_the_title() {
    let text = "text/plain; charset=utf-8".to_owned();
    let plain = respond(&EnvelopeError::Plain("a\"b".into()));
    assert_eq!(plain, (400, text.clone(), "plain <a\"b>".to_owned()));
    assert_eq!(respond(&EnvelopeError::Upstream), (502, text, "Bad Gateway".to_owned()));
}

#[test]
fn an_empty_body_has_no_media_type() {
    assert_eq!(respond(&EnvelopeError::Nothing), (403, String::new(), String::new()));
    assert_eq!(respond(&EnvelopeError::NotModified), (304, String::new(), String::new()));
}

#[test]
fn a_variant_may_keep_the_problem_document() {
    let (_, media, body) = respond(&EnvelopeError::Document);
    assert_eq!(media, "application/problem+json");
    assert!(body.contains(r#""detail":"a document""#), "{body}");
}

#[test]
fn a_constant_body_is_a_static_byte_string() {
    for error in [EnvelopeError::Conflict, EnvelopeError::Upstream, EnvelopeError::Hidden] {
        let (one, other) = (error.to_response().into_body(), error.to_response().into_body());
        assert_eq!(one.as_ptr(), other.as_ptr(), "{error:?}");
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://docs.example.com/errors#")]
enum Request {
    #[error("where am I")]
    #[http(404, body = {
        "link": type, "at": instance, "id": request_id, "maybe"?: instance, "last": true
    })]
    Here,

    #[error("mine {request_id}")]
    #[http(404, body = { "id": request_id })]
    Mine { request_id: u8 },
}

#[test]
fn a_template_has_placeholders_for_the_request() {
    let body = |context: &Context<'_>| {
        let response = Request::Here.to_response_with(context);
        serde_json::from_slice::<Value>(response.body()).unwrap()
    };
    let link = "https://docs.example.com/errors#here";
    assert_eq!(body(&Context::new()), json!({"link": link, "at": null, "id": null, "last": true}));
    assert_eq!(
        body(&Context::new().instance("/a").request_id("\"7\"")),
        json!({"link": link, "at": "/a", "id": "\"7\"", "maybe": "/a", "last": true})
    );
    assert_eq!(respond(&Request::Mine { request_id: 9 }).2, r#"{"id":9}"#);
}

/// Optional members come first, last, and alone.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("{a:?} {b:?}")]
#[http(422, body = {
    "a"?: a,
    "b"?: b,
    "sure": [1, -2.5, "q\"", null, true, { "a"?: a }, [b, (b.is_some())]],
    "c"?: a,
    "none"?: null,
    "detail"?: detail,
    "type"?: type,
    "status": status
})]
struct Optional {
    a: Option<u8>,
    b: Option<String>,
}

proptest! {
    #[test]
    fn a_template_without_optional_members_is_json(a: Option<u8>, b: Option<String>) {
        let sent = json_of(&Optional { a, b: b.clone() });
        let mut expected = json!({
            "sure": [1, -2.5, "q\"", null, true, {}, [b, b.is_some()]],
            "detail": format!("{a:?} {b:?}"),
            "status": 422,
        });
        if let Some(a) = a {
            expected["a"] = a.into();
            expected["c"] = a.into();
            expected["sure"][5]["a"] = a.into();
        }
        if let Some(b) = b {
            expected["b"] = b.into();
        }
        prop_assert_eq!(sent, expected);
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
enum RunTime {
    #[error("upstream status {status}")]
    #[http(status = status, body = { "status": status, "field": (status), "title": title, "why"?: detail })]
    Status { status: u16 },

    #[error("unserializable")]
    #[http(400, body = { "map": map })]
    Map { map: BTreeMap<Vec<u8>, u8> },

    #[error("of an arm")]
    #[http(match _0 {
        Some(n) if *n > 5 => (404, body = { "n": n }),
        Some(_) => (410, body = text),
        None => (same_as = Constant),
    })]
    Match(Option<u8>),

    #[error("one response")]
    #[http(403)]
    Constant,
}

#[test]
fn the_status_in_a_template_equals_the_status_sent() {
    let sent = json_of(&RunTime::Status { status: 404 });
    assert_eq!(
        sent,
        json!({"status": 404, "field": 404, "title": "Not Found", "why": "upstream status 404"})
    );
    let sent = json_of(&RunTime::Status { status: 99 });
    assert_eq!(sent, json!({"status": 500, "field": 99, "title": "Internal Server Error"}));
}

#[test]
fn a_failed_serialization_in_a_template_is_a_complete_500() {
    let (status, media, body) = respond(&RunTime::Map { map: [(vec![1], 1)].into() });
    assert_eq!((status, media.as_str()), (500, "application/problem+json"));
    assert_eq!(body, r#"{"title":"Internal Server Error","status":500}"#);
}

#[test]
fn an_arm_has_a_body_of_its_own() {
    assert_eq!(respond(&RunTime::Match(Some(9))).2, r#"{"n":9}"#);
    assert_eq!(respond(&RunTime::Match(Some(1))).2, "of an arm");
    assert_eq!(respond(&RunTime::Match(None)), respond(&RunTime::Constant));
    assert_eq!(RunTime::Match(None).case().name(), Some("MatchNone"));
}

/// An HTML page.
struct Page;

impl BodyFormat for Page {
    const CONTENT_TYPE: &'static str = "text/html; charset=utf-8";

    fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
        let (status, text) = (error.status(), error.detail().unwrap_or(error.title()));
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let more = serde_json::to_string(&error.extensions())?;
        body.extend_from_slice(format!("<h1>{status}</h1><p>{text}</p>{more}").as_bytes());
        Ok(())
    }
}

struct Fails;

impl BodyFormat for Fails {
    const CONTENT_TYPE: &'static str = "application/xml";

    fn write(_: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
        body.extend_from_slice(b"<half");
        Err("no pen".into())
    }
}

struct Injects;

impl BodyFormat for Injects {
    const CONTENT_TYPE: &'static str = "text/html\r\nset-cookie: a=b";

    fn write(_: &ErrorView<'_>, _: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
        Ok(())
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = Page)]
enum Site {
    #[error("no page <{0}>")]
    #[http(404, extension(page = _0, kind = "page"))]
    NoPage(String),

    #[error("secret")]
    #[http(500)]
    Broken,

    #[error("other type")]
    #[http(404, header(CONTENT_TYPE = "text/html"))]
    Declared,

    #[error("fails")]
    #[http(404, body = Fails)]
    Fails,

    #[error("injects")]
    #[http(404, body = self::Injects)]
    Injects,

    #[error("status {status}")]
    #[http(status = status)]
    Status { status: StatusCode },
}

#[test]
fn a_custom_format_writes_the_public_text() {
    let html = "text/html; charset=utf-8".to_owned();
    assert_eq!(
        respond(&Site::NoPage("a".into())),
        (
            404,
            html.clone(),
            "<h1>404 Not Found</h1><p>no page &lt;a></p>{\"kind\":\"page\",\"page\":\"a\"}".into()
        )
    );
    assert_eq!(
        respond(&Site::Broken),
        (500, html, "<h1>500 Internal Server Error</h1><p>Internal Server Error</p>{}".to_owned())
    );
    assert_eq!(respond(&Site::Declared).1, "text/html");
}

#[test]
fn a_failed_format_is_a_complete_500() {
    let failed = (
        500,
        "application/problem+json".to_owned(),
        r#"{"title":"Internal Server Error","status":500}"#.to_owned(),
    );
    assert_eq!(respond(&Site::Fails), failed);
    assert_eq!(respond(&Site::Injects), failed);
}

#[test]
fn a_status_without_content_has_no_body_in_any_format() {
    let error = Site::Status { status: StatusCode::NOT_MODIFIED };
    assert_eq!(respond(&error), (304, String::new(), String::new()));
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("spread")]
#[http(422, body = { ..extra, "sure": 1, ..(Some(BTreeMap::from([("b", 2)]))), "in": { ..extra } })]
struct Spread {
    extra: Option<BTreeMap<String, u8>>,
}

proptest! {
    #[test]
    fn a_template_with_members_of_a_value_is_json(extra: Option<BTreeMap<String, u8>>) {
        let mut expected = json!({"in": extra.clone().unwrap_or_default()});
        for (name, value) in extra.iter().flatten() {
            expected[name] = (*value).into();
        }
        expected["sure"] = 1.into();
        // The first of two spreads with the same name wins.
        if expected.get("b").is_none() {
            expected["b"] = 2.into();
        }
        expected["in"] = json!(extra.clone().unwrap_or_default());
        prop_assert_eq!(json_of(&Spread { extra }), expected);
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(header("x-error" = code, "x-text" = detail))]
enum Whole {
    #[error("any")]
    #[http(status = *status, match value {
        Value::Array(_) => (400, body = { ..value }),
        Value::Null => (body = empty),
        _ => (body = (value)),
    })]
    Value { status: u16, value: Value },

    #[error("known")]
    #[http(404, header("x-status" = status, "x-title" = title, "x-type" = type))]
    Known,

    #[error("secret")]
    #[http(500)]
    Secret,

    #[error("own")]
    #[http(404, header("x-own" = code))]
    Own { code: u8 },
}

#[test]
fn a_body_can_be_a_run_time_value() {
    let value = |status, value| respond(&Whole::Value { status, value });
    let json = "application/json".to_owned();
    assert_eq!(value(409, json!("a")), (409, json.clone(), "\"a\"".to_owned()));
    assert_eq!(value(418, json!({})), (418, json, "{}".to_owned()));
}

#[test]
fn a_status_beside_a_match_applies_to_arms_without_one() {
    let value = |value| respond(&Whole::Value { status: 410, value }).0;
    assert_eq!(value(json!(null)), 410);
    assert_eq!(value(json!(1)), 410);
}

#[test]
fn spreading_a_value_other_than_an_object_is_a_complete_500() {
    let (status, media, body) = respond(&Whole::Value { status: 400, value: json!([1]) });
    assert_eq!((status, media.as_str()), (500, "application/problem+json"));
    assert_eq!(body, r#"{"title":"Internal Server Error","status":500}"#);
}

#[test]
fn a_header_uses_the_placeholders_of_the_response() {
    let headers = |error: &Whole| error.to_response().headers().clone();
    let known = headers(&Whole::Known);
    for (name, value) in [
        ("x-error", "known"),
        ("x-text", "known"),
        ("x-status", "404"),
        ("x-title", "Not Found"),
        ("x-type", "about:blank"),
    ] {
        assert_eq!(known[name], value);
    }
    let secret = headers(&Whole::Secret);
    assert_eq!(secret["x-error"], "secret");
    assert!(secret.get("x-text").is_none());
    let own = headers(&Whole::Own { code: 7 });
    assert_eq!((&own["x-error"], &own["x-own"]), (&"own".parse().unwrap(), &"7".parse().unwrap()));
    assert_eq!(headers(&Whole::Value { status: 404, value: json!(1) })["x-text"], "any");
    // Constant headers are in the table.
    assert_eq!(Whole::Known.case().headers().count(), 5);
}

/// A template for several arms, some of which have one more member.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("x")]
#[http(body = { "more"?: more, "status": status }, match kind {
    n if *n > 5 => (404, extension(more = n)),
    _ => 500,
})]
struct Arms {
    kind: u16,
}

#[test]
fn a_template_may_use_members_missing_from_some_arms() {
    assert_eq!(respond(&Arms { kind: 6 }).2, r#"{"more":6,"status":404}"#);
    assert_eq!(respond(&Arms { kind: 5 }).2, r#"{"status":500}"#);
}

#[test]
fn a_spread_omits_members_named_in_the_template() {
    let extra = Some(BTreeMap::from([("sure".to_owned(), 7), ("in".to_owned(), 7)]));
    assert_eq!(respond(&Spread { extra }).2, r#"{"sure":1,"b":2,"in":{"in":7,"sure":7}}"#);
}

/// A member name that JSON escapes.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("escaped")]
#[http(422, body = { "a\"b": 1, ..extra })]
struct Escaped {
    extra: BTreeMap<String, u8>,
}

#[test]
fn an_escaped_member_name_is_not_repeated() {
    let extra = [("a\"b".to_owned(), 7)].into();
    assert_eq!(respond(&Escaped { extra }).2, r#"{"a\"b":1}"#);
}
