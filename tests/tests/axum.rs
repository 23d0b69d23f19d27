//! On axum: the same response as `to_response`, written into axum's own.

use axum::body::to_bytes;
use axum::extract::rejection::{FormRejection, JsonRejection, PathRejection, QueryRejection};
use axum::extract::{
    Extension, Form, FromRequest, FromRequestParts, Json, MatchedPath, Path, Query, RawForm,
    RawPathParams, Request,
};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use httperr::HttpError;
use thiserror::Error;

#[derive(Debug, Error, HttpError)]
#[http(header("x-service" = "shop"))]
enum ApiError {
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
async fn the_response_equals_to_response() {
    for error in [ApiError::Constant, ApiError::Formatted(7)] {
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
        Err(Box::new(ApiError::Constant))
    }
    assert_eq!(handler().into_response().status(), 404);
    let boxed: Box<dyn HttpError> = Box::new(ApiError::Formatted(1));
    assert_eq!(boxed.into_response().headers()["retry-after"], "1");
}

#[test]
fn without_omits_the_framework_impl() {
    assert!(Own.into_response().headers().get("content-type").is_none());
}

/// Asserts that the response is a problem document with the status of the rejection and without the
/// text of axum.
#[track_caller]
fn check(rejection: &impl HttpError, status: StatusCode) -> u16 {
    assert_eq!(rejection.status(), status, "{rejection:?}");
    let response = rejection.to_response();
    assert_eq!(response.status(), status);
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    let sent = format!("{:?} {:?}", response.headers(), response.body());
    for text in ["Failed", "deserialize", "extension", "Invalid URL"] {
        assert!(!sent.contains(text), "{text} in {sent}");
    }
    status.as_u16()
}

/// Builds a request with an invalid body, query and path.
fn request(content_type: &str, body: Vec<u8>) -> Request {
    Request::post("/?a=canary").header("content-type", content_type).body(body.into()).unwrap()
}

async fn rejection<T: FromRequest<()> + std::fmt::Debug>(
    content_type: &str,
    body: &str,
) -> T::Rejection {
    T::from_request(request(content_type, body.into()), &()).await.unwrap_err()
}

async fn part_rejection<T: FromRequestParts<()> + std::fmt::Debug>() -> T::Rejection {
    let (mut parts, _) = request("", Vec::new()).into_parts();
    T::from_request_parts(&mut parts, &()).await.unwrap_err()
}

#[tokio::test]
async fn rejections_keep_their_status_and_not_the_text_of_axum() {
    const JSON: &str = "application/json";
    const FORM: &str = "application/x-www-form-urlencoded";
    let mut statuses = Vec::new();
    for (content_type, body) in [(JSON, "nope"), (JSON, "\"canary\""), ("canary/*", "1")] {
        let rejection = rejection::<Json<u8>>(content_type, body).await;
        statuses.push(check(&rejection, rejection.status()));
    }
    assert_eq!(statuses, [400, 422, 415]);
    for (content_type, body) in [(FORM, "a=canary"), ("canary/*", "a=1")] {
        let rejection = rejection::<Form<[(String, u8); 1]>>(content_type, body).await;
        statuses.push(check(&rejection, rejection.status()));
    }
    assert_eq!(statuses[3..], [422, 415]);
    let raw = rejection::<RawForm>("canary/*", "").await;
    check(&raw, raw.status());
    let query = part_rejection::<Query<[(String, u8); 1]>>().await;
    check(&query, query.status());
    let path = part_rejection::<Path<u8>>().await;
    check(&path, path.status());
    let path = part_rejection::<RawPathParams>().await;
    check(&path, path.status());
    let extension = part_rejection::<Extension<u8>>().await;
    check(&extension, extension.status());
    let matched = part_rejection::<MatchedPath>().await;
    check(&matched, matched.status());
    let text = String::from_request(request("", b"canary \xff".to_vec()), &()).await.unwrap_err();
    check(&text, text.status());
}

#[test]
fn rejections_are_transparent_and_in_the_catalog() {
    #[derive(Debug, Error, HttpError)]
    enum Api {
        #[error("own")]
        #[http(404)]
        Own,
        #[error(transparent)]
        #[http(transparent)]
        Json(#[from] JsonRejection),
        #[error(transparent)]
        #[http(transparent)]
        Form(#[from] FormRejection),
        #[error(transparent)]
        #[http(transparent)]
        Path(#[from] PathRejection),
        #[error(transparent)]
        #[http(transparent)]
        Query(#[from] QueryRejection),
    }

    let statuses: std::collections::BTreeSet<_> =
        Api::catalog().cases().map(|case| case.status().unwrap().as_u16()).collect();
    assert_eq!(Vec::from_iter(statuses), [400, 404, 413, 415, 422, 500]);
    assert_eq!(Api::Own.status(), 404);
}
