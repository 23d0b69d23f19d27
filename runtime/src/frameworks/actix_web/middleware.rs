//! The middleware that does on actix-web what `tower::ErrorLayer` does for services on tower.

use std::cell::RefCell;
use std::fmt;
use std::future::{ready, Future, Ready};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context as Poller, Poll};

use ::actix_web::body::{EitherBody, MessageBody};
use ::actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use ::actix_web::http::header::{HeaderMap, HeaderValue, CONTENT_TYPE};
use ::actix_web::{Error, HttpMessage as _, HttpResponse, HttpResponseBuilder, ResponseError};
use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_LANGUAGE};
use http::HeaderName;
use httperr_registry::is_error;
use pin_project_lite::pin_project;

use super::{is_empty, respond, with_fields_of, StatusCode};
use crate::current_request::RequestInfo;
use crate::negotiation::{Negotiation, Translate, Translator};
use crate::render::constant::INTERNAL_SERVER_ERROR;
use crate::render::headers::HeaderWriter;
use crate::rendered::RenderedResponse as _;
use crate::replacement::{
    correct, is_plain_text, render_or_fall_back, run_for, Correction, MakeError, Panicked, Reason,
    StatusError, StatusErrorOf,
};
use crate::{context, HttpError, Problem};

/// Middleware that turns panics, and the error responses of actix-web and of other middleware, into the
/// error format of the application.
///
/// It has the effects of `httperr::tower::ErrorLayer`, and the same request has the same response:
///
/// - `instance` and the request ID are added to each error of this crate whose format has them.
/// - The body of an error whose status was changed after it was rendered is corrected, and the change
///   logged.
/// - An error without a body, or with plain text, as the rejections of extractors, unknown paths and
///   unsupported methods are, is replaced by the application's error for the status. Its text is only
///   logged (`reason`); its other fields, such as `Allow`, are kept.
/// - A panic in a handler is logged and becomes a 500.
///
/// ```
/// use actix_web::{web, App};
/// use httperr::actix_web::ErrorMiddleware;
///
/// let app = App::new()
///     .wrap(ErrorMiddleware::new())
///     .route("/orders", web::get().to(|| async { "none" }));
/// # let _ = app;
/// ```
///
/// The response to `GET /nowhere` is then the problem document
/// `{"title":"Not Found","status":404,"instance":"/nowhere"}`. In place of
/// [`catch`](super::catch), which it does not need.
///
/// After a panic, and for an error of inner middleware, actix-web has no response yet: middleware around
/// this one sees an `Err`, whose response is the one that is sent.
#[derive(Clone)]
pub struct ErrorMiddleware {
    make_error: MakeError,
    request_id: HeaderName,
    keep_text: bool,
    negotiation: Option<Negotiation>,
    translator: Option<Translator>,
    data: Vec<CopyData>,
}

/// Copies a value of one type from the extensions of a request, if they have one.
type CopyData = fn(&ServiceRequest, &mut http::Extensions);

impl Default for ErrorMiddleware {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for ErrorMiddleware {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorMiddleware")
            .field("request_id", &self.request_id)
            .finish_non_exhaustive()
    }
}

impl ErrorMiddleware {
    /// Creates middleware that responds with problem documents.
    #[must_use]
    pub fn new() -> Self {
        ErrorMiddleware {
            make_error: Arc::new(|status| Box::new(StatusError::new(status))),
            request_id: HeaderName::from_static("x-request-id"),
            keep_text: false,
            negotiation: None,
            translator: None,
            data: Vec::new(),
        }
    }

