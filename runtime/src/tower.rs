//! A [tower](https://docs.rs/tower) layer: the responses of the router and of other layers, and
//! panics, in the format of the application's own errors.
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
//! | of an error of this crate | it gets `instance` and the request's id, if its format has them |
//! | an error with no body, or with plain text, as routers and layers make it | its body is replaced by one in the application's format |
//! | any other, such as one with a JSON body, or with a body and no content type | untouched |
//! | a panic of the service | a 500 in the application's format; the message goes to the log |
//!
//! A plain text that a handler returns, such as `(400, "no name")`, is lost; HTML and other media
//! stay. With the body, the fields that describe it are removed, such as `ETag` and
//! `Content-Encoding` ([`describes_content`]); all others stay.
//! What is outside the layer is not changed. The body has to be `From<Bytes>`, as axum's is: give
//! layers that wrap it, such as `RequestBodyLimitLayer` or compression, in a `.layer(…)` of their own
//! before this one, and not with it in one `ServiceBuilder`.
//!
//! A response to `HEAD` has no body (RFC 9110, section 9.3.2). The request's id is the header
//! `x-request-id` of the request, unless [`ErrorLayer::request_id`] names another.
//!
//! # `instance`
//!
//! It is the path that the client sent, without the query. In a nested router of axum that is the
//! whole path with the feature `axum` of this crate, or with another `ErrorLayer` around the outer
//! router; otherwise it is the path that the nested router sees. A path that begins with `//` becomes
//! `/.//…`, since a reference that begins with two slashes names a host (RFC 3986, section 4.2).
//! `OPTIONS *` and `CONNECT` have no path, and no `instance`.
//!
//! # Panics
//!
//! A panic in `poll_ready`, `call` or the future of the service, in the drop of that future or of a
//! replaced body, in the closure of [`ErrorLayer::with`] and in the `Display` or `Serialize` of an
//! error is logged and becomes a 500. A request that is canceled has no response; a panic in its drop
//! is logged all the same. Not caught: a panic while a body is streamed, whose status has been sent,
//! one in a task that the service spawns, one in the drop of a value while another panic unwinds, and
//! any with `panic = "abort"`.
//!
//! # Which request it is
//!
//! `IntoResponse` and [`HttpError::to_response`] get no request. While the layer polls the service,
//! what it knows of the request is in a thread-local variable, where they read it. From this follows:
//!
//! - An error that becomes a response in another thread or in a spawned task, as with
//!   `tokio::spawn` and `spawn_blocking`, has no `instance` and no request id. Return the error from
//!   the task, and make the response in the handler.
//! - A task of something else that the handler polls itself, on its own thread, as
//!   `futures::executor::block_on`, `LocalPool::run` and a `LocalSet` do, gets the `instance` and the
//!   request id of the handler's request, unless it is a request that has an `ErrorLayer` of its own.
//!   Nothing that is known when an error becomes a response tells such a task apart. Spawn it on the
//!   runtime instead, or pass a [`Context`](crate::Context) that is not empty to
//!   [`HttpError::to_response_with`]: it always wins.
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
use std::task::{Context as Poller, Poll};

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::response::Parts;
use http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode, Uri};
use http_body::Body;
use httperr_registry::describes_content;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use crate::raised::Raised;
use crate::scope::{self, Answered, Scope};
use crate::{log, respond, Case, HttpError, Problem};

/// Makes an [`ErrorService`] of a service.
#[derive(Clone, Debug)]
pub struct ErrorLayer<F = fn(StatusCode) -> StatusError> {
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
        ErrorLayer { house: StatusError, request_id: HeaderName::from_static("x-request-id") }
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

    /// Records a request. Of a request that a layer around this one has recorded, that layer knows
    /// the URI that the client sent: a router in between may have shortened it.
    fn record<B>(&self, request: &mut Request<B>) -> Scope {
        let request_id = request.headers().get(&self.request_id).cloned();
        if let Some(outer) = request.extensions().get::<Scope>() {
            let request_id = request_id.or_else(|| outer.request_id.clone());
            return Scope { request_id, ..outer.clone() };
        }
        let scope =
            Scope { method: request.method().clone(), uri: original_uri(request), request_id };
        request.extensions_mut().insert(scope.clone());
        scope
    }
}

/// Returns the URI before nested routers removed their prefixes from it.
fn original_uri<B>(request: &Request<B>) -> Uri {
    #[cfg(feature = "axum")]
    if let Some(original) = request.extensions().get::<::axum::extract::OriginalUri>() {
        return original.0.clone();
    }
    request.uri().clone()
}

