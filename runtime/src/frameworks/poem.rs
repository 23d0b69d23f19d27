//! [poem](https://docs.rs/poem) 3: every derived error implements `ResponseError`.
//!
//! # Getting started
//!
//! ```toml
//! httperr = { version = "0.1", features = ["poem"] }
//! poem = "3"
//! thiserror = "2"
//! tokio = { version = "1", features = ["full"] }
//! ```
//!
//! ```
//! use httperr::HttpError;
//! use poem::{get, handler, web::Path, Route};
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error("no order {id}")]
//!     #[http(404)]
//!     NoOrder { id: u64 },
//! }
//!
//! #[handler]
//! fn order(Path(id): Path<u64>) -> Result<String, ApiError> {
//!     Err(ApiError::NoOrder { id })
//! }
//!
//! let app = Route::new().at("/orders/:id", get(order));
//! # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
//! #     use poem::{http::Uri, Endpoint, Request};
//! #     let request = Request::builder().uri(Uri::from_static("/orders/7")).finish();
//! #     let body = app.get_response(request).await.into_body().into_string().await.unwrap();
//! #     assert_eq!(body, r#"{"title":"Not Found","status":404,"detail":"no order 7"}"#);
//! # });
//! ```
//!
//! The response to `GET /orders/7` is then a 404 with the body
//! `{"title":"Not Found","status":404,"detail":"no order 7"}`.
//!
//! # poem's own rejections
//!
//! [`ErrorLayer`] is middleware that turns all of them, and panics, into your error format, and adds
//! `instance` and the request ID to every error:
//!
//! ```
//! use httperr::poem::ErrorLayer;
//! use poem::{EndpointExt, Route};
//!
//! let app = Route::new().with(ErrorLayer::new());
//! # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
//! #     use poem::{http::Uri, Endpoint, Request};
//! #     let request = Request::builder().uri(Uri::from_static("/nowhere")).finish();
//! #     let body = app.get_response(request).await.into_body().into_string().await.unwrap();
//! #     assert_eq!(body, r#"{"title":"Not Found","status":404,"instance":"/nowhere"}"#);
//! # });
//! ```
//!
//! Without it, one hook turns all errors of poem itself into problem documents:
//!
//! ```
//! use poem::{EndpointExt, Route};
//!
//! let app = Route::new().catch_all_error(httperr::poem::catch);
//! # let _ = app;
//! ```
//!
//! The errors of poem's extractors, such as `ParseJsonError`, `ParseQueryError` and `ReadBodyError`, are
//! [`HttpError`]s, with the same status as in poem. So is `poem::Error`, which contains one of them: a
//! handler takes the extractor as a `Result`, and the declaration is `transparent` to it. If the reason is
//! in the input of the client, the `detail` is what serde returned, up to 1 KiB; the others have a fixed
//! text, and that of poem is only logged:
//!
//! ```
//! use httperr::HttpError;
//! use poem::{handler, web::Json};
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error(transparent)]
//!     #[http(transparent)]
//!     Rejected(#[from] poem::Error),
//! }
//!
//! #[handler]
//! fn place(order: poem::Result<Json<u64>>) -> Result<String, ApiError> {
//!     let Json(order) = order?;
//!     Ok(order.to_string())
//! }
//! # let _ = place;
//! ```
//!
//! # Differences to other frameworks
//!
//! - poem responds with 400 to JSON of a wrong type, where axum responds with 422.
//! - The response to wrong JSON has no `errors`: poem does not know the path to the wrong part. Nor does it
//!   know why a part of the path is wrong.
//! - A 405 has no `Allow`.
//! - An error becomes a `poem::Error`, which loses the extensions of its response:
//!   [`case_of`](crate::case_of) finds the case in middleware around [`ErrorLayer`] only. Middleware inside of
//!   it that converts an error into a response, such as `catch_all_error`, hides from it that an error with
//!   plain text (`body = text`) is declared.
//! - A panic in a handler closes the connection, unless [`ErrorLayer`] catches it.
//! - The feature enables the feature `tower`.
//!
//! # Migrating from a manual `ResponseError`
//!
//! Before:
//!
//! ```
//! use poem::error::ResponseError;
//! use poem::http::StatusCode;
//! use poem::Response;
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
//!     fn status(&self) -> StatusCode {
//!         match self {
//!             ApiError::NoOrder(_) => StatusCode::NOT_FOUND,
//!             ApiError::Limited { .. } => StatusCode::TOO_MANY_REQUESTS,
//!         }
//!     }
//!
//!     fn as_response(&self) -> Response {
//!         let mut response = Response::builder().status(self.status());
//!         if let ApiError::Limited { seconds } = self {
//!             response = response.header("retry-after", *seconds);
//!         }
//!         response.body(self.to_string())
//!     }
//! }
//! ```
//!
//! After (a type that has to keep its impl for now is declared with `without(poem)`):
//!
//! ```
//! # use poem::error::ResponseError;
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
//! # assert_eq!(ResponseError::status(&ApiError::NoOrder(7)), 404);
//! # assert_eq!(ApiError::Limited { seconds: 5 }.as_response().headers()["retry-after"], "5");
//! ```
//!
//! `HttpError` and `ResponseError` both have a method `status`, which return the same code: with both
//! traits in scope, name the one that you mean, as in `HttpError::status(&error)`.