    /// Sets the error used to replace responses that carry only a status.
    ///
    /// ```
    /// use httperr::actix_web::ErrorMiddleware;
    /// use httperr::http::StatusCode;
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("rejected with {status}")]
    /// #[http(status = status, body = { "message": detail })]
    /// struct Rejected {
    ///     status: StatusCode,
    /// }
    ///
    /// let middleware = ErrorMiddleware::new().with_error(|status| Rejected { status });
    /// # let _ = middleware;
    /// ```
    #[must_use]
    pub fn with_error<E: HttpError + 'static>(
        self,
        make_error: impl Fn(http::StatusCode) -> E + Send + Sync + 'static,
    ) -> Self {
        let make_error: MakeError = Arc::new(move |status| Box::new(make_error(status)));
        ErrorMiddleware { make_error, ..self }
    }

    /// Sets the format of responses that carry only a status to that of an enum: its `body`, its headers
    /// and its extension members, as for its own cases.
    ///
    /// ```
    /// use httperr::actix_web::ErrorMiddleware;
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[http(
    ///     codes(rename_all = "SCREAMING_SNAKE_CASE"),
    ///     body = { "error": { "code": code, "message": detail } },
    ///     header(CACHE_CONTROL = "no-store"),
    /// )]
    /// enum ApiError {
    ///     #[error("no order {id}")]
    ///     #[http(404)]
    ///     NoOrder { id: u64 },
    /// }
    ///
    /// let middleware = ErrorMiddleware::new().format_of::<ApiError>();
    /// # let _ = middleware;
    /// ```
    ///
    /// The body of a 404 is then
    /// `{"error":{"code":"NOT_FOUND","message":"Not Found"}}`. Of such a response
    ///
    /// - `code` is the name of the status, in the case and with the prefix of `codes`. Without a `body`, a
    ///   problem document has it as a member if the enum has `codes`.
    /// - `type` is `about:blank`, since `type_base` documents the cases of the enum only.
    /// - `title` is the reason phrase, and so is `detail` in a template, unless
    ///   [`keep_text`](Self::keep_text) sends the text of the response.
    /// - A member or an extension whose value is a field of a variant, or mentions one, is `null`, or left
    ///   out if it is optional (`"id"?: id`). A header with such a value is left out.
    ///
    /// A struct has no such format: its keys are those of its only case.
    #[must_use]
    pub fn format_of<E: HttpError + 'static>(self) -> Self {
        self.with_error(StatusErrorOf::<E>::new)
    }

    /// Sets the header of the request that contains the request ID. The default is `x-request-id`. A value
    /// that is empty, or not visible ASCII, is ignored.
    #[must_use]
    pub fn request_id(self, name: HeaderName) -> Self {
        ErrorMiddleware { request_id: name, ..self }
    }

    /// Sends the plain text of a response below 500 that is replaced as `detail`, up to 1 KiB, instead of
    /// only logging it. It is the text that the framework, middleware or a handler wrote for the client.
    ///
    /// The error of [`with_error`](Self::with_error) has a text of its own, and is not changed.
    #[must_use]
    pub fn keep_text(self) -> Self {
        ErrorMiddleware { keep_text: true, ..self }
    }

    /// Sets the formats that a client can choose with `Accept`: see [`Negotiation`].
    ///
    /// ```
    /// use httperr::actix_web::ErrorMiddleware;
    /// use httperr::Negotiation;
    ///
    /// let middleware = ErrorMiddleware::new().negotiate(Negotiation::new().html().xml());
    /// # let _ = middleware;
    /// ```
    #[must_use]
    pub fn negotiate(self, negotiation: Negotiation) -> Self {
        ErrorMiddleware { negotiation: Some(negotiation), ..self }
    }

    /// Sends the texts of problems in the language that the client prefers: see [`Translate`].
    ///
    /// ```
    /// use httperr::actix_web::ErrorMiddleware;
    /// use httperr::ReasonPhrases;
    ///
    /// let middleware = ErrorMiddleware::new().translate(ReasonPhrases);
    /// # let _ = middleware;
    /// ```
    ///
    /// A panic in the [`Translate`] is one in the service: the response is a 500 without translation.
    #[must_use]
    pub fn translate(self, translate: impl Translate + 'static) -> Self {
        ErrorMiddleware { translator: Some(Translator::new(translate)), ..self }
    }

    /// Adds the value of that type in the extensions of a request to its
    /// [`Context::data`](crate::Context::data), on which a [`BodyFormat`](crate::BodyFormat) may depend.
    ///
    /// It is copied when the request arrives here: middleware that inserts the value is around this one,
    /// and so is registered after it.
    ///
    /// ```
    /// use httperr::actix_web::ErrorMiddleware;
    ///
    /// #[derive(Clone)]
    /// enum Theme {
    ///     Light,
    ///     Dark,
    /// }
    ///
    /// let middleware = ErrorMiddleware::new().with_data::<Theme>();
    /// # let _ = (middleware, Theme::Light, Theme::Dark);
    /// ```
    #[must_use]
    pub fn with_data<T: Clone + Send + Sync + 'static>(mut self) -> Self {
        self.data.push(|request, data| {
            if let Some(value) = request.extensions().get::<T>() {
                data.insert(value.clone());
            }
        });
        self
    }

    /// Returns the data of a request for bodies.
    fn data_of(&self, request: &ServiceRequest) -> Option<Arc<http::Extensions>> {
        let mut data = http::Extensions::new();
        for copy in &self.data {
            copy(request, &mut data);
        }
        (!data.is_empty()).then(|| Arc::new(data))
    }

    /// Records the metadata of a request. If middleware around this one has recorded it already, that
    /// is kept.
    fn record(&self, request: &ServiceRequest) -> Arc<RequestInfo> {
        let request_id = request.headers().get(self.request_id.as_str());
        let request_id =
            request_id.and_then(|id| http::HeaderValue::from_bytes(id.as_bytes()).ok());
        let info = RequestInfo {
            request_id,
            accept: self.negotiation.and_then(|_| list(request, &ACCEPT)),
            languages: list(request, &ACCEPT_LANGUAGE),
            negotiation: self.negotiation,
            translator: self.translator.clone(),
            data: self.data_of(request),
            keep_text: self.keep_text,
            ..RequestInfo::default()
        };
        if let Some(outer) = request.extensions().get::<Arc<RequestInfo>>() {
            return Arc::new(info.within(outer));
        }
        let info = Arc::new(RequestInfo {
            // actix-web uses the types of `http` 0.2.
            method: http::Method::from_bytes(request.method().as_str().as_bytes())
                .unwrap_or_default(),
            uri: request.uri().to_string().parse().unwrap_or_default(),
            ..info
        });
        request.extensions_mut().insert(Arc::clone(&info));
        info
    }
}

