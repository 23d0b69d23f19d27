//! [axum](https://docs.rs/axum) 0.8: an error is an `IntoResponse`.
//!
//! # From zero to the first error
//!
//! ```toml
//! axum = "0.8"
//! httperr = { version = "0.1", features = ["axum"] }
//! thiserror = "2"
//! tokio = { version = "1", features = ["full"] }
//! ```
//!
//! ```
//! use axum::{extract::Path, routing::get, Router};
//! use httperr::HttpError;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error("no order {id}")]
//!     #[http(404)]
//!     NoOrder { id: u64 },
//! }
//!
//! async fn order(Path(id): Path<u64>) -> Result<String, ApiError> {
//!     Err(ApiError::NoOrder { id })
//! }
//!
//! let app: Router = Router::new().route("/orders/{id}", get(order));
//! # let _ = app;
//! ```
//!
//! `GET /orders/7` is then answered with 404 and
//! `{"title":"Not Found","status":404,"detail":"no order 7"}`.
//!
//! # What axum itself fails with
//!
//! Its rejections are [`HttpError`]s, with the status that axum has for them and a text that says
//! nothing of the inside; what axum says is for the log. A handler takes the extractor as a `Result`:
//!
//! ```
//! use axum::{extract::rejection::JsonRejection, Json};
//! use httperr::HttpError;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error(transparent)]
//!     #[http(transparent)]
//!     Json(#[from] JsonRejection),
//! }
//!
//! async fn place(order: Result<Json<u64>, JsonRejection>) -> Result<String, ApiError> {
//!     let Json(order) = order?;
//!     Ok(order.to_string())
//! }
//! # let _ = place;
//! ```
//!
//! or a type of one's own with `#[from_request(via(axum::Json), rejection(ApiError))]`, which is said
//! once. Where other words or codes are wanted, `#[http(match _0 { … })]` tells the rejections apart.
//! A path that there is not, and a method that a path does not take:
//!
//! ```
//! use axum::Router;
//!
//! let app: Router = Router::new()
//!     .fallback(httperr::axum::not_found)
//!     .method_not_allowed_fallback(httperr::axum::method_not_allowed);
//! # let _ = app;
//! ```
//!
//! axum adds `Allow` to the second, and takes the body from the answer to `HEAD`.
//!
//! # What is different here
//!
//! - An answer to `HEAD` that is 204 or 304 says `content-length: 0`, which axum and hyper add.
//! - A panic in a handler ends the connection, unless a layer catches it:
//!   [`ErrorLayer`](https://docs.rs/httperr/latest/httperr/tower/struct.ErrorLayer.html), of the
//!   feature `tower`, does, and gives all that axum refuses the house's shape in one go.
//! - Return the error itself: `(StatusCode, error)` would send another status than the body says.
//!
//! # Moving from an `IntoResponse` by hand
//!
//! Before:
//!
//! ```
//! use axum::http::{header, StatusCode};
//! use axum::response::{IntoResponse, Response};
//!
//! enum ApiError {
//!     NoOrder(u64),
//!     Limited { seconds: u64 },
//! }
//!
//! impl IntoResponse for ApiError {
//!     fn into_response(self) -> Response {
//!         match self {
//!             ApiError::NoOrder(id) => {
//!                 (StatusCode::NOT_FOUND, format!("no order {id}")).into_response()
//!             }
//!             ApiError::Limited { seconds } => {
//!                 let headers = [(header::RETRY_AFTER, seconds.to_string())];
//!                 (StatusCode::TOO_MANY_REQUESTS, headers, "too many requests").into_response()
//!             }
//!         }
//!     }
//! }
//! ```
//!
//! After; a type that has to keep its impl for now says `without(axum)`:
//!
//! ```
//! # use axum::response::IntoResponse;
//! use httperr::HttpError;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error("no order {0}")]
//!     #[http(404)]
//!     NoOrder(u64),
//!     #[error("too many requests")]
//!     #[http(429, retry_after = seconds)]
//!     Limited { seconds: u64 },
//! }
//! # assert_eq!(ApiError::NoOrder(7).into_response().status(), 404);
//! # assert_eq!(ApiError::Limited { seconds: 5 }.into_response().headers()["retry-after"], "5");
//! ```

use ::axum::extract::rejection::{
    BytesRejection, ExtensionRejection, FailedToBufferBody, FormRejection, JsonRejection,
    MatchedPathRejection, NestedPathRejection, PathRejection, QueryRejection, RawFormRejection,
    RawPathParamsRejection, StringRejection,
};
pub use ::axum::response::{IntoResponse, Response};

use super::failure::{self, failing, Bare};
use crate::raised::{Declared, Finding, Raised};
use crate::{respond, HttpError};

