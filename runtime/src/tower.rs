//! A [tower](https://docs.rs/tower) layer: what the router and other layers answer, and panics, in
//! the shape of the application's own errors.
//!
//! ```
//! use axum::{routing::get, Router};
//! use httperr::tower::ErrorLayer;
//!
//! let app: Router = Router::new()
//!     .route("/orders", get(|| async { "none" }))
//!     .layer(ErrorLayer::new());
//! # let _ = app;
//! ```
//!
//! With it, `GET /nowhere` is answered
//! `{"title":"Not Found","status":404,"instance":"/nowhere"}`, as a problem document.
//!
//! | a response | what becomes of it |
//! |---|---|
//! | of an error of this crate's | it gets `instance` and the request's id, if it has places for them |
//! | an error without a body, or with plain text, as routers and layers make it | the house's body in the place of its own; its other headers stay |
//! | any other, such as one with a JSON body of its own | untouched |
//! | a panic of the service | the house's 500; what the panic said goes to the log |
//!
//! What a handler answers in plain text, such as `(400, "no name")`, loses its text; HTML and other
//! media stay. What stands outside the layer is not changed. The body has to be `From<Bytes>`, as
//! axum's is: give layers that wrap it, such as `RequestBodyLimitLayer` or compression, in a
//! `.layer(…)` of their own before this one, and not with it in one `ServiceBuilder`.
//!
//! A response to `HEAD` has no body (RFC 9110, section 9.3.2). The request's id is the header
//! `x-request-id` of the request, unless [`ErrorLayer::request_id`] names another.
//!
//! # The house's shape
//!
//! A problem document, unless [`ErrorLayer::with`] names an error type of the application's:
//!
//! ```
//! use httperr::http::StatusCode;
//! use httperr::tower::ErrorLayer;
//! use httperr::HttpError;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! #[error("{status}")]
//! #[http(status = status, body = { "error": { "status": status, "message": title } })]
//! struct House {
//!     status: StatusCode,
//! }
//!
//! let layer = ErrorLayer::new().with(|status| House { status });
//! # let _ = layer;
//! ```

use std::any::Any;
use std::future::Future;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::pin::Pin;
use std::task::{ready, Context as Poller, Poll};

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use http::response::Parts;
use http::{HeaderName, Method, Request, Response, StatusCode};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use crate::raised::Raised;
use crate::scope::{self, Answered, Scope};
use crate::{log, respond, Case, HttpError};

/// Makes an [`ErrorService`] of a service.
#[derive(Clone, Debug)]
pub struct ErrorLayer<F = fn(StatusCode) -> Plain> {
    house: F,
    request_id: HeaderName,
}

impl Default for ErrorLayer {
    fn default() -> Self {
        Self::new()
    }
}

impl ErrorLayer {
    /// A layer whose shape is the problem document.
    #[must_use]
    pub const fn new() -> Self {
        ErrorLayer { house: Plain, request_id: HeaderName::from_static("x-request-id") }
    }
}

impl<F> ErrorLayer<F> {
    /// The error that is answered in the place of a response that has only a status.
    #[must_use]
    pub fn with<E: HttpError, G: Fn(StatusCode) -> E>(self, house: G) -> ErrorLayer<G> {
        ErrorLayer { house, request_id: self.request_id }
    }

    /// The header of the request that holds its id.
    #[must_use]
    pub fn request_id(self, name: HeaderName) -> Self {
        ErrorLayer { request_id: name, ..self }
    }
}

/// An error of which nothing but the status is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plain(StatusCode);

impl std::fmt::Display for Plain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl std::error::Error for Plain {}

impl HttpError for Plain {
    fn case(&self) -> Case {
        Case::new(self.0)
    }

    fn detail(&self) -> Option<std::borrow::Cow<'_, str>> {
        None
    }
}

impl<S, F: Clone> Layer<S> for ErrorLayer<F> {
    type Service = ErrorService<S, F>;

    fn layer(&self, inner: S) -> Self::Service {
        ErrorService { inner, layer: self.clone() }
    }
}

/// A service whose errors have one shape: see [the module](self).
#[derive(Clone, Debug)]
pub struct ErrorService<S, F = fn(StatusCode) -> Plain> {
    inner: S,
    layer: ErrorLayer<F>,
}

