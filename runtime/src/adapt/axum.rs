//! [axum](https://docs.rs/axum) 0.8: an error is an `IntoResponse`.
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

use ::axum::body::Body;
use ::axum::extract::rejection::{
    BytesRejection, ExtensionRejection, FailedToBufferBody, FormRejection, JsonRejection,
    MatchedPathRejection, NestedPathRejection, PathRejection, QueryRejection, RawFormRejection,
    RawPathParamsRejection, StringRejection,
};
pub use ::axum::response::{IntoResponse, Response};

use super::failure::{self, failing, Bare};
use crate::{respond, Context, HttpError};

/// The response of an error.
pub fn respond(error: &dyn HttpError) -> Response {
    respond::response::<Body>(error, &Context::new())
}

/// The impl for a derived type.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_axum {
    ([axum $($without:ident)*] $($input:tt)*) => {};
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_axum! { [$($without)*] $($input)* }
    };
    ([] [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*]) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::axum::IntoResponse for $($ty)* $($clause)* {
            fn into_response(self) -> $crate::axum::Response {
                $crate::axum::respond(&self)
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
