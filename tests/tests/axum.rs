//! On axum: the same response as `to_response`, written into axum's own.

use axum::body::to_bytes;
use axum::response::{IntoResponse, Response};
use httperr::HttpError;
use thiserror::Error;

#[derive(Debug, Error, HttpError)]
#[http(header("x-service" = "shop"))]
enum E {
    #[error("constant")]
    #[http(404)]
    Constant,
    #[error("formatted {0}")]
    #[http(429, retry_after = _0, extension(wait = _0))]
    Formatted(u8),
}

/// The impl for axum is the user's own.
#[derive(Debug, Error, HttpError)]
#[error("own")]
#[http(400, without(axum))]
struct Own;

impl IntoResponse for Own {
    fn into_response(self) -> Response {
        self.status().into_response()
    }
}

#[tokio::test]
async fn the_response_is_the_one_of_to_response() {
    for error in [E::Constant, E::Formatted(7)] {
        let expected = error.to_response();
        let (parts, body) = error.into_response().into_parts();
        assert_eq!(parts.status, expected.status());
        assert_eq!(&parts.headers, expected.headers());
        assert_eq!(&to_bytes(body, 1_000).await.unwrap(), expected.body());
    }
}

#[test]
fn a_boxed_error_can_be_returned() {
    fn handler() -> Result<(), Box<dyn HttpError + Send + Sync>> {
        Err(Box::new(E::Constant))
    }
    assert_eq!(handler().into_response().status(), 404);
    let boxed: Box<dyn HttpError> = Box::new(E::Formatted(1));
    assert_eq!(boxed.into_response().headers()["retry-after"], "1");
}

#[test]
fn a_framework_can_be_left_out() {
    assert!(Own.into_response().headers().get("content-type").is_none());
}
