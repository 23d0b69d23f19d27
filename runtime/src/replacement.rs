//! The common core of `ErrorLayer`, `ErrorMiddleware` and `ErrorFairing`: the error that replaces a
//! response of the framework, and panics.

use std::any::Any;
use std::borrow::Cow;
use std::marker::PhantomData;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::sync::Arc;

use http::StatusCode;
use httperr_registry::{get, is_error, phrase_zh};

use crate::current_request::{self, RequestInfo};
use crate::rendered::Rendered;
use crate::{events, Case, Context, HttpError, Problem, ResponseParts};

/// An error that consists of a status only: the default replacement of a response of the framework.
///
/// ```
/// use httperr::http::StatusCode;
/// use httperr::tower::{ErrorLayer, StatusError};
///
/// // The layer of a service that is named in a type.
/// let layer: ErrorLayer<fn(StatusCode) -> StatusError> = ErrorLayer::new();
/// # let _ = layer;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
// Only `tower` names it in a public type.
#[cfg_attr(not(feature = "tower"), allow(unreachable_pub))]
pub struct StatusError(StatusCode);

impl StatusError {
    pub(crate) const fn new(status: StatusCode) -> Self {
        StatusError(status)
    }
}

impl std::fmt::Display for StatusError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // `http` has the names of RFC 7231.
        match get(self.0.as_u16()) {
            Some(row) => write!(f, "{} {}", row.code, row.phrase),
            None => write!(f, "{}", self.0.as_str()),
        }
    }
}

impl std::error::Error for StatusError {}

impl HttpError for StatusError {
    fn case(&self) -> Case {
        Case::new(self.0)
    }

    fn detail(&self) -> Option<Cow<'_, str>> {
        if !self.0.is_client_error() {
            return None;
        }
        let request = current_request::get().filter(|request| request.keep_text)?;
        request.reason.clone().map(Cow::Owned)
    }
}

/// An error that consists of a status only, in the format of the error type `E`: what `format_of`
/// replaces a response of the framework by.
///
/// ```
/// use httperr::http::StatusCode;
/// use httperr::tower::{ErrorLayer, StatusErrorOf};
/// use httperr::HttpError;
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[http(body = { "message": detail })]
/// enum ApiError {}
///
/// // The layer of a service that is named in a type.
/// let layer: ErrorLayer<fn(StatusCode) -> StatusErrorOf<ApiError>> =
///     ErrorLayer::new().format_of::<ApiError>();
/// # let _ = layer;
/// ```
#[cfg_attr(not(feature = "tower"), allow(unreachable_pub))]
pub struct StatusErrorOf<E> {
    error: StatusError,
    format: PhantomData<fn() -> E>,
}

impl<E> StatusErrorOf<E> {
    pub(crate) const fn new(status: StatusCode) -> Self {
        StatusErrorOf { error: StatusError::new(status), format: PhantomData }
    }
}

impl<E> std::fmt::Debug for StatusErrorOf<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("StatusErrorOf").field(&self.error.0).finish()
    }
}

impl<E> std::fmt::Display for StatusErrorOf<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(&self.error, f)
    }
}

impl<E> std::error::Error for StatusErrorOf<E> {}

impl<E: HttpError> HttpError for StatusErrorOf<E> {
    fn case(&self) -> Case {
        self.error.case()
    }

    fn write_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
        E::write_format(parts);
    }

    fn detail(&self) -> Option<Cow<'_, str>> {
        self.error.detail()
    }
}

/// The application's error for a status.
#[allow(dead_code)]
pub(crate) type MakeError = Arc<dyn Fn(StatusCode) -> Box<dyn HttpError> + Send + Sync>;

/// Returns whether a value of `Content-Type` is plain text (RFC 9110, section 8.3.1).
pub(crate) fn is_plain_text(media_type: &[u8]) -> bool {
    let mut parts = media_type.split(|byte| *byte == b';');
    let essence = parts.next().unwrap_or_default().trim_ascii();
    essence.eq_ignore_ascii_case(b"text/plain")
}

/// The beginning of the text of a replaced response, for the log.
#[derive(Default)]
pub(crate) struct Reason(Vec<u8>);

impl Reason {
    const LIMIT: usize = 1024;

    /// Returns whether there is room for more.
    pub(crate) fn append(&mut self, text: &[u8]) -> bool {
        let room = Reason::LIMIT - self.0.len();
        self.0.extend_from_slice(text.get(..room).unwrap_or(text));
        self.0.len() < Reason::LIMIT
    }