use std::borrow::Cow;
use std::cell::Cell;
use std::convert::Infallible;
use std::error::Error as StdError;
use std::pin::Pin;
use std::task::{Context as Poller, Poll};
use std::{io, mem};

pub use ::poem::error::ResponseError;
use ::poem::error::{
    GetDataError, MethodNotAllowedError, NotFoundError, ParseFormError, ParseJsonError,
    ParsePathError, ParseQueryError, ParseTypedHeaderError, ReadBodyError, SizedLimitError,
};
pub use ::poem::Response;
use ::poem::{Body, Endpoint, Error, IntoResponse, Middleware, Request, ResponseParts};
use bytes::Bytes;
pub use http::StatusCode;
use http::Uri;
use http_body::{Frame, SizeHint};
use http_body_util::combinators::BoxBody;

use super::rejections::reason::Reason;
use super::rejections::{self, impl_http_error, impl_status_only, Rejection};
use crate::http_error::AsHttpError as _;
use crate::render::erased::{ErasedHttpError, ErrorRef, FindingCase};
use crate::render::{render_into, status_of, with_current_request};
use crate::rendered::Rendered;
pub use crate::tower::ErrorLayer;
use crate::{context, AnyError, Case, Catalog, HttpError, Problem};

/// Returns the response of any error, such as one behind `dyn HttpError`.
///
/// ```
/// use httperr::HttpError;
/// use poem::Response;
///
/// fn into_response(error: &dyn HttpError) -> Response {
///     httperr::poem::respond(error)
/// }
/// # let _ = into_response;
/// ```
pub fn respond(error: &dyn HttpError) -> Response {
    render(ErrorRef::Any(error), error.find_case())
}

fn render(error: ErrorRef<'_>, mut case: Case) -> Response {
    let mut response = Response::default();
    let (status, body) = with_current_request(&context::EMPTY, |context| {
        render_into(error, &mut case, context, response.headers_mut())
    });
    response.set_status(status);
    response.set_body(body);
    let rendered = Rendered { case, status };
    response.extensions_mut().insert(rendered);
    RENDERED.set(Some(rendered));
    response
}

thread_local! {
    /// The error that was rendered last: the conversion of a `poem::Error` drops the extensions.
    static RENDERED: Cell<Option<Rendered>> = const { Cell::new(None) };
}

/// Converts an error inside of a layer.
fn convert_for_layer(error: Error) -> Response {
    // Those of the router: their texts are the names of the statuses.
    if error.is::<NotFoundError>() || error.is::<MethodNotAllowedError>() {
        return error.status().into();
    }
    convert(error)
}

/// Converts an error, keeping the record of that from which the response is rendered.
fn convert(error: Error) -> Response {
    RENDERED.set(None);
    let mut response = error.into_response();
    if let Some(rendered) = RENDERED.take() {
        response.extensions_mut().insert(rendered);
    }
    response
}

/// Called by the impl of a derived type.
#[doc(hidden)]
pub mod erased {
    use super::{render, status_of, ErasedHttpError, ErrorRef, Response, StatusCode};

    pub fn respond(error: &dyn ErasedHttpError) -> Response {
        render(ErrorRef::Derived(error), error.erased_case())
    }

    pub fn status(error: &dyn ErasedHttpError) -> StatusCode {
        let status = error.erased_case().status();
        status.unwrap_or_else(|| status_of(ErrorRef::Derived(error)))
    }
}

#[doc(hidden)]
pub use self::erased as without_parts;

/// Called by the impl of a derived type whose case [`HttpError::find_case`] returns.
#[doc(hidden)]
pub mod finding_case {
    use super::{erased, FindingCase, HttpError, Response, StatusCode};

    pub fn respond(error: &impl HttpError) -> Response {
        erased::respond(&FindingCase(error))
    }

    pub fn status(error: &impl HttpError) -> StatusCode {
        erased::status(&FindingCase(error))
    }
}

