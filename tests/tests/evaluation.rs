//! Each expression of a declaration is evaluated once per response. `status()` alone evaluates only
//! the expressions that determine the status.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use httperr::http::{HeaderName, StatusCode};
use httperr::{Context, HttpError, Negotiation};

thread_local! {
    static CALLS: RefCell<BTreeMap<&'static str, u32>> = const { RefCell::new(BTreeMap::new()) };
}

/// Records that the expression `name` is evaluated.
fn count<T>(name: &'static str, value: T) -> T {
    CALLS.with(|calls| *calls.borrow_mut().entry(name).or_default() += 1);
    value
}

fn calls(run: impl FnOnce()) -> BTreeMap<&'static str, u32> {
    CALLS.with(|calls| calls.borrow_mut().clear());
    run();
    CALLS.with(|calls| calls.take())
}

/// Checks that a response evaluates each of the expressions once, and `status()` only `of_status`,
/// with every method that builds a response.
fn check<E>(error: E, all: &[&'static str], of_status: &[&'static str])
where
    E: HttpError + axum::response::IntoResponse + actix_web::ResponseError + Clone + 'static,
{
    let once = |names: &[&'static str]| -> BTreeMap<&'static str, u32> {
        names.iter().map(|name| (*name, 1)).collect()
    };
    let all = once(all);
    assert_eq!(calls(|| drop(error.to_response())), all);
    assert_eq!(calls(|| drop(axum::response::IntoResponse::into_response(error.clone()))), all);
    assert_eq!(calls(|| drop(actix_web::ResponseError::error_response(&error))), all);
    assert_eq!(calls(|| drop(httperr::rocket::respond(&error))), all);
    assert_eq!(
        calls(|| {
            error.status();
        }),
        once(of_status)
    );
    let boxed: Box<dyn HttpError> = Box::new(error.clone());
    assert_eq!(calls(|| drop(boxed.to_response())), all);
    assert_eq!(
        calls(|| {
            boxed.status();
        }),
        once(of_status)
    );
    for outer in [Outer::Field(error.clone()), Outer::Nested(Box::new(Outer::Field(error.clone())))]
    {
        assert_eq!(calls(|| drop(outer.to_response())), all);
        assert_eq!(
            calls(|| {
                outer.status();
            }),
            once(of_status)
        );
    }
    let mut all = all;
    all.insert("inner", 1);
    let outer = Outer::Expression(error);
    assert_eq!(calls(|| drop(outer.to_response())), all);
}

#[derive(Clone, Debug, thiserror::Error, HttpError)]
enum Outer<E: HttpError + Clone + 'static> {
    #[error("field")]
    #[http(transparent)]
    Field(E),
    #[error("nested")]
    #[http(transparent)]
    Nested(Box<Outer<E>>),
    #[error("expression")]
    #[http(transparent = count("inner", _0))]
    Expression(E),
}

#[derive(Clone, Debug, thiserror::Error, HttpError)]
#[error("every key")]
#[http(
    status = count("status", *status),
    detail = count("detail", "public"),
    header("x-status" = status, "x-detail" = detail, "x-title" = title, "x-a" = count("header", 1)),
    retry_after = count("retry_after", 5),
    extension(a = count("extension", 1)),
)]
struct EveryKey {
    status: u16,
}

#[test]
fn every_key_is_evaluated_once() {
    let all = ["detail", "extension", "header", "retry_after", "status"];
    check(EveryKey { status: 404 }, &all, &["status"]);
    check(EveryKey { status: 503 }, &all, &["status"]);
}

#[derive(Clone, Debug, thiserror::Error, HttpError)]
#[error("template")]
#[http(
    status = count("status", 404_u16),
    detail = count("detail", "public"),
    header("x-status" = status, "x-detail" = detail, "x-again" = detail),
    body = { "s": status, "t": status, "d": detail, "e": detail, "v": (count("value", 1)),
             "o"?: (count("optional", None::<u8>)), ..(count("spread", Extra { x: 1 })) },
)]
struct Template;

