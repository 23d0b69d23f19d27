//! [actix-web](https://docs.rs/actix-web) 4: an error is a `ResponseError`.
//!
//! # From zero to the first error
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
//! `GET /orders/7` is then answered with 404 and
//! `{"title":"Not Found","status":404,"detail":"no order 7"}`.
//!
//! # What actix-web itself fails with
//!
//! One hook answers all of it as the application's own errors are answered, and says nothing of the
//! inside:
//!
//! ```
//! use actix_web::{middleware::ErrorHandlers, App};
//!
//! let app = App::new().wrap(ErrorHandlers::new().default_handler(httperr::actix_web::catch));
//! # let _ = app;
//! ```
//!
//! That is a body, a path or a query that cannot be read, a path that there is not, and a method that a
//! resource does not take, with its `Allow`. Or one at a time:
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
//! [`HttpError`]s, with the status that actix-web has for them, so that a declaration can be
//! `transparent` to them.
//!
//! # What is different here
//!
//! - actix-web has the types of `http` 0.2. Header fields are written into its own map, once.
//! - actix-web has 400 for JSON of a wrong type and for a wrong `Content-Type`, where axum has 422 and
//!   415. A `Path` without a `PathConfig` is 404, with one 400.
//! - A 405 has `Allow` if actix-web knows the methods: those of the routes of a `web::resource`. With
//!   `App::route` the method is a condition of the resource itself, and the answer is 404.
//! - `HEAD` is a method like others: it needs a route (`.route(web::head().to(handler))`).
//! - What a `String` or `Bytes` fails with over its `Content-Type` or encoding, and missing
//!   `web::Data`, are errors of a type that applications use too; they keep actix-web's fixed texts.
//! - A panic in a handler ends the connection.
//! - What a handler makes of `actix_web::error::ErrorInternalServerError("…")` is sent as it is.
//!
//! # Moving from a `ResponseError` by hand
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
//! After; a type that has to keep its impl for now says `without(actix_web)`:
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
//! Both traits have a method that tells the status: `HttpError::status` and
//! `ResponseError::status_code`. They agree.

use std::fmt;

use ::actix_web::body::{BodySize, BoxBody, MessageBody};
use ::actix_web::dev::ServiceResponse;
use ::actix_web::error::{
    InternalError, JsonPayloadError, PathError, PayloadError, QueryPayloadError, UrlencodedError,
};
use ::actix_web::http::header::{HeaderMap, HeaderName, HeaderValue, CONTENT_TYPE};
pub use ::actix_web::http::StatusCode;
use ::actix_web::middleware::ErrorHandlerResponse;
use ::actix_web::{Error, HttpRequest};
pub use ::actix_web::{HttpResponse, ResponseError};
use bytes::Bytes;
use httperr_registry::describes_content;

use super::failure::{self, failing, Bare};
use crate::fields::{Fields, Lines, Media, Name, Value};
use crate::raised::{Declared, Raised};
use crate::respond;
use crate::{AsStatusCode, Case, FromStatusCode, HttpError};

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

/// The response of an error.
pub fn respond(error: &dyn HttpError) -> HttpResponse {
    made(Raised::Any(error), error.find_case())
}

fn made(error: Raised<'_>, case: Case) -> HttpResponse {
    let mut response = HttpResponse::new(StatusCode::INTERNAL_SERVER_ERROR);
    let (status, body) = respond::write(error, case, &respond::NOTHING, response.headers_mut());
    *response.status_mut() = StatusCode::from_code(status.as_u16());
    response.set_body(BoxBody::new(body))
}

/// The status of an error, which [`respond`] sends.
pub fn status_code(error: &dyn HttpError) -> StatusCode {
    StatusCode::from_code(error.status().as_u16())
}

/// Derived errors.
#[doc(hidden)]
pub mod declared {
    use super::{made, respond, Declared, FromStatusCode as _, HttpResponse, Raised, StatusCode};

    /// The response.
    pub fn response(error: &dyn Declared) -> HttpResponse {
        made(Raised::Declared(error), error.which())
    }

    /// The status.
    pub fn status(error: &dyn Declared) -> StatusCode {
        let status = error.which().status();
        let status = status.unwrap_or_else(|| respond::status(Raised::Declared(error)));
        StatusCode::from_code(status.as_u16())
    }
}

