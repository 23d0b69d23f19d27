//! [axum](https://docs.rs/axum) 0.8: every derived error implements `IntoResponse`.
//!
//! # Getting started
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
//! The response to `GET /orders/7` is then a 404 with the body
//! `{"title":"Not Found","status":404,"detail":"no order 7"}`.
//!
//! # axum's own rejections
//!
//! axum's rejection types implement [`HttpError`], with the same status as in axum. A handler takes the
//! extractor as a `Result`:
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
//! or uses an extractor of its own with `#[from_request(via(axum::Json), rejection(ApiError))]`, which
//! is declared once. For other texts or codes, `#[http(match _0 { … })]` distinguishes the rejections.
//!
//! If the reason is in the input of the client, the `detail` is what serde returned, up to 1 KiB, and the
//! member `errors` contains the part as a JSON Pointer (RFC 6901), unless it is the whole input. The body
//! `{"seats": [1, "a"]}` for a `Vec<u8>` is rejected with
//!
//! ```json
//! {
//!     "title": "Unprocessable Content",
//!     "status": 422,
//!     "detail": "invalid type: string \"a\", expected u8 at line 1 column 17",
//!     "errors": [
//!         {
//!             "detail": "invalid type: string \"a\", expected u8 at line 1 column 17",
//!             "pointer": "#/seats/1"
//!         }
//!     ]
//! }
//! ```
//!
//! The parameters of a query, a form or a path are the members of one object: `#/page`. The text may
//! name a type of the handler (``expected struct Seat``), whose name `#[serde(rename = "…")]` replaces.
//! Every other rejection has a fixed text, and one that is a mistake of the server is a masked 500. The
//! text of axum is only logged.
//!
//! Unknown paths and unsupported methods:
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
//! axum adds `Allow` to the latter, and removes the body from the response to `HEAD`.
//!
//! # Differences to other frameworks
//!
//! - A 204 or 304 in response to `HEAD` has `content-length: 0`, which axum and hyper add.
//! - A panic in a handler closes the connection, unless a layer catches it.
//!   [`ErrorLayer`](https://docs.rs/httperr/latest/httperr/tower/struct.ErrorLayer.html), of the
//!   feature `tower`, does, and also turns everything that axum rejects into your error format.
//! - Return the error itself: `(StatusCode, error)` sends a status that differs from the one in the body,
//!   unless an `ErrorLayer` corrects the body, which also logs it.
//!
//! # Migrating from a manual `IntoResponse`
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
//! After (a type that has to keep its impl for now is declared with `without(axum)`):
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

mod pages;

use std::error::Error;

use ::axum::extract::path::ErrorKind;
use ::axum::extract::rejection::{
    BytesRejection, ExtensionRejection, FailedToBufferBody, FormRejection, JsonRejection,
    MatchedPathRejection, NestedPathRejection, PathRejection, QueryRejection, RawFormRejection,
    RawPathParamsRejection, StringRejection,
};
pub use ::axum::response::{IntoResponse, Response};
pub use pages::pages;
use serde::de::value;

use super::rejections::reason::Reason;
use super::rejections::{self, impl_http_error, StatusOnly};
use crate::http_error::AsHttpError as _;
use crate::render::erased::{ErasedHttpError, ErrorRef, FindingCase, WithoutParts};
use crate::render::render;
use crate::{context, AnyError, HttpError, Problem};

/// Returns the response of any error, such as one behind `dyn HttpError`.
///
/// ```
/// use axum::response::Response;
/// use httperr::HttpError;
///
/// fn into_response(error: &dyn HttpError) -> Response {
///     httperr::axum::respond(error)
/// }
/// # let _ = into_response;
/// ```
pub fn respond(error: &dyn HttpError) -> Response {
    render(ErrorRef::Any(error), error.find_case(), &context::EMPTY)
}

/// Called by the impl of a derived type.
#[doc(hidden)]
pub mod erased {
    use super::{context, render, ErasedHttpError, ErrorRef, Response};

    #[allow(clippy::needless_pass_by_value)] // The impl of each type need not drop it then.
    pub fn respond(error: impl ErasedHttpError) -> Response {
        respond_to(&error)
    }

