//! The fairing that does on Rocket what `tower::ErrorLayer` does for services on tower.

use std::borrow::Cow;
use std::fmt;
use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use ::rocket::fairing::{self, Fairing, Info, Kind};
use ::rocket::http::{Method, Status};
use ::rocket::{Build, Data, Request, Response, Rocket};
use http::header::VARY;
use http::{HeaderName, StatusCode};
use httperr_registry::{describes_content, is_error};

use super::{catchers, render};
use crate::context::{self, Context};
use crate::current_request::RequestInfo;
use crate::negotiation::{Negotiation, Translate, Translator};
use crate::render::erased::ErrorRef;
use crate::render::headers::HeaderWriter;
use crate::render::vary::add_vary;
use crate::rendered::Rendered;
use crate::replacement::{
    catch_panic, correct, is_plain_text, run_for, Correction, MakeError, Panicked, Reason,
    StatusError, StatusErrorOf,
};
use crate::{Case, HttpError};

/// A fairing that turns panics, the errors of Rocket itself and plain text into the error format of the
/// application.
///
/// It has the effects of `httperr::tower::ErrorLayer`, and the same request has the same response:
///
/// - `instance` and the request ID are added to each error of this crate whose format has them.
/// - The body of an error whose status was changed after it was rendered is corrected, and the change
///   logged.
/// - What Rocket rejects, from an unknown path to a panic in a handler, becomes the application's error
///   for the status: the fairing registers a catcher for `/`, unless the application has one there.
/// - An error without a body, or with plain text, is replaced by that error too. The text is only logged
///   (`reason`); other fields are kept.
///
/// ```
/// use httperr::rocket::ErrorFairing;
///
/// let app = rocket::build().attach(ErrorFairing::new());
/// # let client = rocket::local::blocking::Client::untracked(app).unwrap();
/// # assert_eq!(
/// #     client.get("/nowhere").dispatch().into_string().unwrap(),
/// #     r#"{"title":"Not Found","status":404,"instance":"/nowhere"}"#,
/// # );
/// ```
///
/// The response to `GET /nowhere` is then the problem document
/// `{"title":"Not Found","status":404,"instance":"/nowhere"}`. It needs no
/// [`catchers`](super::catchers) besides.
///
/// Rocket logs the message of a panic itself, and passes it to nobody.
#[derive(Clone)]
pub struct ErrorFairing {
    make_error: MakeError,
    request_id: HeaderName,
    keep_text: bool,
    negotiation: Option<Negotiation>,
    translator: Option<Translator>,
    data: Vec<ReadData>,
}

/// Reads a value of one type from a request, if it has one.
type ReadData = Arc<dyn Fn(&Request<'_>, &mut http::Extensions) + Send + Sync>;

impl Default for ErrorFairing {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for ErrorFairing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorFairing").field("request_id", &self.request_id).finish_non_exhaustive()
    }
}

impl ErrorFairing {
    /// Creates a fairing that responds with problem documents.
    #[must_use]
    pub fn new() -> Self {
        ErrorFairing {
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
    /// use httperr::http::StatusCode;
    /// use httperr::rocket::ErrorFairing;
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("rejected with {status}")]
    /// #[http(status = status, body = { "message": detail })]
    /// struct Rejected {
    ///     status: StatusCode,
    /// }
    ///
    /// let fairing = ErrorFairing::new().with_error(|status| Rejected { status });
    /// # let _ = fairing;
    /// ```
    #[must_use]
    pub fn with_error<E: HttpError + 'static>(
        self,
        make_error: impl Fn(StatusCode) -> E + Send + Sync + 'static,
    ) -> Self {
        let make_error: MakeError = Arc::new(move |status| Box::new(make_error(status)));
        ErrorFairing { make_error, ..self }
    }

