//! On actix-web: the same response as `to_response`, written into actix-web's own.

use actix_web::body::to_bytes;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use httperr::{status, HttpError};
use thiserror::Error;

#[derive(Debug, Error, HttpError)]
#[http(header("x-service" = "shop"))]
enum E {
    #[error("constant")]
    #[http(404, header(ALLOW = "GET"), header(VARY = "a"), header(VARY = "b"))]
    Constant,
    #[error("formatted {0}")]
    #[http(429, retry_after = _0, extension(wait = _0))]
    Formatted(u8),
    #[error("run time")]
    #[http(status = _0, header("x-value" = _1))]
    RunTime(StatusCode, &'static str),
}

/// The impl for actix-web is the user's own.
#[derive(Debug, Error, HttpError)]
#[error("own")]
#[http(400, without(rocket, actix_web))]
struct Own;

impl ResponseError for Own {}

/// A type with all kinds of parameters.
#[derive(Debug, Error, HttpError)]
#[error("generic {0} {1:?}")]
#[http(400)]
struct Generic<'a, T: ToString, const N: usize>(&'a str, [T; N])
where
    T: std::fmt::Debug;

/// The status, the header lines in order of their names, and the body.
type Seen = (u16, Vec<(String, Vec<u8>)>, Vec<u8>);

fn of_actix(response: HttpResponse) -> Seen {
    let status = response.status().as_u16();
    let lines = response.headers().iter();
    let lines = lines.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()));
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by(|one, other| one.0.cmp(&other.0));
    let body = actix_web::rt::System::new().block_on(to_bytes(response.into_body()));
    (status, lines, body.unwrap().to_vec())
}

fn of_http(error: &dyn HttpError) -> Seen {
    let (parts, body) = error.to_response().into_parts();
    let lines = parts.headers.iter();
    let lines = lines.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()));
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by(|one, other| one.0.cmp(&other.0));
    (parts.status.as_u16(), lines, body.to_vec())
}

#[test]
fn the_response_is_the_one_of_to_response() {
    for error in [
        E::Constant,
        E::Formatted(7),
        E::RunTime(StatusCode::CONFLICT, "fine"),
        E::RunTime(StatusCode::CONFLICT, "split\r\nset-cookie: a=b"),
        E::RunTime(StatusCode::SWITCHING_PROTOCOLS, "no final status"),
    ] {
        assert_eq!(of_actix(error.error_response()), of_http(&error), "{error:?}");
        assert_eq!(error.status_code(), error.error_response().status());
        assert_eq!(error.status_code().as_u16(), error.status().as_u16());
    }
    let error = Generic("a", [1, 2]);
    assert_eq!(of_actix(error.error_response()), of_http(&error));
}

#[test]
fn a_boxed_error_can_be_returned() {
    fn handler() -> Result<(), Box<dyn HttpError + Send + Sync>> {
        Err(Box::new(E::Formatted(1)))
    }
    let response = HttpResponse::from_error(handler().unwrap_err());
    assert_eq!(of_actix(response), of_http(&E::Formatted(1)));
    let boxed: Box<dyn HttpError> = Box::new(E::Constant);
    assert_eq!(boxed.status_code(), 404);
}

#[test]
fn a_framework_can_be_left_out() {
    assert_eq!(Own.error_response().status(), 500);
}

#[test]
fn its_status_is_one_of_status() {
    assert_eq!(status!(404 as StatusCode), StatusCode::NOT_FOUND);
    assert_eq!(status!(471 as actix_web::http::StatusCode).as_u16(), 471);
}