    pub(super) fn respond_to(error: &dyn ErasedHttpError) -> Response {
        render(ErrorRef::Derived(error), error.erased_case(), &context::EMPTY)
    }
}

/// Called by the impl of a derived type whose parts are all in its table.
#[doc(hidden)]
pub mod without_parts {
    use super::{context, render, ErrorRef, HttpError, Response, WithoutParts};

    pub fn respond(error: impl HttpError) -> Response {
        respond_to(&WithoutParts { case: error.case(), error: &error })
    }

    fn respond_to(error: &WithoutParts<'_>) -> Response {
        let case = error.case.for_derived_type();
        render(ErrorRef::WithoutParts(error), case, &context::EMPTY)
    }
}

/// Called by the impl of a derived type whose case [`HttpError::find_case`] returns.
#[doc(hidden)]
pub mod finding_case {
    use super::{erased, FindingCase, HttpError, Response};

    pub fn respond(error: impl HttpError) -> Response {
        erased::respond_to(&FindingCase(&error))
    }
}

#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_axum {
    ([axum $($without:ident)*] $($input:tt)*) => {};
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_axum! { [$($without)*] $($input)* }
    };
    ([] [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*] $module:ident $cases:tt $inner:tt) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::axum::IntoResponse for $($ty)* $($clause)* {
            fn into_response(self) -> $crate::axum::Response {
                // By value, so that a check of the impl has neither a drop nor a trait object.
                $crate::axum::$module::respond(self)
            }
        }
    };
}

macro_rules! impl_response {
    ($($error:ty),*) => {$(
        impl IntoResponse for $error {
            fn into_response(self) -> Response {
                respond(self.as_http_error())
            }
        }
    )*};
}

#[cfg(feature = "anyhow")]
impl<E: HttpError + Send + Sync + 'static> IntoResponse for crate::anyhow::Error<E> {
    fn into_response(self) -> Response {
        respond(self.as_http_error())
    }
}

impl_response!(
    Box<dyn HttpError>,
    Box<dyn HttpError + Send>,
    Box<dyn HttpError + Send + Sync>,
    AnyError,
    Problem
);

impl_http_error! {
    JsonRejection: rejections::MalformedJson | rejections::WrongJson | rejections::NotJson | BytesRejection
        => |error| match error {
            JsonRejection::JsonSyntaxError(error) => {
                // The path is that of the last value, not of the position in the text.
                rejections::MalformedJson::because(serde_reason(error).map(Reason::without_path))
            }
            JsonRejection::JsonDataError(error) => {
                rejections::WrongJson::because(serde_reason(error))
            }
            JsonRejection::MissingJsonContentType(_) => rejections::NotJson.case().into(),
            JsonRejection::BytesRejection(inner) => inner.case().into(),
            other => rejections::case_for_status(other.status().as_u16()).into(),
        };
    FormRejection: rejections::WrongForm | rejections::WrongForm400 | rejections::NotForm | BytesRejection
        => |error| match error {
            FormRejection::FailedToDeserializeForm(error) => {
                rejections::WrongForm400::because(serde_reason(error))
            }
            FormRejection::FailedToDeserializeFormBody(error) => {
                rejections::WrongForm::because(serde_reason(error))
            }
            FormRejection::InvalidFormContentType(_) => rejections::NotForm.case().into(),
            FormRejection::BytesRejection(inner) => inner.case().into(),
            other => rejections::case_for_status(other.status().as_u16()).into(),
        };
    RawFormRejection: rejections::NotForm | BytesRejection
        => |error| match error {
            RawFormRejection::InvalidFormContentType(_) => rejections::NotForm.case(),
            RawFormRejection::BytesRejection(inner) => inner.case(),
            other => rejections::case_for_status(other.status().as_u16()),
        };
    QueryRejection: rejections::WrongQuery
        => |error| match error {
            QueryRejection::FailedToDeserializeQueryString(error) => {
                rejections::WrongQuery::because(serde_reason(error))
            }
            other => rejections::case_for_status(other.status().as_u16()).into(),
        };
    PathRejection: rejections::WrongPath | rejections::Internal
        => |error| match error {
            PathRejection::FailedToDeserializePathParams(error)
                if error.status().is_client_error() =>
            {
                rejections::WrongPath::because(path_reason(error.kind()))
            }
            other if other.status().is_client_error() => rejections::WrongPath::because(None),
            _ => rejections::Internal.case().into(),
        };
    RawPathParamsRejection: rejections::WrongPath | rejections::Internal
        => |error| match error {
            RawPathParamsRejection::InvalidUtf8InPathParam(error) => {
                rejections::WrongPath::because(Reason::new(error))
            }
            _ => rejections::Internal.case().into(),
        };
    BytesRejection: FailedToBufferBody
        => |error| match error {
            BytesRejection::FailedToBufferBody(inner) => inner.case(),
            other => rejections::case_for_status(other.status().as_u16()),
        };
    FailedToBufferBody: rejections::TooLarge | rejections::BrokenBody
        => |error| match error {
            FailedToBufferBody::LengthLimitError(_) => rejections::TooLarge.case(),
            FailedToBufferBody::UnknownBodyError(_) => rejections::BrokenBody.case(),
            other => rejections::case_for_status(other.status().as_u16()),
        };
    StringRejection: rejections::NotUtf8 | FailedToBufferBody
        => |error| match error {
            StringRejection::InvalidUtf8(_) => rejections::NotUtf8.case(),
            StringRejection::FailedToBufferBody(inner) => inner.case(),
            other => rejections::case_for_status(other.status().as_u16()),
        };
    ExtensionRejection: rejections::Internal => |_error| rejections::Internal.case();
    MatchedPathRejection: rejections::Internal => |_error| rejections::Internal.case();
    NestedPathRejection: rejections::Internal => |_error| rejections::Internal.case();
}

