//! Bounds that the derive infers, and fields that reach it through `macro_rules!`.

use std::fmt::{Debug, Display};

use httperr::http::HeaderValue;
use httperr::{AsStatusCode, HttpError, RetryAfter};

fn header(error: &dyn HttpError, name: &str) -> Option<String> {
    let response = error.to_response();
    Some(response.headers().get(name)?.to_str().unwrap().to_owned())
}

fn body(error: &dyn HttpError) -> String {
    String::from_utf8(error.to_response().body().to_vec()).unwrap()
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Inferred<T, S, W, A>
where
    T: Debug,
    S: Debug,
    W: Debug,
    A: Debug,
{
    #[error("header")]
    #[http(404, header("x-value" = value, "x-option" = option))]
    Header { value: T, option: Option<T> },
    #[error("status")]
    #[http(status = status)]
    Status { status: S },
    #[error("wait")]
    #[http(429, retry_after = wait)]
    Wait { wait: W },
    #[error("member")]
    #[http(422, extension(member = member), detail = "{text}")]
    Member { member: A, text: T },
}

type Simple = Inferred<u8, u16, u64, Option<u8>>;

#[test]
fn a_bound_is_inferred_from_the_use_of_a_field() {
    let error = Simple::Header { value: 1, option: Some(2) };
    assert_eq!(header(&error, "x-value").as_deref(), Some("1"));
    assert_eq!(header(&error, "x-option").as_deref(), Some("2"));
    assert_eq!(header(&Simple::Header { value: 1, option: None }, "x-option"), None);
    assert_eq!(Simple::Status { status: 409 }.status(), 409);
    assert_eq!(header(&Simple::Wait { wait: 7 }, "retry-after").as_deref(), Some("7"));
    assert!(body(&Simple::Member { member: Some(1), text: 5 }).ends_with(r#""5","member":1}"#));
}

/// Bounds that the user declares as well, with the lints against repeated bounds.
#[deny(clippy::trait_duplication_in_bounds, clippy::type_repetition_in_bounds)]
mod written_twice {
    use super::{AsStatusCode, Debug, Display, HttpError, RetryAfter};

    #[derive(Debug, thiserror::Error, HttpError)]
    #[error("{text}")]
    #[http(status = status, retry_after = wait, header("x-text" = text))]
    pub(crate) struct Written<T, S, W>
    where
        T: Debug + Display,
        S: Debug + AsStatusCode,
        W: Debug + RetryAfter,
    {
        pub(crate) text: T,
        pub(crate) status: S,
        pub(crate) wait: W,
    }
}

#[test]
fn explicit_bounds_are_accepted() {
    let error = written_twice::Written { text: "t", status: 429, wait: 3 };
    assert_eq!(header(&error, "x-text").as_deref(), Some("t"));
    assert_eq!(error.status(), 429);
}

/// A recursive type, for which `thiserror` would require bounds on the type itself.
#[derive(Debug, HttpError)]
enum Tree<T: Debug> {
    #[http(404, header("x-leaf" = _0))]
    Leaf(T),
    #[http(transparent)]
    Node(Box<Tree<T>>),
    #[http(transparent)]
    Context { source: Box<Tree<T>>, at: u8 },
}

impl<T: Debug> Display for Tree<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("tree")
    }
}

impl<T: Debug> std::error::Error for Tree<T> {}

#[test]
fn a_type_may_be_transparent_to_itself() {
    let node = Tree::Node(Box::new(Tree::Leaf(5)));
    let error = Tree::Context { source: Box::new(node), at: 1 };
    assert_eq!(error.status(), 404);
    assert_eq!(header(&error, "x-leaf").as_deref(), Some("5"));
    assert_eq!(Tree::<u8>::catalog().cases().count(), 1);
    assert!(matches!(error, Tree::Context { at: 1, .. }));
}

/// The derive in the macro, the variants from its caller.
macro_rules! from_caller {
    ($name:ident { $($body:tt)* }) => {
        #[derive(Debug, thiserror::Error, HttpError)]
        enum $name { $($body)* }
    };
}

from_caller! { Caller {
    #[error("a {0} {1}")]
    #[http(404, detail = "{0} and {_1}", header("x-a" = _0), extension(b = _1.len()))]
    Text(u8, String),
    #[error("status")]
    #[http(status = *_0, body = { "a": _1, "b": (_1 + 1) })]
    Status(u16, u8),
    #[error("wait")]
    #[http(429, retry_after = wait, detail = "wait {wait}", header("x-a" = format!("{wait}")))]
    Wait { wait: u64 },
    #[error("arm")]
    #[http(match _0 { Some(n) => (409, header("x-a" = n), detail = "{n} {_1}"), None => 410 })]
    Arm(Option<u8>, u8),
    #[error("inner")]
    #[http(transparent = _0)]
    Inner(Simple),
}}

/// The attributes in the macro, the fields from its caller, and the other way round.
macro_rules! mixed {
    ($name:ident, $field:ident: $ty:ty, $text:literal, $expression:expr, $tuple:ty) => {
        #[derive(Debug, thiserror::Error, HttpError)]
        enum $name {
            #[error("of the macro")]
            #[http(404, detail = $text, header("x-a" = $expression))]
            Named { $field: $ty },
            #[error("of the macro")]
            #[http(404, detail = "{0}", header("x-a" = _0, "x-b" = format!("{_0:>2}")))]
            Tuple($tuple),
            #[error("of the macro")]
            #[http(404, detail = $text, header("x-a" = id))]
            Own { id: u8 },
        }
    };
}

mixed!(Mixed, id: u8, "text {id}", id, u8);

macro_rules! tuple {
    ($text:literal, $expression:expr) => {
        #[derive(Debug, thiserror::Error, HttpError)]
        #[error("a struct")]
        #[http(404, detail = $text, header("x-a" = $expression))]
        struct Tuple(u8, u8);
    };
}

tuple!("{0}-{_1}", _1);

#[test]
fn every_key_can_use_a_field_by_name() {
    let text = Caller::Text(1, "two".into());
    assert_eq!(text.detail().as_deref(), Some("1 and two"));
    assert!(body(&text).ends_with(r#""b":3}"#));
    let status = Caller::Status(409, 1);
    assert_eq!((status.status().as_u16(), body(&status)), (409, r#"{"a":1,"b":2}"#.into()));
    let wait = Caller::Wait { wait: 3 };
    assert_eq!(wait.detail().as_deref(), Some("wait 3"));
    assert_eq!(header(&wait, "x-a").as_deref(), Some("3"));
    assert_eq!(Caller::Arm(Some(7), 8).detail().as_deref(), Some("7 8"));
    assert_eq!(Caller::Inner(Simple::Status { status: 410 }).status(), 410);

    assert_eq!(Mixed::Named { id: 5 }.detail().as_deref(), Some("text 5"));
    assert_eq!(header(&Mixed::Named { id: 5 }, "x-a").as_deref(), Some("5"));
    assert_eq!(Mixed::Tuple(6).detail().as_deref(), Some("6"));
    assert_eq!(header(&Mixed::Tuple(6), "x-a").as_deref(), Some("6"));
    assert_eq!(header(&Mixed::Tuple(6), "x-b").as_deref(), Some(" 6"));
    assert_eq!(Mixed::Own { id: 7 }.detail().as_deref(), Some("text 7"));
    assert_eq!(header(&Mixed::Own { id: 7 }, "x-a").as_deref(), Some("7"));

    assert_eq!(Tuple(1, 2).detail().as_deref(), Some("1-2"));
    assert_eq!(header(&Tuple(1, 2), "x-a").as_deref(), Some("2"));
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Raw {
    #[error("raw")]
    #[http(404, detail = "no {type} {r}", header("x-a" = r#type), extension(r#fn = r#fn))]
    Field { r#type: u8, r#fn: u8, r: u8 },
    #[error("raw")]
    #[http(same_as = r#Self_)]
    Same,
    #[error("target")]
    #[http(404, code = "target", detail = "constant")]
    r#Self_,
    #[error("raw")]
    #[http(transparent = r#type)]
    Inner { r#type: Simple, at: u8 },
    #[error("raw")]
    #[http(match r#type { Some(r#fn) => (409, header("x-a" = r#fn)), None => 410 })]
    Arm { r#type: Option<u8> },
}

#[test]
fn raw_identifiers_are_accepted_as_names() {
    let error = Raw::Field { r#type: 1, r#fn: 2, r: 3 };
    assert_eq!(error.detail().as_deref(), Some("no 1 3"));
    assert_eq!(header(&error, "x-a").as_deref(), Some("1"));
    assert!(body(&error).ends_with(r#""fn":2}"#));
    assert_eq!(body(&Raw::Same), body(&Raw::Self_));
    let inner = Raw::Inner { r#type: Simple::Status { status: 410 }, at: 1 };
    assert_eq!(inner.status(), 410);
    assert!(matches!(inner, Raw::Inner { at: 1, .. }));
    assert_eq!(header(&Raw::Arm { r#type: Some(4) }, "x-a").as_deref(), Some("4"));
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("value")]
#[http(404, header("x-a" = value, "x-b" = option, "x-c" = reference))]
struct Values<'a> {
    value: HeaderValue,
    option: Option<HeaderValue>,
    reference: Option<&'a HeaderValue>,
}

#[test]
fn a_header_value_field_is_sent_as_a_header() {
    let value = HeaderValue::from_static("v");
    let error = Values { value: value.clone(), option: None, reference: Some(&value) };
    assert_eq!(header(&error, "x-a").as_deref(), Some("v"));
    assert_eq!(header(&error, "x-b"), None);
    assert_eq!(header(&error, "x-c").as_deref(), Some("v"));
}
