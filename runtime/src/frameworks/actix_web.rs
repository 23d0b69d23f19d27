//! [actix-web](https://docs.rs/actix-web) 4: every derived error implements `ResponseError`.
//!
//! # Getting started
//!
//! ```toml
//! actix-web = "4"
//! httperr = { version = "0.1", features = ["actix-web"] }
//! thiserror = "2"
//! ```
//!
//! ```
//! use actix_web::{test, web, App};
//! use httperr::HttpError;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error("no order {id}")]
//!     #[http(404)]
//!     NoOrder { id: u64 },
//! }
//!
//! async fn order(id: web::Path<u64>) -> Result<String, ApiError> {
//!     Err(ApiError::NoOrder { id: *id })
//! }
//!
//! let app = App::new().service(web::resource("/orders/{id}").get(order));
//! # actix_web::rt::System::new().block_on(async {
//! #     let app = test::init_service(app).await;
//! #     let request = test::TestRequest::get().uri("/orders/7").to_request();
//! #     assert_eq!(
//! #         test::call_and_read_body(&app, request).await,
//! #         r#"{"title":"Not Found","status":404,"detail":"no order 7"}"#,
//! #     );
//! # });
//! ```
//!
//! The response to `GET /orders/7` is then a 404 with the body
//! `{"title":"Not Found","status":404,"detail":"no order 7"}`.
//!
//! # actix-web's own rejections
//!
//! [`ErrorMiddleware`] turns all of them, and panics, into your error format, and adds `instance` and the
//! request ID to every error:
//!
//! ```
//! use actix_web::App;
//! use httperr::actix_web::ErrorMiddleware;
//!
//! let app = App::new().wrap(ErrorMiddleware::new());
//! # let _ = app;
//! ```
//!
//! Without it, one hook turns all of them into problem documents:
//!
//! ```
//! use actix_web::{middleware::ErrorHandlers, App};
//!
//! let app = App::new().wrap(ErrorHandlers::new().default_handler(httperr::actix_web::catch));
//! # let _ = app;
//! ```
//!
//! These are the rejections of the extractors for bodies, paths and queries, unknown paths, and
//! unsupported methods of a resource, with their `Allow`. Or one at a time:
//!
//! ```
//! use actix_web::{web, App};
//!
//! let app = App::new()
//!     .app_data(web::JsonConfig::default().error_handler(httperr::actix_web::handler))
//!     .app_data(web::PathConfig::default().error_handler(httperr::actix_web::handler))
//!     .app_data(web::QueryConfig::default().error_handler(httperr::actix_web::handler))
//!     .app_data(web::FormConfig::default().error_handler(httperr::actix_web::handler))
//!     .default_service(web::to(httperr::actix_web::not_found));
//! # let _ = app;
//! ```
//!
//! `JsonPayloadError`, `PathError`, `QueryPayloadError`, `UrlencodedError` and `PayloadError` are
//! [`HttpError`]s, with the same status as in actix-web, so that a declaration can be `transparent` to
//! them. If the reason is in the input of the client, the `detail` is what serde returned, up to 1 KiB;
//! the others have a fixed text. The text of actix-web is only logged.
//!
//! # Differences to other frameworks
//!
//! - actix-web uses the types of `http` 0.2. Header fields are written into its own map directly.
//! - actix-web responds with 400 to JSON of a wrong type and to a wrong `Content-Type`, where axum
//!   responds with 422 and 415. A rejected `Path` is a 404 without a `PathConfig`, and a 400 with one.
//! - A 405 has `Allow` if actix-web knows the methods: those of the routes of a `web::resource`. With
//!   `App::route` the method is a condition of the resource itself, and the response is a 404.
//! - The response to wrong JSON has no `errors`: actix-web does not know the path to the wrong part.
//! - `HEAD` is a method like any other: it needs a route (`.route(web::head().to(handler))`).
//! - The rejections of `String` and `Bytes` for their `Content-Type` or encoding, and of a missing
//!   `web::Data`, have a type that applications use too; they keep actix-web's fixed texts.
//! - A panic in a handler closes the connection, unless [`ErrorMiddleware`] catches it.
//! - An error that a handler creates with `actix_web::error::ErrorInternalServerError("…")` is sent
//!   unchanged by `catch`, and replaced by [`ErrorMiddleware`].
//!
//! # Migrating from a manual `ResponseError`
//!
//! Before:
//!
//! ```
//! use actix_web::http::{header, StatusCode};
//! use actix_web::{HttpResponse, ResponseError};
//!
//! #[derive(Debug, thiserror::Error)]
//! enum ApiError {
//!     #[error("no order {0}")]
//!     NoOrder(u64),
//!     #[error("too many requests")]
//!     Limited { seconds: u64 },
//! }
//!
//! impl ResponseError for ApiError {
//!     fn status_code(&self) -> StatusCode {
//!         match self {
//!             ApiError::NoOrder(_) => StatusCode::NOT_FOUND,
//!             ApiError::Limited { .. } => StatusCode::TOO_MANY_REQUESTS,
//!         }
//!     }
//!
//!     fn error_response(&self) -> HttpResponse {
//!         let mut response = HttpResponse::build(self.status_code());
//!         if let ApiError::Limited { seconds } = self {
//!             response.insert_header((header::RETRY_AFTER, *seconds));
//!         }
//!         response.body(self.to_string())
//!     }
//! }
//! ```
//!
//! After (a type that has to keep its impl for now is declared with `without(actix_web)`):
//!
//! ```
//! # use actix_web::ResponseError;
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
//! # assert_eq!(ApiError::NoOrder(7).status_code(), 404);
//! # let response = ApiError::Limited { seconds: 5 }.error_response();
//! # assert_eq!(response.headers().get("retry-after").unwrap(), "5");
//! ```
//!
//! Both traits have a method for the status: `HttpError::status` and `ResponseError::status_code`
//! return the same code.