    /// Sets the format of responses that carry only a status to that of an enum: its `body`, its headers
    /// and its extension members, as for its own cases.
    ///
    /// ```
    /// use httperr::rocket::ErrorFairing;
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
    /// let fairing = ErrorFairing::new().format_of::<ApiError>();
    /// # let _ = fairing;
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
        ErrorFairing { request_id: name, ..self }
    }

    /// Sends the plain text of a response below 500 that is replaced as `detail`, up to 1 KiB, instead of
    /// only logging it. It is the text that the framework, a fairing or a handler wrote for the client.
    ///
    /// The error of [`with_error`](Self::with_error) has a text of its own, and is not changed.
    #[must_use]
    pub fn keep_text(self) -> Self {
        ErrorFairing { keep_text: true, ..self }
    }

    /// Sets the formats that a client can choose with `Accept`: see [`Negotiation`].
    ///
    /// ```
    /// use httperr::rocket::ErrorFairing;
    /// use httperr::Negotiation;
    ///
    /// let fairing = ErrorFairing::new().negotiate(Negotiation::new().html().xml());
    /// # let _ = fairing;
    /// ```
    #[must_use]
    pub fn negotiate(self, negotiation: Negotiation) -> Self {
        ErrorFairing { negotiation: Some(negotiation), ..self }
    }

    /// Sends the texts of problems in the language that the client prefers: see [`Translate`].
    ///
    /// ```
    /// use httperr::rocket::ErrorFairing;
    /// use httperr::ReasonPhrases;
    ///
    /// let fairing = ErrorFairing::new().translate(ReasonPhrases);
    /// # let _ = fairing;
    /// ```
    ///
    /// A panic in the [`Translate`] is one in the service: the response is a 500 without translation.
    #[must_use]
    pub fn translate(self, translate: impl Translate + 'static) -> Self {
        ErrorFairing { translator: Some(Translator::new(translate)), ..self }
    }

    /// Adds a value to the [`Context::data`](crate::Context::data) of a request, on which a
    /// [`BodyFormat`](crate::BodyFormat) may depend. It is read only for an error.
    ///
    /// ```
    /// use httperr::rocket::ErrorFairing;
    ///
    /// #[derive(Clone)]
    /// struct Theme(String);
    ///
    /// let fairing = ErrorFairing::new().with_data(|request| {
    ///     let theme = request.cookies().get("theme")?;
    ///     Some(Theme(theme.value().to_owned()))
    /// });
    /// # let _ = fairing;
    /// ```
    #[must_use]
    pub fn with_data<T: Clone + Send + Sync + 'static>(
        mut self,
        read: impl Fn(&Request<'_>) -> Option<T> + Send + Sync + 'static,
    ) -> Self {
        self.data.push(Arc::new(move |request, data| {
            if let Some(value) = read(request) {
                data.insert(value);
            }
        }));
        self
    }

    /// Corrects the body of a response whose status was changed after the error was rendered.
    async fn correct_status(
        &self,
        rendered: Rendered,
        sent: StatusCode,
        request: &Request<'_>,
        response: &mut Response<'_>,
    ) {
        let media_type = response.headers().get_one("content-type").unwrap_or_default().to_owned();
        let body = response.body_mut().to_bytes().await.unwrap_or_default();
        let context = context_of(self, request);
        let body = match correct(rendered, sent, media_type.as_bytes(), &body, &context) {
            Correction::None => body,
            Correction::Body(corrected) => corrected,
            Correction::Replace => {
                let (_, replaced) = self.replacement(response.status(), request, None);
                return replace(response, replaced).await;
            }
        };
        response.set_sized_body(body.len(), Cursor::new(body));
    }

    /// Renders the application's error for a status.
    fn replacement(
        &self,
        status: Status,
        request: &Request<'_>,
        reason: Option<String>,
    ) -> (Rendered, Response<'static>) {
        let status = http_status(status);
        let mut context = context_of(self, request);
        // An error gets no request: its text is in that of the thread.
        let info = Arc::new(RequestInfo {
            reason: reason.clone(),
            keep_text: self.keep_text,
            ..RequestInfo::default()
        });
        context.reason = reason.map(Into::into);
        let respond =
            |error: &dyn HttpError| render(ErrorRef::Any(error), error.find_case(), &context);
        // Rocket catches a panic in a handler or a catcher, but not one in a fairing.
        let response = run_for(&info, || respond((self.make_error)(status).as_ref()));
        response.unwrap_or_else(|Panicked| {
            let error = StatusError::new(StatusCode::INTERNAL_SERVER_ERROR);
            // It may be what panicked.
            context.translation = None;
            render(ErrorRef::Any(&error), error.case(), &context)
        })
    }
}

fn http_status(status: Status) -> StatusCode {
    StatusCode::from_u16(status.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Renders an error with the metadata of the request, which is known with an [`ErrorFairing`].
pub(super) fn render_for(
    error: ErrorRef<'_>,
    case: Case,
    request: &Request<'_>,
) -> Response<'static> {
    let Some(fairing) = request.rocket().state::<ErrorFairing>() else {
        return render(error, case, &context::EMPTY).1;
    };
    let (rendered, response) = render(error, case, &context_of(fairing, request));
    record(request, rendered);
    response
}

fn context_of<'a>(fairing: &'a ErrorFairing, request: &'a Request<'_>) -> Context<'a> {
    let path = request.uri().path().as_str();
    let mut context = Context::of_request(sent_method(request).as_str(), path);
    context.accept = fairing.negotiation.and_then(|_| list(request, "accept"));
    context.languages = Some(list(request, "accept-language").unwrap_or_default());
    context.negotiation = fairing.negotiation;
    context.translation = fairing.translator.as_ref().map(Translator::as_ref);
    if !fairing.data.is_empty() {
        let mut data = http::Extensions::new();
        for read in &fairing.data {
            // Nothing catches a panic of a fairing.
            let _ = catch_panic(|| read(request, &mut data));
        }
        context.data = Some(Arc::new(data));
    }
    let id = request.headers().get_one(fairing.request_id.as_str());
    match id.filter(|id| !id.is_empty() && id.bytes().all(is_readable)) {
        Some(id) => context.request_id(id),
        None => context,
    }
}

