//! A [tower](https://docs.rs/tower) layer that turns panics, and the error responses of the router and
//! of other layers, into the error format of the application.
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
//! The response to `GET /nowhere` is then the problem document
//! `{"title":"Not Found","status":404,"instance":"/nowhere"}`.
//!
//! | response of the service | effect of the layer |
//! |---|---|
//! | an error of this crate | `instance` and the request ID are added, if its format has them |
//! | an error of this crate whose status was changed, as by `(StatusCode, error)` | logged; the status in the body is corrected, and a body in another format that has the former status is replaced |
//! | an error without a body, or with plain text, as routers and layers send | body replaced by your error format; other headers are kept |
//! | any other, such as one with a JSON body, or with a body and no content type | unchanged |
//! | a panic | a 500 in your error format; the message is logged |
//!
//! Plain text that a handler returns, such as `(400, "no name")`, is only logged, in the field `reason` of
//! the event and up to 1 KiB of it, unless [`ErrorLayer::keep_text`] sends it as `detail`; HTML and other media types
//! are kept. The fields that describe the replaced body, such as `ETag` and `Content-Encoding`
//! ([`describes_content`]), are removed; all others are kept. Responses of services outside the layer
//! are unchanged.
//!
//! The body type has to be `From<Bytes>`, as axum's is: add layers that wrap the body, such as
//! `RequestBodyLimitLayer` or compression, with a `.layer(…)` of their own before this one, and not
//! with it in one `ServiceBuilder`.
//!
//! A response to `HEAD` has no body (RFC 9110, section 9.3.2). The request ID is taken from the header
//! `x-request-id` of the request, unless [`ErrorLayer::request_id`] names another.
//!
//! # `instance`
//!
//! `instance` is the path that the client sent, without the query. In a nested router of axum that is
//! the whole path with the feature `axum` of this crate, or with another `ErrorLayer` around the outer
//! router; otherwise it is the path that the nested router sees. A path that begins with `//` becomes
//! `/.//…`, since a reference that begins with two slashes names a host (RFC 3986, section 4.2).
//! `OPTIONS *` and `CONNECT` have no path, and no `instance`.
//!
//! # Panics
//!
//! A panic in `poll_ready`, `call` or the future of the service, in the drop of that future or of a
//! replaced body, in the closure of [`ErrorLayer::with_error`] and in the `Display` or `Serialize` of
//! an error is logged and becomes a 500. A request that is canceled has no response; a panic in its
//! drop is logged all the same. Not caught are a panic while a body is streamed, whose status has been
//! sent, one in a task that the service spawns, one in the drop of a value while another panic unwinds,
//! and any with `panic = "abort"`.
//!
//! # Data for bodies
//!
//! A [`BodyFormat`](crate::BodyFormat) may depend on the request, such as an HTML page on the theme of the
//! user. [`ErrorLayer::with_data`] names the types that are copied from the extensions of each request
//! to its [`Context::data`](crate::Context::data).
//!
//! # Formats and languages
//!
//! [`ErrorLayer::negotiate`] lets the client choose HTML, XML or text with `Accept`. Declared texts in several
//! [languages](derive@crate::HttpError#languages) are sent in the one that `Accept-Language` prefers, and
//! [`ErrorLayer::translate`] takes texts from a hook.
//!
//! # How an error gets its request
//!
//! `IntoResponse` and [`HttpError::to_response`] get no request. While the layer polls the service, it
//! keeps the metadata of the request in a thread-local variable, from which they read it. Therefore:
//!
//! - An error that becomes a response on another thread or in a spawned task, as with `tokio::spawn`
//!   and `spawn_blocking`, has no `instance` and no request ID. Return the error from the task, and
//!   convert it in the handler.
//! - An unrelated task that the handler polls itself, on its own thread, as
//!   `futures::executor::block_on`, `LocalPool::run` and a `LocalSet` do, gets the `instance` and the
//!   request ID of the handler's request, unless it is a request with an `ErrorLayer` of its own. The
//!   layer cannot distinguish such a task. Spawn it on the runtime instead, or pass a
//!   [`Context`](crate::Context) that is not empty to [`HttpError::to_response_with`], which always
//!   takes precedence.
//!
//! # Customizing the error body
//!
//! The body is a problem document, unless [`ErrorLayer::format_of`] names an enum whose format it has, or
//! [`ErrorLayer::with_error`] is given an error type of the application:
//!
//! ```
//! use httperr::http::StatusCode;
//! use httperr::tower::ErrorLayer;
//! use httperr::HttpError;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! #[error("{status}")]
//! #[http(status = status, body = { "error": { "status": status, "message": title } })]
//! struct ApiError {
//!     status: StatusCode,
//! }
//!
//! let layer = ErrorLayer::new().with_error(|status| ApiError { status });
//! # let _ = layer;
//! ```

