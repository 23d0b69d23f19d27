//! [salvo](https://docs.rs/salvo) 1: every derived error implements `Scribe`.
//!
//! # Getting started
//!
//! ```toml
//! httperr = { version = "0.1", features = ["salvo"] }
//! salvo = "1"
//! thiserror = "2"
//! tokio = { version = "1", features = ["full"] }
//! ```
//!
//! ```
//! use httperr::HttpError;
//! use salvo::prelude::*;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error("no order {id}")]
//!     #[http(404)]
//!     NoOrder { id: u64 },
//! }
//!
//! #[handler]
//! async fn order(request: &mut Request) -> Result<String, ApiError> {
//!     let id = request.param("id").unwrap_or_default();
//!     Err(ApiError::NoOrder { id })
//! }
//!
//! let app = Service::new(Router::with_path("orders/{id}").get(order));
//! # let _ = app;
//! ```
//!
//! The response to `GET /orders/7` is then a 404 with the body
//! `{"title":"Not Found","status":404,"detail":"no order 7"}`.
//!
//! # salvo's own rejections
//!
//! [`ErrorLayer`] is a hoop that turns all of them, and panics, into your error format, and adds
//! `instance` and the request ID to every error:
//!
//! ```
//! use httperr::salvo::ErrorLayer;
//! use salvo::prelude::*;
//!
//! let app = Service::new(Router::new()).hoop(ErrorLayer::new());
//! # let _ = app;
//! ```
//!
//! It is to be the first hoop of the service: a hoop of a router does not run for an unknown path.
//! Without it, a catcher turns the errors of salvo into problem documents:
//!
//! ```
//! use salvo::prelude::*;
//!
//! let app = Service::new(Router::new()).catcher(httperr::salvo::catcher());
//! # let _ = app;
//! ```
//!
//! `ParseError`, with which a part of the request is rejected, is an [`HttpError`] with the same status as
//! in salvo, so that a declaration can be `transparent` to it. If the reason is in the input of the client,
//! the `detail` is what serde returned, up to 1 KiB; the others have a fixed text, and that of salvo is
//! only logged:
//!
//! ```
//! use httperr::HttpError;
//! use salvo::http::ParseError;
//! use salvo::prelude::*;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error(transparent)]
//!     #[http(transparent)]
//!     Rejected(#[from] ParseError),
//! }
//!
//! #[handler]
//! async fn place(request: &mut Request) -> Result<String, ApiError> {
//!     let order: u64 = request.parse_json().await?;
//!     Ok(order.to_string())
//! }
//! # let _ = Router::new().post(place);
//! ```
//!
//! `StatusError` is one too: its `brief` is the `detail` of an error below 500 if the application wrote it;
//! its `detail`, `cause` and `origin` are only logged.
//!
//! # Differences to other frameworks
//!
//! - salvo responds with 400 to JSON of a wrong type and to a wrong `Content-Type`, where axum responds
//!   with 422 and 415. A path segment that cannot be parsed is a 400.
//! - The response to wrong JSON has no `errors`: salvo does not know the path to the wrong part.
//! - `HEAD` is a method like any other: it needs a route (`.head(handler)`). Its response has the
//!   `Content-Length` of that to `GET` with [`ErrorLayer`] only, and a [`catcher`] does not run for it.
//! - An error is written into a response that exists already: fields that hoops have set are kept, unless
//!   they describe the body or the error has a field of that name, as with [`HttpError::apply_to`].
//! - salvo renders a page for an error without a body, unless the error is declared (`body = empty`).
//! - A panic in a handler closes the connection, unless [`ErrorLayer`] catches it.
//! - The feature enables the feature `tower`.
//!
//! # Migrating from a manual `Scribe`
//!
//! Before:
//!
//! ```
//! use salvo::prelude::*;
//!
//! enum ApiError {
//!     NoOrder(u64),
//!     Limited { seconds: u64 },
//! }
//!
//! impl Scribe for ApiError {
//!     fn render(self, response: &mut Response) {
//!         match self {
//!             ApiError::NoOrder(id) => {
//!                 response.status_code(StatusCode::NOT_FOUND);
//!                 response.render(format!("no order {id}"));
//!             }
//!             ApiError::Limited { seconds } => {
//!                 response.status_code(StatusCode::TOO_MANY_REQUESTS);
//!                 response.headers_mut().insert("retry-after", seconds.into());
//!                 response.render("too many requests");
//!             }
//!         }
//!     }
//! }
//! ```
//!
//! After (a type that has to keep its impl for now is declared with `without(salvo)`):
//!
//! ```
//! # use salvo::prelude::*;
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
//! # let mut response = Response::new();
//! # response.render(ApiError::NoOrder(7));
//! # assert_eq!(response.status_code.unwrap(), 404);
//! # response.render(ApiError::Limited { seconds: 5 });
//! # assert_eq!(response.headers()["retry-after"], "5");
//! ```