/// Returns the value of a field that is a list.
fn list<'a>(request: &'a Request<'_>, name: &str) -> Option<Cow<'a, str>> {
    let mut lines = request.headers().get(name);
    let mut list = Cow::Borrowed(lines.next()?);
    for line in lines {
        let list = list.to_mut();
        list.push(',');
        list.push_str(line);
    }
    Some(list).filter(|list| list.bytes().all(is_readable))
}

struct SentMethod(Method);

/// Returns the method that the client sent: to match a route, Rocket changes `HEAD` to `GET`.
fn sent_method(request: &Request<'_>) -> Method {
    request.local_cache(|| SentMethod(request.method())).0
}

/// Returns whether `HeaderValue::to_str` accepts a byte, as on other frameworks.
const fn is_readable(byte: u8) -> bool {
    matches!(byte, b'\t' | b' '..=b'~')
}

/// The error that has become the response, since a response of Rocket has no extensions.
#[derive(Default)]
struct Record(Mutex<Option<Rendered>>);

fn record(request: &Request<'_>, rendered: Rendered) {
    let record = request.local_cache(Record::default);
    *record.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(rendered);
}

fn recorded(request: &Request<'_>) -> Option<Rendered> {
    let record = request.local_cache(Record::default);
    *record.0.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Responds to an error of Rocket itself.
pub(super) fn catch(status: Status, request: &Request<'_>) -> Option<Response<'static>> {
    let fairing = request.rocket().state::<ErrorFairing>()?;
    let (rendered, response) = fairing.replacement(status, request, None);
    record(request, rendered);
    Some(response)
}

#[::rocket::async_trait]
impl Fairing for ErrorFairing {
    fn info(&self) -> Info {
        let kind = Kind::Ignite | Kind::Request | Kind::Response | Kind::Singleton;
        Info { name: "httperr", kind }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        let rocket = rocket.manage(self.clone());
        let is_default =
            |catcher: &::rocket::Catcher| catcher.code.is_none() && catcher.base == "/";
        let has_default = rocket.catchers().any(is_default);
        Ok(if has_default { rocket } else { rocket.register("/", catchers()) })
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        sent_method(request);
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        if let Some(rendered) = recorded(request) {
            let sent = http_status(response.status());
            if rendered.status != sent {
                self.correct_status(rendered, sent, request, response).await;
            }
            return;
        }
        if !is_error(response.status().code) {
            return;
        }
        let is_replaceable = match response.headers().get_one("content-type") {
            Some(media_type) => is_plain_text(media_type.as_bytes()),
            None => response.body().is_none() || response.body().preset_size() == Some(0),
        };
        if !is_replaceable {
            return;
        }
        let mut reason = Reason::default();
        if let Ok(text) = response.body_mut().to_bytes().await {
            reason.append(&text);
        }
        let (_, replaced) = self.replacement(response.status(), request, reason.into_string());
        replace(response, replaced).await;
    }
}

/// Replaces a response, keeping those of its fields that do not describe the body.
async fn replace(response: &mut Response<'_>, mut replacement: Response<'static>) {
    let code = response.status().code;
    let names: Vec<String> = response
        .headers()
        .iter()
        .map(|header| header.name().as_str().to_ascii_lowercase())
        .filter(|name| describes_content(code, name))
        .collect();
    for name in names {
        response.remove_header(&name);
    }
    response.set_status(replacement.status());
    let vary = HeaderWriter::value(&replacement, &VARY);
    replacement.remove_header("vary");
    for header in replacement.headers().iter() {
        response.remove_header(header.name().as_str());
    }
    for header in replacement.headers().clone().into_iter() {
        response.adjoin_header(header);
    }
    if let Some(vary) = vary {
        add_vary(response, &vary);
    }
    let body = replacement.body_mut().to_bytes().await.unwrap_or_default();
    response.set_sized_body(body.len(), Cursor::new(body));
}