/// Returns the value of a field that is a list.
fn list(request: &ServiceRequest, name: &HeaderName) -> Option<http::HeaderValue> {
    let mut lines = request.headers().get_all(name.as_str());
    match (lines.next()?, lines.next()) {
        (line, None) => http::HeaderValue::from_bytes(line.as_bytes()).ok(),
        _ => http::HeaderValue::try_from(HeaderWriter::value(request.headers(), name)?).ok(),
    }
}

impl<S, B> Transform<S, ServiceRequest> for ErrorMiddleware
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Transform = ErrorService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(ErrorService { inner, middleware: Rc::new(self.clone()) }))
    }
}

/// The service of an [`ErrorMiddleware`].
#[derive(Debug)]
pub struct ErrorService<S> {
    inner: S,
    middleware: Rc<ErrorMiddleware>,
}

impl<S, B> Service<ServiceRequest> for ErrorService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = ErrorFuture<S::Future>;

    fn poll_ready(&self, waker: &mut Poller<'_>) -> Poll<Result<(), Error>> {
        self.inner.poll_ready(waker)
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let info = self.middleware.record(&request);
        let inner = run_for(&info, || self.inner.call(request)).ok();
        ErrorFuture { inner, middleware: Rc::clone(&self.middleware), info }
    }
}

pin_project! {
    /// The response future of an [`ErrorService`].
    #[derive(Debug)]
    pub struct ErrorFuture<Inner> {
        // `None` once the service has responded or panicked.
        #[pin]
        inner: Option<Inner>,
        middleware: Rc<ErrorMiddleware>,
        info: Arc<RequestInfo>,
    }

    impl<Inner> PinnedDrop for ErrorFuture<Inner> {
        fn drop(this: Pin<&mut Self>) {
            let mut this = this.project();
            let _ = run_for(this.info, || this.inner.set(None));
        }
    }
}

impl<Inner, B> Future for ErrorFuture<Inner>
where
    Inner: Future<Output = Result<ServiceResponse<B>, Error>>,
    B: MessageBody + 'static,
{
    type Output = Result<ServiceResponse<EitherBody<B>>, Error>;

    fn poll(self: Pin<&mut Self>, waker: &mut Poller<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let info = this.info;
        let polled = match this.inner.as_mut().as_pin_mut() {
            Some(inner) => run_for(info, || inner.poll(waker)),
            None => Err(Panicked),
        };
        let result = match polled {
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(result)) => Ok(result),
            Err(panicked) => Err(panicked),
        };
        let dropped = run_for(info, || this.inner.set(None));
        let make_error = &this.middleware.make_error;
        Poll::Ready(match (result, dropped) {
            (Ok(Ok(response)), Ok(())) => Ok(replace_response(response, make_error, info)),
            (Ok(Err(error)), Ok(())) => Err(render_rejection(error, make_error, info)),
            (_, Err(Panicked)) | (Err(Panicked), _) => {
                let response = replacement(StatusCode::INTERNAL_SERVER_ERROR, make_error, info);
                Err(Rendered { response: RefCell::new(Some(response)), error: None }.into())
            }
        })
    }
}

fn replace_response<B: MessageBody + 'static>(
    response: ServiceResponse<B>,
    make_error: &MakeError,
    info: &mut Arc<RequestInfo>,
) -> ServiceResponse<EitherBody<B>> {
    let rendered = response.response().rendered();
    let sent = http_status(response.status());
    if let Some(rendered) = rendered.filter(|rendered| rendered.status != sent) {
        let (request, response) = response.into_parts();
        let corrected = correct_status(response, rendered, sent, make_error, info);
        return ServiceResponse::new(request, corrected).map_into_right_body();
    }
    if !is_replaceable(response.response()) {
        return response.map_into_left_body();
    }
    let (request, response) = response.into_parts();
    let replaced = replace_http_response(response, make_error, info);
    ServiceResponse::new(request, replaced).map_into_right_body()
}