use std::borrow::Cow;
use std::convert::Infallible;
use std::mem;

use ::salvo_core::catcher::Catcher;
use ::salvo_core::http::{ParseError, ResBody, StatusError};
use ::salvo_core::{async_trait, Depot, FlowCtrl, Handler, Request};
pub use ::salvo_core::{Response, Scribe};
use http::header::{HeaderValue, CONTENT_LENGTH, CONTENT_TYPE};
use http::{Method, StatusCode};
use http_body::Body as _;

use super::rejections::reason::Reason;
use super::rejections::{self, impl_http_error, StatusOnly};
use crate::http_error::AsHttpError as _;
use crate::render::erased::{ErasedHttpError, ErrorRef, FindingCase};
use crate::render::headers::MediaType;
use crate::render::{apply_fields, render_into, with_current_request};
use crate::rendered::Rendered;
pub use crate::tower::ErrorLayer;
use crate::{context, AnyError, Case, HttpError, Problem};

/// Writes the response of any error, such as one behind `dyn HttpError`.
///
/// ```
/// use httperr::HttpError;
/// use salvo::Response;
///
/// fn render(error: &dyn HttpError, response: &mut Response) {
///     httperr::salvo::respond(error, response);
/// }
/// # let _ = render;
/// ```
pub fn respond(error: &dyn HttpError, response: &mut Response) {
    render(ErrorRef::Any(error), error.find_case(), response);
}

fn render(error: ErrorRef<'_>, mut case: Case, response: &mut Response) {
    let outer = mem::take(&mut response.headers);
    let (status, body) = with_current_request(&context::EMPTY, |context| {
        render_into(error, &mut case, context, &mut response.headers)
    });
    if !outer.is_empty() {
        let rendered = mem::replace(&mut response.headers, outer);
        apply_fields(status, &rendered, &mut response.headers);
    }
    response.status_code = Some(status);
    // An empty body too: salvo would render a page for `ResBody::None`.
    response.body = ResBody::Once(body);
    response.extensions.insert(Rendered { case, status });
}

/// Called by the impl of a derived type.
#[doc(hidden)]
pub mod erased {
    use super::{render, ErasedHttpError, ErrorRef, Response};

    pub fn respond(error: &dyn ErasedHttpError, response: &mut Response) {
        render(ErrorRef::Derived(error), error.erased_case(), response);
    }
}

#[doc(hidden)]
pub use self::erased as without_parts;

/// Called by the impl of a derived type whose case [`HttpError::find_case`] returns.
#[doc(hidden)]
pub mod finding_case {
    use super::{erased, FindingCase, HttpError, Response};

    pub fn respond(error: &impl HttpError, response: &mut Response) {
        erased::respond(&FindingCase(error), response);
    }
}

#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_salvo {
    ([salvo $($without:ident)*] $($input:tt)*) => {};
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_salvo! { [$($without)*] $($input)* }
    };
    ([] [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*] $module:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::salvo::Scribe for $($ty)* $($clause)* {
            fn render(self, response: &mut $crate::salvo::Response) {
                $crate::salvo::$module::respond(&self, response)
            }
        }
    };
}

macro_rules! impl_response {
    ($($error:ty),*) => {$(
        impl Scribe for $error {
            fn render(self, response: &mut Response) {
                respond(self.as_http_error(), response);
            }
        }
    )*};
}

#[cfg(feature = "anyhow")]
impl<E: HttpError + Send + Sync + 'static> Scribe for crate::anyhow::Error<E> {
    fn render(self, response: &mut Response) {
        respond(self.as_http_error(), response);
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
    ParseError: rejections::MalformedJson | rejections::WrongJson400 | rejections::WrongContentType400
        | rejections::WrongRequest | rejections::TooLarge | rejections::NotUtf8 | rejections::BrokenBody
        | rejections::BrokenRequest
        => |error| match error {
            ParseError::PayloadTooLarge => rejections::TooLarge.case().into(),
            ParseError::InvalidContentType | ParseError::NotMultipart | ParseError::NotFormData => {
                rejections::WrongContentType400.case().into()
            }
            ParseError::SerdeJson(error) if error.is_data() => {
                rejections::WrongJson400::because(Reason::new(error))
            }
            ParseError::SerdeJson(error) => rejections::MalformedJson::because(Reason::new(error)),
            ParseError::Deserialize(error) => rejections::WrongRequest::because(Reason::new(error)),
            ParseError::NotExist | ParseError::ParseFromStr | ParseError::DuplicateKey => {
                rejections::WrongRequest::because(None)
            }
            ParseError::Utf8(_) => rejections::NotUtf8.case().into(),
            ParseError::EmptyBody
            | ParseError::Multer(_)
            | ParseError::Io(_)
            | ParseError::Hyper(_)
            | ParseError::Other(_) => rejections::BrokenBody.case().into(),
            _ => rejections::BrokenRequest.case().into(),
        };
}

