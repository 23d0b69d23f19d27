//! Manual implementations of `HttpError` around other errors: for any calls, in any order and
//! number, the response is well formed.

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;

use httperr::http::StatusCode;
use httperr::{BodyFormat, Case, Context, ErrorView, HttpError, ResponseParts};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{json, Value};

/// JSON without duplicate names.
struct Strict;

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Strict;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }
            fn visit_bool<E>(self, _: bool) -> Result<Strict, E> {
                Ok(Strict)
            }
            fn visit_i64<E>(self, _: i64) -> Result<Strict, E> {
                Ok(Strict)
            }
            fn visit_u64<E>(self, _: u64) -> Result<Strict, E> {
                Ok(Strict)
            }
            fn visit_f64<E>(self, _: f64) -> Result<Strict, E> {
                Ok(Strict)
            }
            fn visit_str<E>(self, _: &str) -> Result<Strict, E> {
                Ok(Strict)
            }
            fn visit_unit<E>(self) -> Result<Strict, E> {
                Ok(Strict)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Strict, A::Error> {
                while seq.next_element::<Strict>()?.is_some() {}
                Ok(Strict)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Strict, A::Error> {
                let mut names = Vec::new();
                while let Some((name, Strict)) = map.next_entry::<String, Strict>()? {
                    if names.contains(&name) {
                        return Err(de::Error::custom(format!("`{name}` is there twice")));
                    }
                    names.push(name);
                }
                Ok(Strict)
            }
        }
        deserializer.deserialize_any(Any)
    }
}

struct Members;

impl BodyFormat for Members {
    const CONTENT_TYPE: &'static str = "application/vnd.members+json";

    fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn StdError>> {
        let json = json!({
            "status": error.status().as_u16(),
            "text": error.detail(),
            "members": error.extensions(),
        });
        body.extend_from_slice(json.to_string().as_bytes());
        Ok(())
    }
}

/// One variant for each kind of body and part.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(header("x-enum" = "all"))]
enum Derived {
    #[error("static")]
    #[http(404)]
    Static,
    #[error("{0}")]
    #[http(409, extension(balance = _0, price = 7, owner = None::<u8>))]
    Members(String),
    #[error("template {0}")]
    #[http(410, body = { "a": (_0), "b": 1, "status": status, "message": detail, "n"?: (None::<u8>) })]
    Template(u8),
    #[error("spread")]
    #[http(422, body = { "own": 1, ..(_0), "inside": { ..(_1), "a": 1 }, "status": status, ..(_1) })]
    Spread(BTreeMap<String, Value>, BTreeMap<String, Value>),
    #[error("text {0}")]
    #[http(400, body = text)]
    Text(String),
    #[error("empty {0}")]
    #[http(400, body = empty, header("x-empty" = _0))]
    Empty(u8),
    #[error("custom {0}")]
    #[http(418, allow(deprecated), body = Members, extension(a = None::<u8>, b = 2, c = _0))]
    Custom(u8),
    #[error("run time {1}")]
    #[http(status = _0, detail = "public {_1}", header("x-status" = status, "x-detail" = detail))]
    RunTime(u16, String),
    #[error("by arm")]
    #[http(match _0.checked_sub(3) {
        Some(n @ 0..=3) => (429, retry_after = n, extension(n = n)),
        Some(n) => (503, retry_after = n, extension(n = n)),
        None => 500,
    })]
    Arm(u8),
    #[error(transparent)]
    #[http(transparent)]
    Inner(Box<Derived>),
    #[error("expression")]
    #[http(transparent = _0.as_ref())]
    Expression(Box<Derived>),
    #[error(transparent)]
    #[http(transparent)]
    Manual(Box<Manual>),
}

/// A call of a manual implementation.
#[derive(Clone, Debug)]
enum Step {
    Header(String, String),
    RetryAfter(i64),
    Extension(String, Value),
    Parts(usize),
    Status(u16),
    Detail(String),
    Value(Value),
    Format,
    Transparent(usize),
}

#[derive(Debug)]
struct Manual {
    case: Result<usize, u16>,
    steps: Vec<Step>,
    inner: Vec<Box<dyn HttpError>>,
}

impl fmt::Display for Manual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "manual \"{}\"", self.steps.len())
    }
}

impl StdError for Manual {}