/// Corrects the body of a response whose status was changed after the error was rendered.
fn correct_status<B: MessageBody + 'static>(
    response: HttpResponse<B>,
    rendered: crate::rendered::Rendered,
    sent: http::StatusCode,
    make_error: &MakeError,
    info: &mut Arc<RequestInfo>,
) -> HttpResponse {
    let media_type = response.headers().get(CONTENT_TYPE);
    let media_type = media_type.map(|value| value.as_bytes().to_vec()).unwrap_or_default();
    let (mut response, body) = response.into_parts();
    // Middleware around this one is not to log the change again.
    let current = crate::rendered::Rendered { status: sent, ..rendered };
    response.extensions_mut().insert(current);
    let body = match body.try_into_bytes() {
        Ok(body) => body,
        Err(body) => {
            let _ = run_for(info, || correct(rendered, sent, b"", b"", &context::EMPTY));
            return response.set_body(body).map_into_boxed_body();
        }
    };
    match run_for(info, || correct(rendered, sent, &media_type, &body, &context::EMPTY)) {
        Ok(Correction::Body(corrected)) => response.set_body(corrected).map_into_boxed_body(),
        Ok(Correction::Replace) => {
            let status = response.status();
            let replaced = replacement(status, make_error, info);
            with_fields_of(replaced, status.as_u16(), response.headers())
        }
        Ok(Correction::None) | Err(Panicked) => response.set_body(body).map_into_boxed_body(),
    }
}

fn http_status(status: StatusCode) -> http::StatusCode {
    http::StatusCode::from_u16(status.as_u16()).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR)
}

/// Renders an error of an extractor or of inner middleware while the request is known: actix-web would
/// do so later.
fn render_rejection(error: Error, make_error: &MakeError, info: &mut Arc<RequestInfo>) -> Error {
    let rendered = run_for(info, || error.as_response_error().error_response());
    let response = match rendered {
        Ok(response) if is_replaceable(&response) => {
            replace_http_response(response, make_error, info)
        }
        Ok(response) => response,
        Err(Panicked) => replacement(StatusCode::INTERNAL_SERVER_ERROR, make_error, info),
    };
    Rendered { response: RefCell::new(Some(response)), error: Some(error) }.into()
}

/// Returns whether a response is an error without content, or with plain text, as those of actix-web
/// are.
fn is_replaceable<B: MessageBody>(response: &HttpResponse<B>) -> bool {
    if !is_error(response.status().as_u16()) || response.rendered().is_some() {
        return false;
    }
    match response.headers().get(CONTENT_TYPE) {
        Some(media_type) => is_plain_text(media_type.as_bytes()),
        None => is_empty(response.body()),
    }
}

fn replace_http_response<B: MessageBody + 'static>(
    response: HttpResponse<B>,
    make_error: &MakeError,
    info: &mut Arc<RequestInfo>,
) -> HttpResponse {
    let status = response.status();
    let fields: HeaderMap = response.headers().clone();
    let text = run_for(info, || response.into_body().try_into_bytes().unwrap_or_default());
    let mut reason = Reason::default();
    reason.append(&text.unwrap_or_default());
    Arc::make_mut(info).reason = reason.into_string();
    with_fields_of(replacement(status, make_error, info), status.as_u16(), &fields)
}

/// Renders the application's error for a status.
fn replacement(
    status: StatusCode,
    make_error: &MakeError,
    info: &mut Arc<RequestInfo>,
) -> HttpResponse {
    let status = http_status(status);
    let make_error = Some(&|status| make_error(status));
    render_or_fall_back(status, make_error, info, |error| respond(error)).unwrap_or_else(|| {
        let mut response = HttpResponseBuilder::new(StatusCode::INTERNAL_SERVER_ERROR);
        response.insert_header((CONTENT_TYPE, HeaderValue::from_static(Problem::MEDIA_TYPE)));
        response.body(Bytes::from_static(INTERNAL_SERVER_ERROR))
    })
}

/// An error whose response has been rendered, for middleware around [`ErrorMiddleware`] and for
/// actix-web.
#[derive(Debug)]
struct Rendered {
    /// Taken by the only caller that sends it.
    response: RefCell<Option<HttpResponse>>,
    /// [`None`] after a panic.
    error: Option<Error>,
}

impl fmt::Display for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.error {
            Some(error) => fmt::Display::fmt(error, f),
            None => f.write_str("the service panicked"),
        }
    }
}

impl ResponseError for Rendered {
    fn status_code(&self) -> StatusCode {
        let response = self.response.borrow();
        response.as_ref().map_or(StatusCode::INTERNAL_SERVER_ERROR, HttpResponse::status)
    }

    fn error_response(&self) -> HttpResponse {
        let response = self.response.borrow_mut().take();
        response.unwrap_or_else(|| match &self.error {
            Some(error) => error.as_response_error().error_response(),
            None => respond(&StatusError::new(http::StatusCode::INTERNAL_SERVER_ERROR)),
        })
    }
}