/// An error of which nothing but the status is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusError(StatusCode);

impl std::fmt::Display for StatusError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl std::error::Error for StatusError {}

impl HttpError for StatusError {
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
        ErrorService { inner, layer: self.clone(), is_broken: false }
    }
}

/// A service whose errors have one shape: see [the module](self).
#[derive(Clone, Debug)]
pub struct ErrorService<S, F = fn(StatusCode) -> StatusError> {
    inner: S,
    layer: ErrorLayer<F>,
    /// Whether `poll_ready` panicked, so that the service must not be called.
    is_broken: bool,
}

impl<S, F, E, Sent, Answer> Service<Request<Sent>> for ErrorService<S, F>
where
    S: Service<Request<Sent>, Response = Response<Answer>>,
    F: Fn(StatusCode) -> E + Clone,
    E: HttpError,
    Answer: Body + From<Bytes>,
{
    type Response = Response<Answer>;
    type Error = S::Error;
    type Future = ErrorFuture<S::Future, F>;

    fn poll_ready(&mut self, waker: &mut Poller<'_>) -> Poll<Result<(), S::Error>> {
        let polled = caught(|| self.inner.poll_ready(waker));
        self.is_broken = polled.is_err();
        // The next call is a 500: an error of type `S::Error` cannot be made here.
        polled.unwrap_or(Poll::Ready(Ok(())))
    }

    fn call(&mut self, mut request: Request<Sent>) -> Self::Future {
        let mut scope = self.layer.record(&mut request);
        let is_head = request.method() == Method::HEAD;
        let house = within(&mut scope, || self.layer.house.clone()).ok();
        let inner = match self.is_broken {
            true => {
                // A request may panic when it is dropped, as whatever is in its extensions may.
                let _ = within(&mut scope, || drop(request));
                None
            }
            false => within(&mut scope, || self.inner.call(request)).ok(),
        };
        ErrorFuture { inner, house, scope, is_head }
    }
}

/// A panic that was caught and logged.
struct Panicked;

/// Runs a part of the service or of the application with what is known of the request. A panic is
/// logged and goes no further.
fn within<T>(scope: &mut Scope, run: impl FnOnce() -> T) -> Result<T, Panicked> {
    scope::entered(scope, || caught(run))
}

fn caught<T>(run: impl FnOnce() -> T) -> Result<T, Panicked> {
    unwound(run).map_err(|payload| {
        log_panic(&*payload);
        // The payload is any value, whose drop may panic too.
        if let Err(payload) = unwound(|| drop(payload)) {
            log_panic(&*payload);
            std::mem::forget(payload);
        }
        Panicked
    })
}

fn unwound<T>(run: impl FnOnce() -> T) -> std::thread::Result<T> {
    catch_unwind(AssertUnwindSafe(run))
}

fn log_panic(payload: &(dyn Any + Send)) {
    // A subscriber may panic. There is nowhere left to report that.
    if let Err(payload) = unwound(|| log::panicked(message(payload))) {
        std::mem::forget(payload);
    }
}

/// Returns the message of a panic.
fn message(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("a value that is not a text")
}

pin_project! {
    /// The response of an [`ErrorService`].
    #[derive(Debug)]
    pub struct ErrorFuture<Inner, F> {
        // `None` once the service has responded or panicked.
        #[pin]
        inner: Option<Inner>,
        // `None` if it could not be cloned.
        house: Option<F>,
        scope: Scope,
        is_head: bool,
    }

    impl<Inner, F> PinnedDrop for ErrorFuture<Inner, F> {
        fn drop(this: Pin<&mut Self>) {
            let mut this = this.project();
            let _ = within(this.scope, || this.inner.set(None));
            let _ = within(this.scope, || *this.house = None);
        }
    }
}

impl<Inner, F, E, Answer, Failure> Future for ErrorFuture<Inner, F>
where
    Inner: Future<Output = Result<Response<Answer>, Failure>>,
    F: Fn(StatusCode) -> E,
    E: HttpError,
    Answer: Body + From<Bytes>,
{
    type Output = Result<Response<Answer>, Failure>;

    fn poll(self: Pin<&mut Self>, waker: &mut Poller<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let scope = this.scope;
        let polled = match this.inner.as_mut().as_pin_mut() {
            Some(inner) => within(scope, || inner.poll(waker)),
            None => Err(Panicked),
        };
        let response = match polled {
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(response)) => Ok(response),
            Err(panicked) => Err(panicked),
        };
        let dropped = within(scope, || this.inner.set(None));
        let response = match (response, dropped) {
            (Ok(Ok(response)), Ok(())) => take_bare(response, scope),
            (Ok(Ok(response)), Err(panicked)) => {
                let _ = within(scope, || drop(response));
                Err(panicked)
            }
            (Ok(Err(failure)), _) => return Poll::Ready(Err(failure)),
            (Err(panicked), _) => Err(panicked),
        };
        let parts = match response {
            Ok(Taken::Complete(response)) => return Poll::Ready(Ok(response)),
            Ok(Taken::Bare(parts)) => *parts,
            Err(Panicked) => failed_parts(),
        };
        let made = render(parts.status, this.house.as_ref(), scope);
        Poll::Ready(Ok(in_place_of(parts, made, *this.is_head)))
    }
}