#[cfg(any(feature = "poem", feature = "salvo"))]
mod endpoint;
mod layer;

use std::future::Future;
use std::mem::needs_drop;
use std::pin::{pin, Pin};
use std::sync::Arc;
use std::task::{Context as Poller, Poll};

use bytes::{Buf as _, Bytes};
use http::header::{HeaderMap, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, VARY};
use http::response::Parts;
use http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode};
use http_body::Body;
use httperr_registry::{describes_content, is_error};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

pub use self::layer::ErrorLayer;
use crate::current_request::RequestInfo;
use crate::render::constant::INTERNAL_SERVER_ERROR;
use crate::render::erased::ErrorRef;
use crate::render::render;
use crate::render::vary::merge_vary;
use crate::rendered::{Rendered, RenderedResponse as _};
use crate::replacement::{
    catch_panic, correct, is_plain_text, render_or_fall_back, run_for, Correction, Panicked, Reason,
};
pub use crate::replacement::{StatusError, StatusErrorOf};
use crate::{context, negotiation, Case, HttpError, Problem};

impl<S, F: Clone> Layer<S> for ErrorLayer<F> {
    type Service = ErrorService<S, F>;

    fn layer(&self, inner: S) -> Self::Service {
        ErrorService { inner, layer: self.clone(), is_broken: false }
    }
}

/// A service whose error responses have the application's format: see [the module](self).
#[derive(Clone, Debug)]
pub struct ErrorService<S, F = fn(StatusCode) -> StatusError> {
    inner: S,
    layer: ErrorLayer<F>,
    /// `poll_ready` panicked, so that the service must not be called.
    is_broken: bool,
}

impl<S, F, E, ReqBody, ResBody> Service<Request<ReqBody>> for ErrorService<S, F>
where
    S: Service<Request<ReqBody>, Response = Response<ResBody>>,
    F: Fn(StatusCode) -> E + Clone,
    E: HttpError,
    ResBody: Body + From<Bytes>,
{
    type Response = Response<ResBody>;
    type Error = S::Error;
    type Future = ErrorFuture<S::Future, F>;

    fn poll_ready(&mut self, waker: &mut Poller<'_>) -> Poll<Result<(), S::Error>> {
        let polled = catch_panic(|| self.inner.poll_ready(waker));
        self.is_broken = polled.is_err();
        // The response to the next call is a 500: there is no way to create an `S::Error` here.
        polled.unwrap_or(Poll::Ready(Ok(())))
    }

    fn call(&mut self, mut request: Request<ReqBody>) -> Self::Future {
        let info = self.layer.record(&mut request);
        let is_head = request.method() == Method::HEAD;
        let make_error = run_for(&info, || self.layer.make_error.clone()).ok();
        let inner = match self.is_broken {
            true => {
                // The drop of a request may panic, as that of any value in its extensions may.
                let _ = run_for(&info, || drop(request));
                None
            }
            false => run_for(&info, || self.inner.call(request)).ok(),
        };
        ErrorFuture { inner, make_error, info, is_head }
    }
}