#[derive(serde::Serialize)]
struct Extra {
    x: u8,
}

#[test]
fn placeholders_do_not_evaluate_expressions_again() {
    check(Template, &["detail", "optional", "spread", "status", "value"], &["status"]);
}

#[derive(Clone, Debug, thiserror::Error, HttpError)]
#[error("no such thing")]
#[http(404, header("x-a" = count("header", 1)))]
struct Fixed;

#[test]
fn a_fixed_status_evaluates_no_expression() {
    check(Fixed, &["header"], &[]);
}

fn is(value: u8, other: u8) -> bool {
    count("guard", value == other)
}

#[derive(Clone, Debug, thiserror::Error, HttpError)]
enum Matched {
    #[error("bound")]
    #[http(match count("scrutinee", _0.checked_sub(3)) {
        Some(n) => (429, retry_after = count("retry_after", n), header("x-n" = n)),
        None => (404, header("x-a" = count("header", 1))),
    })]
    Bound(u8),
    #[error("indexed")]
    #[http(match count("scrutinee", *_0) {
        1 => (409, header("x-a" = count("header", _0))),
        _ => 400,
    })]
    Indexed(u8),
    #[error("guarded")]
    #[http(match _0 {
        n if is(*n, 7) => (429, retry_after = count("retry_after", n)),
        _ => (404, header("x-a" = count("header", 1))),
    })]
    Guarded(u8),
    #[error("inside")]
    #[http(match _0 {
        Ok(n) if is(*n, 7) => (transparent = count("given", _1)),
        Ok(_) => 410,
        Err(inner) => (transparent = inner),
    })]
    Inside(Result<u8, Inner>, Inner),
    #[error("run time")]
    #[http(match count("scrutinee", *_0) { n => (status = count("status", n), detail = "public {n}") })]
    RunTime(u16),
}

#[derive(Clone, Debug, thiserror::Error, HttpError)]
#[error("inner")]
#[http(status = count("inner status", 409_u16), header("x-b" = count("inner header", 2)))]
struct Inner;

#[test]
fn scrutinees_and_guards_are_evaluated_once() {
    check(Matched::Bound(5), &["retry_after", "scrutinee"], &["scrutinee"]);
    check(Matched::Bound(1), &["header", "scrutinee"], &["scrutinee"]);
    check(Matched::Indexed(1), &["header", "scrutinee"], &["scrutinee"]);
    check(Matched::Guarded(7), &["guard", "retry_after"], &["guard"]);
    check(Matched::Guarded(1), &["guard", "header"], &["guard"]);
    check(Matched::RunTime(410), &["scrutinee", "status"], &["scrutinee", "status"]);
}

#[test]
fn a_transparent_arm_is_evaluated_once() {
    let inner = ["inner header", "inner status"];
    let with = |more: &[&'static str]| [more, &inner].concat();
    check(
        Matched::Inside(Ok(7), Inner),
        &with(&["given", "guard"]),
        &["given", "guard", "inner status"],
    );
    check(Matched::Inside(Ok(1), Inner), &["guard"], &["guard"]);
    check(Matched::Inside(Err(Inner), Inner), &inner, &["inner status"]);
}

/// A shared value may change while a response is built.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("secret {0:?}")]
#[http(
    status = _0.borrow_mut().next().unwrap_or(500),
    header("x-status" = status, "x-detail" = detail)
)]
struct Shared(RefCell<std::vec::IntoIter<u16>>);

#[test]
fn masking_is_decided_once_for_the_body_and_the_headers() {
    let response = Shared(RefCell::new(vec![500, 404, 404].into_iter())).to_response();
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(response.headers()["x-status"], "500");
    assert!(response.headers().get(HeaderName::from_static("x-detail")).is_none());
    assert_eq!(response.body(), r#"{"title":"Internal Server Error","status":500}"#);
}

/// A `Display` with another output on each call.
#[derive(Debug, HttpError)]
#[http(400, header("x-detail" = detail), extension(n = 1_u8 + 1))]
struct Changing(std::cell::Cell<u8>);

impl std::error::Error for Changing {}

impl std::fmt::Display for Changing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.set(self.0.get() + 1);
        write!(f, "text {}", self.0.get())
    }
}

