//! `instance` and `request_id` in headers.

use httperr::{Context, HttpError};
use thiserror::Error;

#[derive(Debug, Error, HttpError)]
#[error("inner")]
#[http(409)]
struct Inner;

#[derive(Debug, Error, HttpError)]
#[http(header("x-request-id" = request_id, "x-instance" = instance))]
enum E {
    #[error("constant")]
    #[http(404)]
    Constant,
    #[error("field")]
    #[http(404)]
    Field { request_id: u8 },
    #[error("own")]
    #[http(404, header("x-request-id" = (request_id)), body = empty)]
    Own { request_id: Option<u8> },
    #[error("inner")]
    #[http(transparent, header("x-outer" = request_id))]
    Inner(Inner),
}

fn header(error: &E, context: &Context<'_>, name: &str) -> Option<String> {
    let response = error.to_response_with(context);
    response.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
}

#[test]
fn a_header_has_the_values_of_the_request() {
    let context = Context::new().instance("/a%20b").request_id("r-7");
    let of = |error: &E, name: &str| header(error, &context, name);
    assert_eq!(of(&E::Constant, "x-request-id").as_deref(), Some("r-7"));
    assert_eq!(of(&E::Constant, "x-instance").as_deref(), Some("/a%20b"));
    assert_eq!(of(&E::Field { request_id: 3 }, "x-request-id").as_deref(), Some("3"));
    assert_eq!(of(&E::Own { request_id: None }, "x-request-id"), None);
    assert_eq!(of(&E::Inner(Inner), "x-outer").as_deref(), Some("r-7"));
}

#[test]
fn a_header_without_a_value_or_with_an_unsendable_one_is_left_out() {
    assert_eq!(header(&E::Constant, &Context::new(), "x-request-id"), None);
    assert_eq!(header(&E::Inner(Inner), &Context::new(), "x-outer"), None);
    let split = Context::new().request_id("a\r\nb: c");
    assert_eq!(header(&E::Constant, &split, "x-request-id"), None);
    assert_eq!(header(&E::Inner(Inner), &split, "x-outer"), None);
    let response = E::Constant.to_response_with(&split);
    assert!(!response.headers().contains_key("b"));
}