pin_project! {
    /// The response future of an [`ErrorService`].
    #[derive(Debug)]
    pub struct ErrorFuture<Inner, F> {
        // `None` once the service has responded or panicked.
        #[pin]
        inner: Option<Inner>,
        // `None` if its clone panicked.
        make_error: Option<F>,
        info: Arc<RequestInfo>,
        is_head: bool,
    }

    impl<Inner, F> PinnedDrop for ErrorFuture<Inner, F> {
        fn drop(this: Pin<&mut Self>) {
            let mut this = this.project();
            if this.inner.is_some() {
                let _ = run_for(this.info, || this.inner.set(None));
            }
            if needs_drop::<F>() {
                let _ = run_for(this.info, || *this.make_error = None);
            }
        }
    }
}

impl<Inner, F, E, ResBody, ServiceError> Future for ErrorFuture<Inner, F>
where
    Inner: Future<Output = Result<Response<ResBody>, ServiceError>>,
    F: Fn(StatusCode) -> E,
    E: HttpError,
    ResBody: Body + From<Bytes>,
{
    type Output = Result<Response<ResBody>, ServiceError>;

    fn poll(self: Pin<&mut Self>, waker: &mut Poller<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let info = this.info;
        let polled = match this.inner.as_mut().as_pin_mut() {
            Some(inner) => run_for(info, || inner.poll(waker)),
            None => Err(Panicked),
        };
        let response = match polled {
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(response)) => Ok(response),
            Err(panicked) => Err(panicked),
        };
        let dropped = run_for(info, || this.inner.set(None));
        let response = match (response, dropped) {
            (Ok(Ok(response)), Ok(())) => classify(response, info, waker),
            (Ok(Ok(response)), Err(panicked)) => {
                let _ = run_for(info, || drop(response));
                Err(panicked)
            }
            (Ok(Err(error)), _) => return Poll::Ready(Err(error)),
            (Err(panicked), _) => Err(panicked),
        };
        let replaced = match response {
            Ok(Classified::Complete(response)) => return Poll::Ready(Ok(response)),
            Ok(Classified::Replaceable(parts)) => *parts,
            Err(Panicked) => internal_server_error(),
        };
        let make_error = this.make_error.as_ref();
        let replacement = render_or_fall_back(replaced.status, make_error, info, render_error)
            .unwrap_or_else(constant_response);
        Poll::Ready(Ok(replace_response(replaced, replacement, *this.is_head)))
    }
}

/// A response of the service.
enum Classified<ResBody> {
    /// Sent unchanged.
    Complete(Response<ResBody>),
    /// The body, which has been dropped, is replaced.
    Replaceable(Box<Parts>),
}

fn classify<ResBody: Body + From<Bytes>>(
    response: Response<ResBody>,
    info: &mut Arc<RequestInfo>,
    waker: &mut Poller<'_>,
) -> Result<Classified<ResBody>, Panicked> {
    if let Some(rendered) = response.rendered() {
        if rendered.status != response.status() {
            return correct_status(response, rendered, info, waker);
        }
    }
    if !is_error(response.status().as_u16()) {
        return Ok(Classified::Complete(response));
    }
    let is_replaceable = run_for(info, || is_replaceable(&response));
    if let Ok(false) = is_replaceable {
        return Ok(Classified::Complete(response));
    }
    let (parts, body) = response.into_parts();
    let text = run_for(info, || text_of(body, waker));
    is_replaceable.and(text).map(|text| {
        Arc::make_mut(info).reason = text.into_string();
        Classified::Replaceable(Box::new(parts))
    })
}

/// Corrects the body of a response whose status was changed after the error was rendered.
fn correct_status<ResBody: Body + From<Bytes>>(
    response: Response<ResBody>,
    rendered: Rendered,
    info: &mut Arc<RequestInfo>,
    waker: &mut Poller<'_>,
) -> Result<Classified<ResBody>, Panicked> {
    run_for(info, || {
        let (mut parts, body) = response.into_parts();
        let is_readable = body.size_hint().exact().is_some();
        if !is_readable || parts.headers.contains_key(CONTENT_ENCODING) {
            correct(rendered, parts.status, b"", b"", &context::EMPTY);
            return Classified::Complete(Response::from_parts(parts, body));
        }
        let mut bytes = Vec::new();
        read(body, waker, |data| {
            bytes.extend_from_slice(data);
            true
        });
        let media_type = parts.headers.get(CONTENT_TYPE);
        let media_type = media_type.map(HeaderValue::as_bytes).unwrap_or_default();
        let bytes = match correct(rendered, parts.status, media_type, &bytes, &context::EMPTY) {
            Correction::None => bytes,
            Correction::Replace => return Classified::Replaceable(Box::new(parts)),
            Correction::Body(corrected) => {
                parts.headers.remove(CONTENT_LENGTH);
                corrected
            }
        };
        parts.extensions.insert(Rendered { status: parts.status, ..rendered });
        Classified::Complete(Response::from_parts(parts, Bytes::from(bytes).into()))
    })
}