mod middleware;
mod pages;

use std::fmt;

use ::actix_web::body::{BodySize, BoxBody, MessageBody};
use ::actix_web::dev::ServiceResponse;
use ::actix_web::error::{
    InternalError, JsonPayloadError, PathError, PayloadError, QueryPayloadError, UrlencodedError,
};
use ::actix_web::http::header::{HeaderMap, HeaderName, HeaderValue, CONTENT_TYPE, VARY};
pub use ::actix_web::http::StatusCode;
use ::actix_web::middleware::ErrorHandlerResponse;
use ::actix_web::{Error, HttpRequest};
pub use ::actix_web::{HttpResponse, ResponseError};
use bytes::Bytes;
use httperr_registry::describes_content;
pub use middleware::{ErrorFuture, ErrorMiddleware, ErrorService};
pub use pages::pages;

use super::rejections::reason::Reason;
use super::rejections::{self, impl_http_error, StatusOnly};
use crate::http_error::AsHttpError as _;
use crate::render::erased::{ErasedHttpError, ErrorRef, FindingCase};
use crate::render::headers::{join, HeaderWriter, IfPresent, MediaType, Name, Value};
use crate::render::vary::merge_vary;
use crate::render::{render_into, status_of, with_current_request};
use crate::rendered::Rendered;
use crate::{context, AnyError, AsStatusCode, Case, FromStatusCode, HttpError, Problem};