/// Derived errors that find their cases otherwise.
#[doc(hidden)]
pub mod finding {
    use super::{declared, HttpError, HttpResponse, StatusCode};
    use crate::raised::Finding;

    /// The response.
    pub fn response(error: &impl HttpError) -> HttpResponse {
        declared::response(&Finding(error))
    }

    /// The status.
    pub fn status(error: &impl HttpError) -> StatusCode {
        declared::status(&Finding(error))
    }
}

/// actix-web has the types of `http` 0.2.
impl Fields for HeaderMap {
    fn set(&mut self, name: Name<'_>, value: Value<'_>, lines: Lines) -> Option<()> {
        let name = match name {
            Name::Known(name) => HeaderName::from_static(name.as_str()),
            Name::Static(name) => HeaderName::from_static(name),
            Name::Made(_) | Name::Given(_) => {
                HeaderName::from_bytes(name.as_str().as_bytes()).ok()?
            }
        };
        let value = match value {
            Value::Static(bytes) => HeaderValue::from_maybe_shared(Bytes::from_static(bytes)),
            Value::Made(value) => HeaderValue::from_bytes(value.as_bytes()),
            Value::Given(bytes) => HeaderValue::from_bytes(bytes),
        };
        match lines {
            Lines::Replace => drop(self.insert(name, value.ok()?)),
            Lines::Add => self.append(name, value.ok()?),
        }
        Some(())
    }

    fn set_media(&mut self, media: Media) {
        const PROBLEM: HeaderValue = HeaderValue::from_static(Media::Problem.as_str());
        const JSON: HeaderValue = HeaderValue::from_static(Media::Json.as_str());
        const TEXT: HeaderValue = HeaderValue::from_static(Media::Text.as_str());
        self.insert(
            CONTENT_TYPE,
            match media {
                Media::Problem => PROBLEM,
                Media::Json => JSON,
                Media::Text => TEXT,
            },
        );
    }

    fn remove(&mut self, name: &http::HeaderName) {
        HeaderMap::remove(self, name.as_str());
    }

    fn clear(&mut self) {
        HeaderMap::clear(self);
    }
}

/// The impl for a derived type.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_actix_web {
    ([actix_web $($without:ident)*] $($input:tt)*) => {};
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_actix_web! { [$($without)*] $($input)* }
    };
    ([] [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*] $declared:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::actix_web::ResponseError for $($ty)*
        $($clause)* for<'__e> $($ty)*: $crate::__private::HttpErrorFor<'__e>
        {
            fn status_code(&self) -> $crate::actix_web::StatusCode {
                $crate::actix_web::$declared::status(self)
            }

            fn error_response(&self) -> $crate::actix_web::HttpResponse {
                $crate::actix_web::$declared::response(self)
            }
        }
    };
}

macro_rules! boxed {
    ($($boxed:ty),*) => {$(
        impl ResponseError for $boxed {
            fn status_code(&self) -> StatusCode {
                status_code(self)
            }

            fn error_response(&self) -> HttpResponse {
                respond(self)
            }
        }
    )*};
}

boxed!(Box<dyn HttpError>, Box<dyn HttpError + Send>, Box<dyn HttpError + Send + Sync>);

failing! {
    JsonPayloadError: failure::MalformedJson | failure::WrongJson400 | failure::NotJson400
        | PayloadError | failure::Internal
        => |error| match error {
            JsonPayloadError::Overflow { .. } | JsonPayloadError::OverflowKnownLength { .. } => {
                failure::TooLarge.case()
            }
            JsonPayloadError::ContentType => failure::NotJson400.case(),
            JsonPayloadError::Deserialize(why) if why.is_data() => failure::WrongJson400.case(),
            JsonPayloadError::Deserialize(_) => failure::MalformedJson.case(),
            JsonPayloadError::Payload(inner) => inner.case(),
            other => failure::case_of(other.status_code().as_u16()),
        };
    UrlencodedError: failure::WrongForm400 | failure::NotForm | failure::NoLength | PayloadError
        => |error| match error {
            UrlencodedError::Overflow { .. } => failure::TooLarge.case(),
            UrlencodedError::UnknownLength => failure::NoLength.case(),
            UrlencodedError::ContentType => failure::NotForm.case(),
            UrlencodedError::Parse(_) => failure::WrongForm400.case(),
            UrlencodedError::Chunked | UrlencodedError::Encoding => failure::BrokenBody.case(),
            UrlencodedError::Payload(inner) => inner.case(),
            other => failure::case_of(other.status_code().as_u16()),
        };
    QueryPayloadError: failure::WrongQuery
        => |error| match error {
            QueryPayloadError::Deserialize(_) => failure::WrongQuery.case(),
            other => failure::case_of(other.status_code().as_u16()),
        };
    PathError: failure::WrongPath
        => |error| match error {
            PathError::Deserialize(_) => failure::WrongPath.case(),
            other => failure::case_of(other.status_code().as_u16()),
        };
    PayloadError: failure::TooLarge | failure::BrokenBody
        => |error| match error {
            PayloadError::Overflow => failure::TooLarge.case(),
            _ => failure::BrokenBody.case(),
        };
}