impl<S, F, E, Sent, Answer> Service<Request<Sent>> for ErrorService<S, F>
where
    S: Service<Request<Sent>, Response = Response<Answer>>,
    F: Fn(StatusCode) -> E + Clone,
    E: HttpError,
    Answer: From<Bytes>,
{
    type Response = Response<Answer>;
    type Error = S::Error;
    type Future = ErrorFuture<S::Future, F>;

    fn poll_ready(&mut self, waker: &mut Poller<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(waker)
    }

    fn call(&mut self, request: Request<Sent>) -> Self::Future {
        let scope = Scope {
            uri: request.uri().clone(),
            request_id: request.headers().get(&self.layer.request_id).cloned(),
        };
        let is_head = request.method() == Method::HEAD;
        let (scope, called) = guarded(scope, || self.inner.call(request));
        ErrorFuture { inner: called.ok(), house: self.layer.house.clone(), scope, is_head }
    }
}

/// Runs a part of the service; what a panic says is logged.
fn guarded<T>(scope: Scope, run: impl FnOnce() -> T) -> (Scope, Result<T, Panicked>) {
    let (scope, done) = scope::entered(scope, || catch_unwind(AssertUnwindSafe(run)));
    let done = done.map_err(|panic| {
        log::panicked(said(&*panic));
        Panicked
    });
    (scope, done)
}

struct Panicked;

/// What a panic says.
fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it said nothing")
}

pin_project! {
    /// The response of an [`ErrorService`].
    #[derive(Debug)]
    pub struct ErrorFuture<Inner, F> {
        // `None` once the service has panicked.
        #[pin]
        inner: Option<Inner>,
        house: F,
        scope: Scope,
        is_head: bool,
    }
}

impl<Inner, F, E, Answer, Failure> Future for ErrorFuture<Inner, F>
where
    Inner: Future<Output = Result<Response<Answer>, Failure>>,
    F: Fn(StatusCode) -> E,
    E: HttpError,
    Answer: From<Bytes>,
{
    type Output = Result<Response<Answer>, Failure>;

    fn poll(self: Pin<&mut Self>, waker: &mut Poller<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let scope = std::mem::take(this.scope);
        let (scope, polled) = match this.inner.as_mut().as_pin_mut() {
            Some(inner) => guarded(scope, || inner.poll(waker)),
            None => (scope, Err(Panicked)),
        };
        *this.scope = scope;
        let (parts, status) = match polled {
            Ok(polled) => {
                let response = ready!(polled)?;
                if !is_bare(&response) {
                    return Poll::Ready(Ok(response));
                }
                let status = response.status();
                (response.into_parts().0, status)
            }
            Err(Panicked) => {
                this.inner.set(None);
                (Response::new(()).into_parts().0, StatusCode::INTERNAL_SERVER_ERROR)
            }
        };
        let error = (this.house)(status);
        Poll::Ready(Ok(in_place_of(parts, &error, this.scope, *this.is_head)))
    }
}

/// Whether a response is an error that says no more than its status, or says it in plain text, as
/// routers and layers do.
fn is_bare<Answer>(response: &Response<Answer>) -> bool {
    let is_error = response.status().as_u16() >= 400;
    let is_plain = match response.headers().get(CONTENT_TYPE) {
        Some(media) => media.as_bytes().starts_with(b"text/plain"),
        None => true,
    };
    is_error && is_plain && response.extensions().get::<Answered>().is_none()
}

/// The house's response in the place of one of which the other headers stay.
fn in_place_of<Answer: From<Bytes>>(
    mut parts: Parts,
    error: &dyn HttpError,
    scope: &Scope,
    is_head: bool,
) -> Response<Answer> {
    let made: Response<Bytes> = respond::rendered(Raised::Any(error), &scope.context());
    let (made, mut body) = made.into_parts();
    for of_old_body in [CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING] {
        parts.headers.remove(of_old_body);
    }
    parts.status = made.status;
    parts.headers.extend(made.headers);
    parts.extensions.extend(made.extensions);
    if is_head {
        parts.headers.insert(CONTENT_LENGTH, body.len().into());
        body.clear();
    }
    Response::from_parts(parts, body.into())
}