/// Returns whether an error response has no content, or plain text, as those of routers and layers.
fn is_replaceable<ResBody: Body>(response: &Response<ResBody>) -> bool {
    if response.rendered().is_some() {
        return false;
    }
    match response.headers().get(CONTENT_TYPE) {
        Some(media_type) => is_plain_text(media_type.as_bytes()),
        None => {
            let body = response.body();
            body.is_end_stream() || body.size_hint().exact() == Some(0)
        }
    }
}

/// Returns the text of a body, as far as it is short and can be read without waiting.
fn text_of(body: impl Body, waker: &mut Poller<'_>) -> Reason {
    let mut reason = Reason::default();
    read(body, waker, |data| reason.append(data));
    reason
}

/// Passes the data of a body to a function until that returns false, as far as it can be read without
/// waiting.
fn read(body: impl Body, waker: &mut Poller<'_>, mut append: impl FnMut(&[u8]) -> bool) {
    let mut body = pin!(body);
    while let Poll::Ready(Some(Ok(frame))) = body.as_mut().poll_frame(waker) {
        let Ok(mut data) = frame.into_data() else { break };
        while data.has_remaining() {
            let length = data.chunk().len();
            if !append(data.chunk()) {
                return;
            }
            data.advance(length);
        }
    }
}

fn internal_server_error() -> Parts {
    let mut response = Response::new(());
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response.into_parts().0
}

fn render_error(error: &dyn HttpError) -> Response<Bytes> {
    render(ErrorRef::Any(error), error.find_case(), &context::EMPTY)
}

fn constant_response() -> Response<Bytes> {
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    let body = Bytes::from_static(INTERNAL_SERVER_ERROR);
    let mut response = Response::from_parts(internal_server_error(), body);
    let media_type = HeaderValue::from_static(Problem::MEDIA_TYPE);
    response.headers_mut().insert(CONTENT_TYPE, media_type);
    response.extensions_mut().insert(Rendered { case: Case::new(status), status });
    response
}

/// Replaces a response, keeping those of its fields that do not describe the body.
fn replace_response<ResBody: From<Bytes>>(
    mut parts: Parts,
    replacement: Response<Bytes>,
    is_head: bool,
) -> Response<ResBody> {
    let (replacement, mut body) = replacement.into_parts();
    remove_content_fields(&mut parts);
    parts.status = replacement.status;
    let vary = merged_vary(&parts.headers, &replacement.headers);
    parts.headers.extend(replacement.headers);
    if let Some(vary) = vary {
        parts.headers.insert(VARY, vary);
    }
    parts.extensions.extend(replacement.extensions);
    if is_head {
        parts.headers.insert(CONTENT_LENGTH, body.len().into());
        body.clear();
    }
    Response::from_parts(parts, body.into())
}

/// Returns the `Vary` of a response that replaces another, if both have one.
fn merged_vary(replaced: &HeaderMap, replacement: &HeaderMap) -> Option<HeaderValue> {
    let replaced = negotiation::list(replaced, &VARY)?;
    let replacement = negotiation::list(replacement, &VARY)?;
    let merged = merge_vary(&replaced, &replacement);
    merged.as_deref().unwrap_or(&replaced).parse().ok()
}

fn remove_content_fields(parts: &mut Parts) {
    let code = parts.status.as_u16();
    let is_content_field = |name: &&HeaderName| describes_content(code, name.as_str());
    let names: Vec<HeaderName> = parts.headers.keys().filter(is_content_field).cloned().collect();
    for name in names {
        parts.headers.remove(name);
    }
}