/// An error of another crate, answered by its `HttpError` and not by its `ResponseError`.
#[derive(Debug)]
struct Answered<E>(E);

impl<E: HttpError> fmt::Display for Answered<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<E: HttpError> ResponseError for Answered<E> {
    fn status_code(&self) -> StatusCode {
        status_code(&self.0)
    }

    fn error_response(&self) -> HttpResponse {
        respond(&self.0)
    }
}

/// Answers what an extractor of actix-web fails with: the `error_handler` of a `JsonConfig`,
/// `PathConfig`, `QueryConfig` or `FormConfig`.
pub fn handler<E: HttpError + 'static>(error: E, _: &HttpRequest) -> Error {
    Answered(error).into()
}

/// Answers a path that there is not: `App::default_service(web::to(httperr::actix_web::not_found))`.
#[allow(clippy::unused_async)]
pub async fn not_found() -> HttpResponse {
    respond(&Bare(404))
}

/// Answers whatever actix-web answers by itself: what its extractors fail with, a path that there is
/// not (404), a method that a resource does not take (405, with the `Allow` that is there).
///
/// It is the handler of an `ErrorHandlers`. It leaves alone the errors of the application, and
/// responses that have a body. One without body and media type that a handler makes itself is taken
/// for actix-web's.
///
/// Fields that describe the body that is replaced, such as the `Content-Encoding` of `Compress`, are
/// removed ([`describes_content`](crate::registry::describes_content)); all others stay.
///
/// # Errors
///
/// None.
pub fn catch<B: MessageBody + 'static>(
    response: ServiceResponse<B>,
) -> Result<ErrorHandlerResponse<B>, Error> {
    let Some(answer) = answer(response.response()) else {
        return Ok(ErrorHandlerResponse::Response(response.map_into_left_body()));
    };
    let (request, replaced) = response.into_parts();
    let code = replaced.status().as_u16();
    let answer = with_fields_of(answer, code, replaced.headers());
    let response = ServiceResponse::new(request, answer).map_into_right_body();
    Ok(ErrorHandlerResponse::Response(response))
}

/// The answer in the place of one that actix-web made.
fn answer<B: MessageBody>(response: &HttpResponse<B>) -> Option<HttpResponse> {
    let bare = || respond(&Bare(response.status().as_u16()));
    let Some(error) = response.error() else {
        let is_empty = matches!(response.body().size(), BodySize::None | BodySize::Sized(0));
        return (is_empty && !response.headers().contains_key(CONTENT_TYPE)).then(bare);
    };
    // What a `Path` without a `PathConfig` fails with: 404.
    let path = error.as_error::<InternalError<serde::de::value::Error>>().map(|_| bare());
    path.or_else(|| error.as_error::<JsonPayloadError>().map(|error| respond(error)))
        .or_else(|| error.as_error::<UrlencodedError>().map(|error| respond(error)))
        .or_else(|| error.as_error::<QueryPayloadError>().map(|error| respond(error)))
        .or_else(|| error.as_error::<PathError>().map(|error| respond(error)))
        .or_else(|| error.as_error::<PayloadError>().map(|error| respond(error)))
}

/// Keeps the fields of the replaced response, such as `Allow`, but for those that describe its body
/// and those that the response in its place has.
fn with_fields_of(mut answer: HttpResponse, code: u16, replaced: &HeaderMap) -> HttpResponse {
    let own: Vec<HeaderName> = answer.headers().keys().cloned().collect();
    let is_kept =
        |name: &HeaderName| !describes_content(code, name.as_str()) && !own.contains(name);
    for (name, value) in replaced.iter().filter(|(name, _)| is_kept(name)) {
        answer.headers_mut().append(name.clone(), value.clone());
    }
    answer
}