impl FromStatusCode for StatusCode {
    fn from_code(code: u16) -> Self {
        StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl AsStatusCode for StatusCode {
    fn code(&self) -> u16 {
        self.as_u16()
    }
}

/// Returns the response of any error, such as one behind `dyn HttpError`.
///
/// ```
/// use actix_web::HttpResponse;
/// use httperr::HttpError;
///
/// fn into_response(error: &dyn HttpError) -> HttpResponse {
///     httperr::actix_web::respond(error)
/// }
/// # let _ = into_response;
/// ```
pub fn respond(error: &dyn HttpError) -> HttpResponse {
    render(ErrorRef::Any(error), error.find_case())
}

/// Returns the status of any error, which is that of its response.
pub fn status_code(error: &dyn HttpError) -> StatusCode {
    StatusCode::from_code(error.status().as_u16())
}

fn render(error: ErrorRef<'_>, mut case: Case) -> HttpResponse {
    let mut response = HttpResponse::new(StatusCode::INTERNAL_SERVER_ERROR);
    let (status, body, is_recorded) = with_current_request(&context::EMPTY, |context| {
        let (status, body) = render_into(error, &mut case, context, response.headers_mut());
        (status, body, cfg!(feature = "tower") || context.method.is_some())
    });
    *response.status_mut() = StatusCode::from_code(status.as_u16());
    // An extension costs as much as a constant response.
    if is_recorded {
        response.extensions_mut().insert(Rendered { case, status });
    }
    response.set_body(BoxBody::new(body))
}

// actix-web uses the types of `http` 0.2.
impl HeaderWriter for HeaderMap {
    fn set(&mut self, name: Name<'_>, value: Value<'_>, if_present: IfPresent) -> Option<()> {
        let name = match name {
            Name::Registered(name) => HeaderName::from_static(name.as_str()),
            Name::Literal(name) => HeaderName::from_static(name),
            Name::User(_) | Name::Dynamic(_) => {
                HeaderName::from_bytes(name.as_str().as_bytes()).ok()?
            }
        };
        let value = match value {
            Value::Literal(bytes) => HeaderValue::from_maybe_shared(Bytes::from_static(bytes)),
            Value::Valid(value) => HeaderValue::from_bytes(value.as_bytes()),
            Value::Dynamic(bytes) => HeaderValue::from_bytes(bytes),
        };
        match if_present {
            IfPresent::Replace => drop(self.insert(name, value.ok()?)),
            IfPresent::AddLine => self.append(name, value.ok()?),
        }
        Some(())
    }

    fn set_content_type(&mut self, media_type: MediaType) {
        const PROBLEM: HeaderValue = HeaderValue::from_static(MediaType::Problem.as_str());
        const JSON: HeaderValue = HeaderValue::from_static(MediaType::Json.as_str());
        const TEXT: HeaderValue = HeaderValue::from_static(MediaType::Text.as_str());
        self.insert(
            CONTENT_TYPE,
            match media_type {
                MediaType::Problem => PROBLEM,
                MediaType::Json => JSON,
                MediaType::Text => TEXT,
            },
        );
    }

    fn contains(&self, name: &http::HeaderName) -> bool {
        self.contains_key(name.as_str())
    }

    fn value(&self, name: &http::HeaderName) -> Option<String> {
        join(self.get_all(name.as_str()).map(HeaderValue::as_bytes))
    }

    fn remove(&mut self, name: &http::HeaderName) {
        HeaderMap::remove(self, name.as_str());
    }

    fn clear(&mut self) {
        HeaderMap::clear(self);
    }
}

/// Called by the impl of a derived type.
#[doc(hidden)]
pub mod erased {
    use super::{
        render, status_of, ErasedHttpError, ErrorRef, FromStatusCode as _, HttpResponse, StatusCode,
    };

    pub fn respond(error: &dyn ErasedHttpError) -> HttpResponse {
        render(ErrorRef::Derived(error), error.erased_case())
    }

    pub fn status_code(error: &dyn ErasedHttpError) -> StatusCode {
        let status = error.erased_case().status();
        let status = status.unwrap_or_else(|| status_of(ErrorRef::Derived(error)));
        StatusCode::from_code(status.as_u16())
    }
}

#[doc(hidden)]
pub use self::erased as without_parts;

/// Called by the impl of a derived type whose case [`HttpError::find_case`] returns.
#[doc(hidden)]
pub mod finding_case {
    use super::{erased, FindingCase, HttpError, HttpResponse, StatusCode};

    pub fn respond(error: &impl HttpError) -> HttpResponse {
        erased::respond(&FindingCase(error))
    }

    pub fn status_code(error: &impl HttpError) -> StatusCode {
        erased::status_code(&FindingCase(error))
    }
}

#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_actix_web {
    ([actix_web $($without:ident)*] $($input:tt)*) => {};
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_actix_web! { [$($without)*] $($input)* }
    };
    ([] [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*] $module:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::actix_web::ResponseError for $($ty)*
        $($clause)* for<'__e> $($ty)*: $crate::__private0::HttpErrorFor<'__e>
        {
            fn status_code(&self) -> $crate::actix_web::StatusCode {
                $crate::actix_web::$module::status_code(self)
            }

            fn error_response(&self) -> $crate::actix_web::HttpResponse {
                $crate::actix_web::$module::respond(self)
            }
        }
    };
}