#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_poem {
    ([poem $($without:ident)*] $($input:tt)*) => {};
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_poem! { [$($without)*] $($input)* }
    };
    ([] [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*] $module:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::poem::ResponseError for $($ty)* $($clause)* {
            fn status(&self) -> $crate::poem::StatusCode {
                $crate::poem::$module::status(self)
            }

            fn as_response(&self) -> $crate::poem::Response {
                $crate::poem::$module::respond(self)
            }
        }
    };
}

macro_rules! impl_response {
    ($($error:ty),*) => {$(
        impl ResponseError for $error {
            fn status(&self) -> StatusCode {
                self.as_http_error().status()
            }

            fn as_response(&self) -> Response {
                respond(self.as_http_error())
            }
        }
    )*};
}

impl_response!(
    Box<dyn HttpError>,
    Box<dyn HttpError + Send>,
    Box<dyn HttpError + Send + Sync>,
    Problem
);

// These do not implement `std::error::Error`, from which poem converts.
#[cfg(feature = "anyhow")]
impl<E: HttpError + Send + Sync + 'static> From<crate::anyhow::Error<E>> for Error {
    fn from(error: crate::anyhow::Error<E>) -> Self {
        rendered(error.as_http_error())
    }
}

impl From<AnyError> for Error {
    fn from(error: AnyError) -> Self {
        rendered(error.as_http_error())
    }
}

fn rendered(error: &dyn HttpError) -> Error {
    let mut response = respond(error);
    let rendered = response.extensions_mut().remove::<Rendered>();
    let mut error = Error::from_response(response);
    if let Some(rendered) = rendered {
        error.set_data(rendered);
    }
    error
}

impl_http_error! {
    ParseJsonError: rejections::MalformedJson | rejections::WrongJson400 | rejections::NotJson
        => |error| match error {
            ParseJsonError::InvalidContentType(_) | ParseJsonError::ContentTypeRequired => {
                rejections::NotJson.case().into()
            }
            ParseJsonError::Parse(error) => wrong_json(error),
        };
    ParseFormError: rejections::WrongForm400 | rejections::NotForm
        => |error| match error {
            ParseFormError::InvalidContentType(_) | ParseFormError::ContentTypeRequired => {
                rejections::NotForm.case().into()
            }
            ParseFormError::UrlDecode(error) => rejections::WrongForm400::because(Reason::new(error)),
        };
    ParseQueryError: rejections::WrongQuery
        => |error| rejections::WrongQuery::because(Reason::new(&error.0));
    ParsePathError: rejections::WrongPath => |_error| rejections::WrongPath::because(None);
    ParseTypedHeaderError: rejections::WrongRequest
        => |error| rejections::WrongRequest::because(Reason::new(error));
    ReadBodyError: rejections::NotUtf8 | rejections::TooLarge | rejections::BrokenBody
        | rejections::Internal
        => |error| match error {
            ReadBodyError::Utf8(_) => rejections::NotUtf8.case(),
            ReadBodyError::PayloadTooLarge => rejections::TooLarge.case(),
            ReadBodyError::Io(_) => rejections::BrokenBody.case(),
            ReadBodyError::BodyHasBeenTaken => rejections::Internal.case(),
        };
    SizedLimitError: rejections::NoLength | rejections::TooLarge
        => |error| match error {
            SizedLimitError::MissingContentLength => rejections::NoLength.case(),
            SizedLimitError::PayloadTooLarge => rejections::TooLarge.case(),
        };
    GetDataError: rejections::Internal => |_error| rejections::Internal.case();
}

impl_status_only! {
    NotFoundError = 404;
    MethodNotAllowedError = 405;
}

/// Returns the rejection for an error of `serde_json`, or of `sonic_rs` with that feature of poem.
fn wrong_json<E: StdError + 'static>(error: &E) -> Rejection<'_> {
    let json = (error as &(dyn StdError + 'static)).downcast_ref::<serde_json::Error>();
    match json {
        Some(json) if json.is_data() => rejections::WrongJson400::because(Reason::new(json)),
        _ => rejections::MalformedJson::because(Reason::new(error)),
    }
}

/// The response is that of the rejection inside, or the status alone. An error of the application inside is
/// not found: its type is not known here.
impl HttpError for Error {
    fn case(&self) -> Case {
        match rejection_of_poem(self) {
            Some(rejection) => rejection.case(),
            None => Case::new(self.status()),
        }
    }

    fn detail(&self) -> Option<Cow<'_, str>> {
        rejection_of_poem(self).and_then(HttpError::detail)
    }

    fn write_parts<'a>(&'a self, parts: &mut crate::ResponseParts<'a>) {
        if let Some(rejection) = rejection_of_poem(self) {
            rejection.write_parts(parts);
        }
    }

    fn catalog() -> Catalog {
        static KEY: crate::constants::Key = 0;
        Catalog::new(
            &[],
            Some(&KEY),
            &[],
            &[
                ParseJsonError::catalog,
                ParseFormError::catalog,
                ParseQueryError::catalog,
                ParsePathError::catalog,
                ParseTypedHeaderError::catalog,
                ReadBodyError::catalog,
                SizedLimitError::catalog,
            ],
        )
    }
}