impl HttpError for Manual {
    fn case(&self) -> Case {
        match self.case {
            Ok(at) if at < self.inner.len() => self.inner[at].case(),
            Ok(_) => Case::new(StatusCode::CONFLICT),
            Err(status) => Case::new(StatusCode::from_u16(status).unwrap_or_default()),
        }
    }

    fn write_parts<'a>(&'a self, sink: &mut ResponseParts<'a>) {
        let inner = |at: usize| self.inner.get(at % self.inner.len().max(1));
        for step in &self.steps {
            match step {
                Step::Header(name, value) => sink.header(name, value),
                Step::RetryAfter(seconds) => sink.retry_after(seconds),
                Step::Extension(name, value) => sink.extension(name, value),
                Step::Parts(at) => inner(*at).into_iter().for_each(|inner| inner.write_parts(sink)),
                Step::Status(status) => drop(sink.status(status)),
                Step::Detail(text) => drop(sink.detail(format_args!("{text}"))),
                Step::Value(value) => sink.value(value),
                Step::Format => sink.format::<Members>(),
                Step::Transparent(at) => {
                    inner(*at).into_iter().for_each(|inner| sink.transparent(&**inner));
                }
            }
        }
    }
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("trace".to_owned()),
        Just("balance".to_owned()),
        Just("status".to_owned()),
        Just("own".to_owned()),
        Just("x-enum".to_owned()),
        Just("content-type".to_owned()),
        any::<String>(),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<i32>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!({ "a": [1, { "b": "}\"" }], "own": 2 })),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => (name(), any::<String>()).prop_map(|(name, value)| Step::Header(name, value)),
        1 => any::<i64>().prop_map(Step::RetryAfter),
        4 => (name(), value()).prop_map(|(name, value)| Step::Extension(name, value)),
        4 => (0..4_usize).prop_map(Step::Parts),
        1 => any::<u16>().prop_map(Step::Status),
        1 => any::<String>().prop_map(Step::Detail),
        2 => value().prop_map(Step::Value),
        1 => Just(Step::Format),
        1 => (0..4_usize).prop_map(Step::Transparent),
    ]
}

fn object() -> impl Strategy<Value = BTreeMap<String, Value>> {
    proptest::collection::btree_map(name(), value(), 0..4)
}

fn derived() -> impl Strategy<Value = Derived> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(|_| Derived::Static),
        any::<String>().prop_map(Derived::Members),
        any::<u8>().prop_map(Derived::Template),
        (object(), object()).prop_map(|(one, other)| Derived::Spread(one, other)),
        any::<String>().prop_map(Derived::Text),
        any::<u8>().prop_map(Derived::Empty),
        any::<u8>().prop_map(Derived::Custom),
        (any::<u16>(), any::<String>())
            .prop_map(|(status, text)| Derived::RunTime(status % 700, text)),
        (0..9_u8).prop_map(Derived::Arm),
    ];
    (leaf, 0..4_u8).prop_map(|(leaf, around)| {
        (0..around).fold(leaf, |inner, at| match at % 2 {
            0 => Derived::Inner(Box::new(inner)),
            _ => Derived::Expression(Box::new(inner)),
        })
    })
}

fn manual() -> impl Strategy<Value = Manual> {
    let case = prop_oneof![(0..4_usize).prop_map(Ok), (0..700_u16).prop_map(Err)];
    let steps = || proptest::collection::vec(step(), 0..6);
    let inside = (case.clone(), steps(), proptest::collection::vec(derived(), 0..3));
    let inside = inside.prop_map(|(case, steps, inner)| {
        let inner = inner.into_iter().map(|error| Box::new(error) as Box<dyn HttpError>).collect();
        Manual { case, steps, inner }
    });
    (case, steps(), proptest::collection::vec(derived(), 0..3), proptest::option::of(inside))
        .prop_map(|(case, steps, inner, inside)| {
            let inner = inner.into_iter().map(|error| Box::new(error) as Box<dyn HttpError>);
            let wrapped = inside
                .map(|inside| Box::new(Derived::Manual(Box::new(inside))) as Box<dyn HttpError>);
            Manual { case, steps, inner: inner.chain(wrapped).collect() }
        })
}