/// The response of an error.
pub fn respond(error: &dyn HttpError) -> Response {
    respond::response(Raised::Any(error), error.find_case(), &respond::NOTHING)
}

/// The response of a derived error.
#[doc(hidden)]
pub fn declared(error: &dyn Declared) -> Response {
    respond::response(Raised::Declared(error), error.which(), &respond::NOTHING)
}

/// The response of a derived error that finds its cases otherwise.
#[doc(hidden)]
pub fn finding(error: &impl HttpError) -> Response {
    declared(&Finding(error))
}

/// The impl for a derived type.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_axum {
    ([axum $($without:ident)*] $($input:tt)*) => {};
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_axum! { [$($without)*] $($input)* }
    };
    ([] [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*] $declared:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::axum::IntoResponse for $($ty)* $($clause)* {
            fn into_response(self) -> $crate::axum::Response {
                $crate::axum::$declared(&self)
            }
        }
    };
}

macro_rules! boxed {
    ($($boxed:ty),*) => {$(
        impl IntoResponse for $boxed {
            fn into_response(self) -> Response {
                respond(&self)
            }
        }
    )*};
}

boxed!(Box<dyn HttpError>, Box<dyn HttpError + Send>, Box<dyn HttpError + Send + Sync>);

failing! {
    JsonRejection: failure::MalformedJson | failure::WrongJson | failure::NotJson | BytesRejection
        => |error| match error {
            JsonRejection::JsonSyntaxError(_) => failure::MalformedJson.case(),
            JsonRejection::JsonDataError(_) => failure::WrongJson.case(),
            JsonRejection::MissingJsonContentType(_) => failure::NotJson.case(),
            JsonRejection::BytesRejection(inner) => inner.case(),
            other => failure::case_of(other.status().as_u16()),
        };
    FormRejection: failure::WrongForm | failure::WrongForm400 | failure::NotForm | BytesRejection
        => |error| match error {
            FormRejection::FailedToDeserializeForm(_) => failure::WrongForm400.case(),
            FormRejection::FailedToDeserializeFormBody(_) => failure::WrongForm.case(),
            FormRejection::InvalidFormContentType(_) => failure::NotForm.case(),
            FormRejection::BytesRejection(inner) => inner.case(),
            other => failure::case_of(other.status().as_u16()),
        };
    RawFormRejection: failure::NotForm | BytesRejection
        => |error| match error {
            RawFormRejection::InvalidFormContentType(_) => failure::NotForm.case(),
            RawFormRejection::BytesRejection(inner) => inner.case(),
            other => failure::case_of(other.status().as_u16()),
        };
    QueryRejection: failure::WrongQuery
        => |error| match error {
            QueryRejection::FailedToDeserializeQueryString(_) => failure::WrongQuery.case(),
            other => failure::case_of(other.status().as_u16()),
        };
    PathRejection: failure::WrongPath | failure::Internal
        => |error| match error {
            other if other.status() == 400 => failure::WrongPath.case(),
            _ => failure::Internal.case(),
        };
    RawPathParamsRejection: failure::WrongPath | failure::Internal
        => |error| match error {
            RawPathParamsRejection::InvalidUtf8InPathParam(_) => failure::WrongPath.case(),
            _ => failure::Internal.case(),
        };
    BytesRejection: FailedToBufferBody
        => |error| match error {
            BytesRejection::FailedToBufferBody(inner) => inner.case(),
            other => failure::case_of(other.status().as_u16()),
        };
    FailedToBufferBody: failure::TooLarge | failure::BrokenBody
        => |error| match error {
            FailedToBufferBody::LengthLimitError(_) => failure::TooLarge.case(),
            FailedToBufferBody::UnknownBodyError(_) => failure::BrokenBody.case(),
            other => failure::case_of(other.status().as_u16()),
        };
    StringRejection: failure::NotUtf8 | FailedToBufferBody
        => |error| match error {
            StringRejection::InvalidUtf8(_) => failure::NotUtf8.case(),
            StringRejection::FailedToBufferBody(inner) => inner.case(),
            other => failure::case_of(other.status().as_u16()),
        };
    ExtensionRejection: failure::Internal => |_error| failure::Internal.case();
    MatchedPathRejection: failure::Internal => |_error| failure::Internal.case();
    NestedPathRejection: failure::Internal => |_error| failure::Internal.case();
}

/// Answers a path that there is not: `Router::fallback(httperr::axum::not_found)`.
#[allow(clippy::unused_async)]
pub async fn not_found() -> Response {
    respond(&Bare(404))
}

/// Answers a method that a path does not take:
/// `Router::method_not_allowed_fallback(httperr::axum::method_not_allowed)`. axum adds `Allow`,
/// which it alone knows (RFC 9110, section 15.5.6).
#[allow(clippy::unused_async)]
pub async fn method_not_allowed() -> Response {
    respond(&Bare(405))
}