fn rejection_of_poem(error: &Error) -> Option<&dyn HttpError> {
    fn find<E: HttpError + Send + Sync + 'static>(error: &Error) -> Option<&dyn HttpError> {
        error.downcast_ref::<E>().map(|error| error as &dyn HttpError)
    }

    find::<ParseJsonError>(error)
        .or_else(|| find::<ParseFormError>(error))
        .or_else(|| find::<ParseQueryError>(error))
        .or_else(|| find::<ParsePathError>(error))
        .or_else(|| find::<ParseTypedHeaderError>(error))
        .or_else(|| find::<ReadBodyError>(error))
        .or_else(|| find::<SizedLimitError>(error))
        .or_else(|| find::<GetDataError>(error))
        .or_else(|| find::<NotFoundError>(error))
        .or_else(|| find::<MethodNotAllowedError>(error))
}

/// Replaces poem's own error responses, such as the rejections of its extractors and unknown paths: the
/// function of `catch_all_error`. Errors of the application are left alone.
///
/// ```
/// use poem::{EndpointExt, Route};
///
/// let app = Route::new().catch_all_error(httperr::poem::catch);
/// # let _ = app;
/// ```
#[allow(clippy::unused_async)]
pub async fn catch(error: Error) -> Response {
    match rejection_of_poem(&error) {
        Some(rejection) => respond(rejection),
        None => convert(error),
    }
}

impl<F, E, Inner> Middleware<Inner> for ErrorLayer<F>
where
    F: Fn(StatusCode) -> E + Clone + Send + Sync,
    E: HttpError,
    Inner: Endpoint,
{
    type Output = ErrorEndpoint<Inner, F>;

    fn transform(&self, inner: Inner) -> Self::Output {
        ErrorEndpoint { inner, layer: self.clone() }
    }
}

/// An endpoint whose error responses have the application's format: see [`ErrorLayer`].
#[derive(Debug)]
pub struct ErrorEndpoint<Inner, F> {
    inner: Inner,
    layer: ErrorLayer<F>,
}

impl<F, E, Inner> Endpoint for ErrorEndpoint<Inner, F>
where
    F: Fn(StatusCode) -> E + Clone + Send + Sync,
    E: HttpError,
    Inner: Endpoint,
{
    type Output = Response;

    async fn call(&self, mut request: Request) -> ::poem::Result<Response> {
        let mut head = http::Request::new(());
        *head.method_mut() = request.method().clone();
        *head.uri_mut() = original_uri(&request).clone();
        mem::swap(head.headers_mut(), request.headers_mut());
        mem::swap(head.extensions_mut(), request.extensions_mut());
        let info = self.layer.record_head(&mut head);
        mem::swap(head.headers_mut(), request.headers_mut());
        mem::swap(head.extensions_mut(), request.extensions_mut());
        let inner = async {
            let response = match self.inner.call(request).await {
                Ok(output) => output.into_response(),
                Err(error) => convert_for_layer(error),
            };
            Ok::<_, Infallible>(http::Response::from(response).map(ResponseBody))
        };
        let Ok(response) = self.layer.run(info, inner).await;
        let (http::response::Parts { status, version, headers, extensions, .. }, body) =
            response.into_parts();
        let parts = ResponseParts { status, version, headers, extensions };
        // The conversion of a whole response would lose the length of the body.
        Ok(Response::from_parts(parts, Body::from(body.0)))
    }
}

/// Returns the URI before nested routes removed their prefixes from it.
fn original_uri(request: &Request) -> &Uri {
    match request.original_uri() {
        // Not set, as in a request of a test. That of `GET /` has the same path either way.
        original if original.path() == "/" => request.uri(),
        original => original,
    }
}

/// The body of a response of poem, as a body that a layer can replace.
struct ResponseBody(BoxBody<Bytes, io::Error>);

impl From<Bytes> for ResponseBody {
    fn from(bytes: Bytes) -> Self {
        ResponseBody(Body::from(bytes).into())
    }
}

impl http_body::Body for ResponseBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        waker: &mut Poller<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        Pin::new(&mut self.0).poll_frame(waker)
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}