/// Checks that a response is well formed, and that its body has the status that is sent.
fn check(error: &dyn HttpError, context: &Context<'_>) -> Result<(), TestCaseError> {
    let response = error.to_response_with(context);
    let status = response.status().as_u16();
    let media = response.headers().get("content-type").map(|media| media.as_bytes().to_vec());
    let body = response.body();
    prop_assert!((200..600).contains(&status), "{status}");
    let kinds: [&[u8]; 3] =
        [b"application/problem+json", b"application/json", b"application/vnd.members+json"];
    if media.is_some_and(|media| kinds.contains(&&media[..])) {
        let text = String::from_utf8_lossy(body);
        if let Err(error) = serde_json::from_slice::<Strict>(body) {
            return Err(TestCaseError::fail(format!("{error} in {text}")));
        }
        let json: Value = serde_json::from_slice(body).unwrap();
        if let Some(body_status) = json.get("status") {
            prop_assert_eq!(body_status, &Value::from(status), "{}", text);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_000,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_manual_impl_never_sends_a_malformed_response(error in manual(), known in any::<bool>()) {
        let context = if known { Context::new().instance("/a").request_id("r") } else { Context::new() };
        check(&error, &context)?;
        check(&Derived::Manual(Box::new(error)), &context)?;
    }

    #[test]
    fn a_derived_error_never_sends_a_malformed_response(error in derived()) {
        check(&error, &Context::new())?;
        let boxed: Box<dyn HttpError> = Box::new(error);
        check(&boxed, &Context::new().instance("/a"))?;
    }
}

/// Adds parts to the response of the inner error.
#[derive(Debug, thiserror::Error)]
#[error("around: {0}")]
struct Around<E: HttpError + 'static>(E, bool);

impl<E: HttpError> HttpError for Around<E> {
    fn case(&self) -> Case {
        self.0.case()
    }

    fn write_parts<'a>(&'a self, sink: &mut ResponseParts<'a>) {
        if self.1 {
            sink.extension("trace", "abc");
        }
        self.0.write_parts(sink);
        if !self.1 {
            sink.extension("trace", "abc");
        }
        sink.header("x-trace", "abc");
    }
}

fn body(error: &dyn HttpError) -> String {
    let response = error.to_response();
    assert_eq!(response.headers()["x-trace"], "abc");
    String::from_utf8(response.body().to_vec()).unwrap()
}

#[test]
fn members_are_added_to_an_open_body() {
    for first in [true, false] {
        assert_eq!(
            body(&Around(Derived::Members("m".into()), first)),
            r#"{"title":"Conflict","status":409,"detail":"around: m","balance":"m","price":7,"trace":"abc"}"#
        );
        assert_eq!(
            body(&Around(Derived::Static, first)),
            r#"{"title":"Not Found","status":404,"detail":"static","trace":"abc"}"#
        );
        assert_eq!(
            body(&Around(Derived::Custom(3), first)),
            r#"{"members":{"b":2,"c":3,"trace":"abc"},"status":418,"text":"around: custom 3"}"#
        );
        assert_eq!(body(&Around(Derived::Text("t".into()), first)), "around: text t");
        assert_eq!(
            body(&Around(Derived::Template(1), first)),
            r#"{"a":1,"b":1,"status":410,"message":"around: template 1"}"#
        );
    }
}

#[test]
fn a_declared_member_is_not_added_again() {
    let error = Manual {
        case: Ok(0),
        steps: vec![
            Step::Extension("price".into(), json!(1)),
            Step::Parts(0),
            Step::Extension("balance".into(), json!(2)),
        ],
        inner: vec![Box::new(Derived::Members("m".into()))],
    };
    assert_eq!(
        error.to_response().body(),
        r#"{"title":"Conflict","status":409,"detail":"manual \"3\"","balance":"m","price":7}"#
    );
}

#[test]
fn parts_of_another_error_are_ignored_by_a_manual_case() {
    let error = Manual {
        case: Err(409),
        steps: vec![Step::Parts(0), Step::Status(404)],
        inner: vec![Box::new(Derived::RunTime(410, "text".into()))],
    };
    let response = error.to_response();
    assert_eq!(response.status(), 409);
    assert_eq!(response.body(), r#"{"title":"Conflict","status":409,"detail":"manual \"2\""}"#);
}

#[test]
fn missing_parts_are_a_complete_500() {
    let error =
        Manual { case: Ok(0), steps: Vec::new(), inner: vec![Box::new(Derived::Template(1))] };
    let response = error.to_response();
    assert_eq!(response.status(), 500);
    assert_eq!(response.body(), r#"{"title":"Internal Server Error","status":500}"#);
}