/// Returns what serde returned: the rejection has it as a source.
fn serde_reason<'a>(rejection: &'a (dyn Error + 'static)) -> Option<Reason<'a>> {
    let mut error = rejection;
    loop {
        if let Some(json) = error.downcast_ref::<serde_path_to_error::Error<serde_json::Error>>() {
            return Some(Reason::new(json.inner()).with_serde_path(json.path()));
        }
        // Those of forms and queries.
        if let Some(form) = error.downcast_ref::<serde_path_to_error::Error<value::Error>>() {
            return Some(Reason::new(form.inner()).with_serde_path(form.path()));
        }
        error = error.source()?;
    }
}

fn path_reason(kind: &ErrorKind) -> Option<Reason<'_>> {
    match kind {
        ErrorKind::ParseError { value, expected_type } => {
            Some(Reason::wrong_type(value, expected_type))
        }
        ErrorKind::ParseErrorAtKey { key, value, expected_type } => {
            Some(Reason::wrong_type(value, expected_type).with_name(key))
        }
        ErrorKind::ParseErrorAtIndex { index, value, expected_type } => {
            Some(Reason::wrong_type(value, expected_type).with_index(*index))
        }
        ErrorKind::DeserializeError { key, message, .. } => {
            Some(Reason::new(message).with_name(key))
        }
        ErrorKind::Message(_) | ErrorKind::InvalidUtf8InPathParam { .. } => Some(Reason::new(kind)),
        // Mistakes of the server.
        _ => None,
    }
}

/// Responds with 404: the handler for unknown paths.
///
/// ```
/// use axum::Router;
///
/// let app: Router = Router::new().fallback(httperr::axum::not_found);
/// # let _ = app;
/// ```
#[allow(clippy::unused_async)]
pub async fn not_found() -> Response {
    respond(&StatusOnly(404))
}

/// Responds with 405: the handler for unsupported methods. axum adds `Allow`, since only axum knows its
/// value (RFC 9110, section 15.5.6).
///
/// ```
/// use axum::Router;
///
/// let app: Router =
///     Router::new().method_not_allowed_fallback(httperr::axum::method_not_allowed);
/// # let _ = app;
/// ```
#[allow(clippy::unused_async)]
pub async fn method_not_allowed() -> Response {
    respond(&StatusOnly(405))
}