/// A response of the service.
enum Taken<Answer> {
    /// One that is sent as it is.
    Complete(Response<Answer>),
    /// One whose body is replaced.
    Bare(Box<Parts>),
}

/// Takes the body from an error that has only a status.
fn take_bare<Answer: Body>(
    response: Response<Answer>,
    scope: &mut Scope,
) -> Result<Taken<Answer>, Panicked> {
    let is_bare = within(scope, || is_bare(&response));
    if let Ok(false) = is_bare {
        return Ok(Taken::Complete(response));
    }
    let (parts, body) = response.into_parts();
    let dropped = within(scope, || drop(body));
    is_bare.and(dropped).map(|()| Taken::Bare(Box::new(parts)))
}

/// Returns whether a response is an error that has no content, or plain text, as those of routers and
/// layers are.
fn is_bare<Answer: Body>(response: &Response<Answer>) -> bool {
    let is_error = response.status().is_client_error() || response.status().is_server_error();
    if !is_error || response.extensions().get::<Answered>().is_some() {
        return false;
    }
    match response.headers().get(CONTENT_TYPE) {
        Some(media_type) => is_plain_text(media_type),
        None => {
            let body = response.body();
            body.is_end_stream() || body.size_hint().exact() == Some(0)
        }
    }
}

/// Returns whether a media type is `text/plain`, whatever its parameters (RFC 9110, section 8.3.1).
fn is_plain_text(media_type: &HeaderValue) -> bool {
    let mut parts = media_type.as_bytes().split(|byte| *byte == b';');
    let essence = parts.next().unwrap_or_default().trim_ascii();
    essence.eq_ignore_ascii_case(b"text/plain")
}

fn failed_parts() -> Parts {
    let mut response = Response::new(());
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response.into_parts().0
}

/// Renders the application's error for a status. Where that panics, a problem document takes its
/// place, and where that does too, as in a subscriber that panics, one that nothing runs for.
fn render<E: HttpError>(
    status: StatusCode,
    house: Option<&impl Fn(StatusCode) -> E>,
    scope: &mut Scope,
) -> Response<Bytes> {
    let rendered = |error: &dyn HttpError| {
        respond::response(Raised::Any(error), error.find_case(), &respond::NOTHING)
    };
    let made = match house {
        Some(house) => within(scope, || rendered(&house(status))),
        None => Err(Panicked),
    };
    let failed = || StatusError(StatusCode::INTERNAL_SERVER_ERROR);
    made.or_else(|Panicked| within(scope, || rendered(&failed()))).unwrap_or_else(|Panicked| {
        let body = Bytes::from_static(br#"{"title":"Internal Server Error","status":500}"#);
        let mut response = Response::from_parts(failed_parts(), body);
        let media_type = HeaderValue::from_static(Problem::MEDIA_TYPE);
        response.headers_mut().insert(CONTENT_TYPE, media_type);
        response.extensions_mut().insert(Answered);
        response
    })
}

/// Puts a response in the place of one whose other fields stay.
fn in_place_of<Answer: From<Bytes>>(
    mut parts: Parts,
    made: Response<Bytes>,
    is_head: bool,
) -> Response<Answer> {
    let (made, mut body) = made.into_parts();
    remove_content_fields(&mut parts);
    parts.status = made.status;
    parts.headers.extend(made.headers);
    parts.extensions.extend(made.extensions);
    if is_head {
        parts.headers.insert(CONTENT_LENGTH, body.len().into());
        body.clear();
    }
    Response::from_parts(parts, body.into())
}

/// Removes the fields that describe the body that is replaced.
fn remove_content_fields(parts: &mut Parts) {
    let code = parts.status.as_u16();
    let is_of_content = |name: &&HeaderName| describes_content(code, name.as_str());
    let names: Vec<HeaderName> = parts.headers.keys().filter(is_of_content).cloned().collect();
    for name in names {
        parts.headers.remove(name);
    }
}