macro_rules! impl_response {
    ($($error:ty),*) => {$(
        impl ResponseError for $error {
            fn status_code(&self) -> StatusCode {
                status_code(self.as_http_error())
            }

            fn error_response(&self) -> HttpResponse {
                respond(self.as_http_error())
            }
        }
    )*};
}

#[cfg(feature = "anyhow")]
impl<E: HttpError + Send + Sync + 'static> ResponseError for crate::anyhow::Error<E> {
    fn status_code(&self) -> StatusCode {
        status_code(self.as_http_error())
    }

    fn error_response(&self) -> HttpResponse {
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
    JsonPayloadError: rejections::MalformedJson | rejections::WrongJson400 | rejections::NotJson400
        | PayloadError | rejections::Internal
        => |error| match error {
            JsonPayloadError::Overflow { .. } | JsonPayloadError::OverflowKnownLength { .. } => {
                rejections::TooLarge.case().into()
            }
            JsonPayloadError::ContentType => rejections::NotJson400.case().into(),
            JsonPayloadError::Deserialize(error) if error.is_data() => {
                rejections::WrongJson400::because(Reason::new(error))
            }
            JsonPayloadError::Deserialize(error) => {
                rejections::MalformedJson::because(Reason::new(error))
            }
            JsonPayloadError::Payload(inner) => inner.case().into(),
            other => rejections::case_for_status(other.status_code().as_u16()).into(),
        };
    UrlencodedError: rejections::WrongForm400 | rejections::NotForm | rejections::NoLength | PayloadError
        => |error| match error {
            UrlencodedError::Overflow { .. } => rejections::TooLarge.case().into(),
            UrlencodedError::UnknownLength => rejections::NoLength.case().into(),
            UrlencodedError::ContentType => rejections::NotForm.case().into(),
            UrlencodedError::Parse(error) => rejections::WrongForm400::because(Reason::new(error)),
            UrlencodedError::Chunked | UrlencodedError::Encoding => {
                rejections::BrokenBody.case().into()
            }
            UrlencodedError::Payload(inner) => inner.case().into(),
            other => rejections::case_for_status(other.status_code().as_u16()).into(),
        };
    QueryPayloadError: rejections::WrongQuery
        => |error| match error {
            QueryPayloadError::Deserialize(error) => {
                rejections::WrongQuery::because(Reason::new(error))
            }
            other => rejections::case_for_status(other.status_code().as_u16()).into(),
        };
    PathError: rejections::WrongPath
        => |error| match error {
            PathError::Deserialize(error) => rejections::WrongPath::because(Reason::new(error)),
            other => rejections::case_for_status(other.status_code().as_u16()).into(),
        };
    PayloadError: rejections::TooLarge | rejections::BrokenBody
        => |error| match error {
            PayloadError::Overflow => rejections::TooLarge.case(),
            _ => rejections::BrokenBody.case(),
        };
}

/// An error of another crate, which responds as its `HttpError` and not as its `ResponseError`.
#[derive(Debug)]
struct AsHttpError<E>(E);

impl<E: HttpError> fmt::Display for AsHttpError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<E: HttpError> ResponseError for AsHttpError<E> {
    fn status_code(&self) -> StatusCode {
        status_code(&self.0)
    }

    fn error_response(&self) -> HttpResponse {
        respond(&self.0)
    }
}

/// Responds to the rejection of an extractor: the `error_handler` of a `JsonConfig`, `PathConfig`,
/// `QueryConfig` or `FormConfig`.
///
/// ```
/// use actix_web::{web, App};
///
/// let json = web::JsonConfig::default().error_handler(httperr::actix_web::handler);
/// let app = App::new().app_data(json);
/// # let _ = app;
/// ```
pub fn handler<E: HttpError + 'static>(error: E, _: &HttpRequest) -> Error {
    AsHttpError(error).into()
}