    pub(crate) fn into_string(self) -> Option<String> {
        let text = String::from_utf8_lossy(&self.0);
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }
}

/// The body to send once the status of a rendered response has been changed, as by
/// `(StatusCode, error)`.
pub(crate) enum Correction {
    /// The body does not contain the status, or its format is not known.
    None,
    Body(Vec<u8>),
    /// The body contains the former status in a format of the application: its error for the status is
    /// sent instead.
    Replace,
}

/// Logs that the status of a rendered response has been changed, and returns the body for it.
pub(crate) fn correct(
    rendered: Rendered,
    sent: StatusCode,
    media_type: &[u8],
    body: &[u8],
    context: &Context<'_>,
) -> Correction {
    events::log_changed_status(rendered.case, rendered.status, sent, context);
    // That of a negotiated response begins with the status.
    let is_text =
        is_plain_text(media_type) && !body.starts_with(rendered.status.as_str().as_bytes());
    if is_text || !contains_number(body, rendered.status.as_str()) {
        return Correction::None;
    }
    if media_type == Problem::MEDIA_TYPE.as_bytes() {
        if let Ok(problem) = Problem::from_json(body) {
            return Correction::Body(with_status(problem, rendered.status, sent).to_json());
        }
    }
    match is_error(sent.as_u16()) {
        true => Correction::Replace,
        false => Correction::None,
    }
}

/// Returns a problem with another status. A reason phrase may be translated.
fn with_status(problem: Problem, rendered: StatusCode, sent: StatusCode) -> Problem {
    match problem.title() == Some(phrase_zh(rendered.as_u16())) {
        true => problem.with_title(phrase_zh(sent.as_u16())).with_status(sent),
        false => problem.with_status(sent),
    }
}

/// Returns whether a body contains a number, and not only as a part of a longer word.
fn contains_number(body: &[u8], number: &str) -> bool {
    body.split(|byte| !byte.is_ascii_alphanumeric()).any(|word| word == number.as_bytes())
}

/// Renders the application's error for a status. If that panics, the response is a problem document;
/// if that panics too, as in a subscriber, [`None`].
pub(crate) fn render_or_fall_back<E: HttpError, R>(
    status: StatusCode,
    make_error: Option<&impl Fn(StatusCode) -> E>,
    info: &mut Arc<RequestInfo>,
    render: impl Fn(&dyn HttpError) -> R,
) -> Option<R> {
    let response = match make_error {
        Some(make_error) => run_for(info, || render(&make_error(status))),
        None => Err(Panicked),
    };
    let fallback = StatusError(StatusCode::INTERNAL_SERVER_ERROR);
    response
        .or_else(|Panicked| {
            // It may be what panicked.
            Arc::make_mut(info).translator = None;
            run_for(info, || render(&fallback))
        })
        .ok()
}

/// A panic that was caught and logged.
pub(crate) struct Panicked;

/// Runs a part of the service or of the application with the metadata of its request. A panic is caught
/// and logged.
pub(crate) fn run_for<T>(info: &Arc<RequestInfo>, run: impl FnOnce() -> T) -> Result<T, Panicked> {
    current_request::with(info, || catch_panic(run))
}

pub(crate) fn catch_panic<T>(run: impl FnOnce() -> T) -> Result<T, Panicked> {
    catch(run).map_err(|payload| {
        log_panic(&*payload);
        // The payload is any value, whose drop may panic too.
        if let Err(payload) = catch(|| drop(payload)) {
            log_panic(&*payload);
            std::mem::forget(payload);
        }
        Panicked
    })
}

fn catch<T>(run: impl FnOnce() -> T) -> std::thread::Result<T> {
    catch_unwind(AssertUnwindSafe(run))
}

fn log_panic(payload: &(dyn Any + Send)) {
    // A subscriber may panic. There is nowhere left to report that.
    if let Err(payload) = catch(|| events::log_panic(panic_message(payload))) {
        std::mem::forget(payload);
    }
}

fn panic_message(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("<non-string panic payload>")
}

#[cfg(test)]
mod tests {
    use super::contains_number;

    #[test]
    fn a_status_is_a_number_of_its_own() {
        for body in [r#"{"status":404}"#, r#"["404"]"#, "404", "<p>404: gone</p>"] {
            assert!(contains_number(body.as_bytes(), "404"), "{body}");
        }
        for body in [r#"{"id":1404}"#, r#"{"id":"a404"}"#, "4040", "40", ""] {
            assert!(!contains_number(body.as_bytes(), "404"), "{body}");
        }
    }
}