/// The public text is the `brief` of an error below 500, unless it is salvo's; all else is only logged.
impl HttpError for StatusError {
    fn case(&self) -> Case {
        Case::new(self.code)
    }

    fn detail(&self) -> Option<Cow<'_, str>> {
        own_brief(self).map(Cow::Borrowed)
    }
}

/// Returns the text that the application wrote for the client.
fn own_brief(error: &StatusError) -> Option<&str> {
    let is_own = |default: StatusError| default.brief != error.brief;
    let is_public = error.code.is_client_error();
    let is_sent = is_public && StatusError::from_code(error.code).map_or(true, is_own);
    is_sent.then_some(error.brief.as_str())
}

/// Returns a catcher that turns every error of salvo itself into a problem document.
///
/// ```
/// use salvo::prelude::*;
///
/// let app = Service::new(Router::new()).catcher(httperr::salvo::catcher());
/// # let _ = app;
/// ```
///
/// [`ErrorLayer`] does not need it.
#[must_use]
pub fn catcher() -> Catcher {
    Catcher::new(Goal)
}

struct Goal;

#[async_trait]
impl Handler for Goal {
    async fn handle(
        &self,
        _: &mut Request,
        _: &mut Depot,
        response: &mut Response,
        _: &mut FlowCtrl,
    ) {
        let error = match response.body.take() {
            ResBody::Error(error) => error,
            ResBody::None => {
                let status = response.status_code.unwrap_or(StatusCode::NOT_FOUND);
                return respond(&StatusOnly(status.as_u16()), response);
            }
            // A hoop of the catcher has responded.
            body => {
                response.body = body;
                return;
            }
        };
        match parse_error(&error) {
            Some(error) => respond(error, response),
            None => respond(&error, response),
        }
    }
}

fn parse_error(error: &StatusError) -> Option<&ParseError> {
    error.cause.as_ref()?.downcast_ref()
}

#[async_trait]
impl<F, E> Handler for ErrorLayer<F>
where
    F: Fn(StatusCode) -> E + Clone + Send + Sync + 'static,
    E: HttpError,
{
    async fn handle(
        &self,
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        flow: &mut FlowCtrl,
    ) {
        let mut head = http::Request::new(());
        *head.method_mut() = request.method().clone();
        *head.uri_mut() = request.uri().clone();
        mem::swap(head.headers_mut(), request.headers_mut());
        mem::swap(head.extensions_mut(), request.extensions_mut());
        let info = self.record_head(&mut head);
        mem::swap(head.headers_mut(), request.headers_mut());
        mem::swap(head.extensions_mut(), request.extensions_mut());
        let is_head = info.method == Method::HEAD;
        let outer = response.headers.clone();
        let mut has_responded = false;
        let inner = async {
            flow.call_next(request, depot, response).await;
            has_responded = true;
            Ok::<_, Infallible>(take(response, self.keeps_text()))
        };
        let Ok(responded) = self.run(info, inner).await;
        if !has_responded {
            // After a panic: the fields of the hoops around this one, and none of those inside.
            response.headers = outer;
        }
        put(response, responded, is_head);
    }
}

/// Takes the response of the hoops and the handler out of that of salvo, whose cookies are kept.
fn take(response: &mut Response, is_sent: bool) -> http::Response<ResBody> {
    let mut taken = http::Response::new(response.body.take());
    *taken.status_mut() = response.status_code.unwrap_or_default();
    *taken.headers_mut() = mem::take(&mut response.headers);
    *taken.extensions_mut() = mem::take(&mut response.extensions);
    if let ResBody::Error(error) = taken.body() {
        let text = reason(error, is_sent);
        let media_type = HeaderValue::from_static(MediaType::Text.as_str());
        taken.headers_mut().insert(CONTENT_TYPE, media_type);
        *taken.body_mut() = ResBody::Once(text.into());
    }
    taken
}

/// Returns the text of an error of salvo: all of it for the log, or the part that is public.
fn reason(error: &StatusError, is_sent: bool) -> String {
    match (parse_error(error), own_brief(error)) {
        (Some(error), _) if is_sent => error.detail().unwrap_or_default().into_owned(),
        (Some(error), _) => error.to_string(),
        (None, text) if is_sent => text.unwrap_or_default().to_owned(),
        (None, _) => error.to_string(),
    }
}

fn put(response: &mut Response, responded: http::Response<ResBody>, is_head: bool) {
    let (parts, body) = responded.into_parts();
    response.status_code = Some(parts.status);
    response.headers.extend(parts.headers);
    response.extensions.extend(parts.extensions);
    // salvo removes the body of a response to `HEAD`, and with it its length.
    let length = body.size_hint().exact().filter(|length| is_head && *length > 0);
    if let Some(length) = length {
        response.headers.entry(CONTENT_LENGTH).or_insert_with(|| length.into());
    }
    response.body = body;
}