/// Responds with 404: the handler for unknown paths.
///
/// ```
/// use actix_web::{web, App};
///
/// let app = App::new().default_service(web::to(httperr::actix_web::not_found));
/// # let _ = app;
/// ```
#[allow(clippy::unused_async)]
pub async fn not_found() -> HttpResponse {
    respond(&StatusOnly(404))
}

/// Replaces actix-web's built-in error responses: the rejections of its extractors, unknown paths
/// (404) and unsupported methods of a resource (405, keeping `Allow`).
///
/// It is the handler of an `ErrorHandlers`. The application's own errors and responses with a body are
/// left alone. A response without a body and a media type is taken for actix-web's, even if a handler
/// has built it.
///
/// ```
/// use actix_web::{middleware::ErrorHandlers, App};
///
/// let app = App::new().wrap(ErrorHandlers::new().default_handler(httperr::actix_web::catch));
/// # let _ = app;
/// ```
///
/// Fields that describe the replaced body, such as the `Content-Encoding` of `Compress`, are removed
/// ([`describes_content`](crate::registry::describes_content)); all others are kept.
///
/// # Errors
///
/// Never fails.
pub fn catch<B: MessageBody + 'static>(
    response: ServiceResponse<B>,
) -> Result<ErrorHandlerResponse<B>, Error> {
    let Some(replacement) = replacement(response.response()) else {
        return Ok(ErrorHandlerResponse::Response(response.map_into_left_body()));
    };
    let (request, replaced) = response.into_parts();
    let code = replaced.status().as_u16();
    let replacement = with_fields_of(replacement, code, replaced.headers());
    let response = ServiceResponse::new(request, replacement).map_into_right_body();
    Ok(ErrorHandlerResponse::Response(response))
}

/// Returns the response to send instead of one that actix-web has built.
fn replacement<B: MessageBody>(response: &HttpResponse<B>) -> Option<HttpResponse> {
    let status_only = || respond(&StatusOnly(response.status().as_u16()));
    let Some(error) = response.error() else {
        return (is_empty(response.body()) && !response.headers().contains_key(CONTENT_TYPE))
            .then(status_only);
    };
    // The rejection of a `Path` without a `PathConfig`.
    let path = error.as_error::<InternalError<serde::de::value::Error>>().map(|_| status_only());
    path.or_else(|| error.as_error::<JsonPayloadError>().map(|error| respond(error)))
        .or_else(|| error.as_error::<UrlencodedError>().map(|error| respond(error)))
        .or_else(|| error.as_error::<QueryPayloadError>().map(|error| respond(error)))
        .or_else(|| error.as_error::<PathError>().map(|error| respond(error)))
        .or_else(|| error.as_error::<PayloadError>().map(|error| respond(error)))
}

fn is_empty(body: &impl MessageBody) -> bool {
    matches!(body.size(), BodySize::None | BodySize::Sized(0))
}

/// Adds the fields of the replaced response, such as `Allow`, except those that describe its body and
/// those that the replacement has already.
fn with_fields_of(mut response: HttpResponse, code: u16, replaced: &HeaderMap) -> HttpResponse {
    let own: Vec<HeaderName> = response.headers().keys().cloned().collect();
    let is_kept =
        |name: &HeaderName| !describes_content(code, name.as_str()) && !own.contains(name);
    for (name, value) in replaced.iter().filter(|(name, _)| is_kept(name)) {
        response.headers_mut().append(name.clone(), value.clone());
    }
    let vary = |fields: &HeaderMap| HeaderWriter::value(fields, &http::header::VARY);
    if let (Some(replaced), Some(own)) = (vary(replaced), vary(response.headers())) {
        let merged = merge_vary(&replaced, &own).unwrap_or(replaced);
        if let Ok(merged) = HeaderValue::try_from(merged) {
            response.headers_mut().insert(VARY, merged);
        }
    }
    response
}