#[test]
fn header_and_body_have_the_same_text() {
    let response = Changing(0.into()).to_response();
    assert_eq!(response.headers()["x-detail"], "text 1");
    assert_eq!(response.body(), r#"{"title":"Bad Request","status":400,"detail":"text 1","n":2}"#);
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Shadowing {
    #[error("limited")]
    #[http(match wait {
        Some(wait) => (429, retry_after = *wait, detail = "wait {wait:?}"),
        None => 503,
    })]
    Limited { wait: Option<Duration> },
    #[error("other")]
    #[http(match kind { Some(id) => (404, header("x-id" = id)), None => (410, header("x-id" = id)) })]
    Other { kind: Option<u8>, id: u16 },
}

#[test]
fn a_pattern_that_binds_the_name_of_a_field_shadows_it() {
    let limited = Shadowing::Limited { wait: Some(Duration::from_secs(3)) }.to_response();
    assert_eq!(limited.headers()["retry-after"], "3");
    assert!(limited.body().ends_with(br#""detail":"wait 3s"}"#));
    assert_eq!(Shadowing::Limited { wait: None }.status(), 503);
    let id = |error: Shadowing| error.to_response().headers()["x-id"].clone();
    assert_eq!(id(Shadowing::Other { kind: Some(1), id: 2 }), "1");
    assert_eq!(id(Shadowing::Other { kind: None, id: 2 }), "2");
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("not found")]
#[http(match self.kind() {
    (Some(name), found) => (404, detail = "{found} of {name}"),
    (None, _) => 500,
})]
struct NotFound;

impl NotFound {
    fn kind(&self) -> (Option<&'static str>, u8) {
        (Some("orders"), 3)
    }
}

#[test]
fn a_placeholder_uses_the_bindings_of_the_pattern() {
    assert!(NotFound.to_response().body().ends_with(br#""detail":"3 of orders"}"#));
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("text {}", count("text", 1))]
enum AnyBody {
    #[http(422)]
    Problem,
    #[http(422, body = { "message": detail })]
    Template,
    #[http(422, body = text)]
    Text,
}

#[test]
fn the_text_of_a_negotiated_format_is_not_formatted_again() {
    let offered = Negotiation::all().envelopes();
    for error in [AnyBody::Problem, AnyBody::Template, AnyBody::Text] {
        for accept in ["text/plain", "text/html", "application/json"] {
            let context = Context::new().accept(accept).negotiate(offered);
            let once = BTreeMap::from([("text", 1)]);
            assert_eq!(
                calls(|| {
                    let response = error.to_response_with(&context);
                    let is_text = accept.starts_with("text");
                    let has_text = response.body().windows(6).any(|text| text == b"text 1");
                    assert!(has_text || !is_text, "{error:?} {accept}");
                }),
                once,
                "{error:?} {accept}"
            );
        }
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("reading: {0}")]
enum WithoutText {
    #[http(422, body = { "message": title })]
    Constant(String),
    #[http(422, body = { "message": title, "id": (1) })]
    Value(String),
    #[http(422, body = empty)]
    Empty(String),
}

#[test]
fn a_text_that_the_body_omits_is_in_no_other_format() {
    let secret = || "secret".to_owned();
    for error in [
        WithoutText::Constant(secret()),
        WithoutText::Value(secret()),
        WithoutText::Empty(secret()),
    ] {
        for accept in ["text/plain", "text/html"] {
            let context = Context::new().accept(accept).negotiate(Negotiation::all().envelopes());
            let response = error.to_response_with(&context);
            let media_type = response.headers()["content-type"].to_str().unwrap();
            assert!(media_type.starts_with(accept), "{media_type}");
            assert!(!response.body().windows(6).any(|text| text == b"secret"), "{error:?}");
        }
    }
}
