//! The fairing that does on Rocket what `tower::ErrorLayer` does for services on tower.

use std::fmt;
use std::io::Cursor;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;

use ::rocket::fairing::{self, Fairing, Info, Kind};
use ::rocket::http::Status;
use ::rocket::{Build, Request, Response, Rocket};
use http::{HeaderName, StatusCode};
use httperr_registry::{describes_content, is_error};

use super::{catchers, respond_with};
use crate::context::Context;
use crate::replacement::{catch_panic, is_plain_text, MakeError, Panicked, Reason, StatusError};
use crate::HttpError;

/// A fairing that turns panics, the errors of Rocket itself and plain text into the error format of the
/// application.
///
/// It has the effects of `httperr::tower::ErrorLayer`, and the same request has the same response:
///
/// - `instance` and the request ID are added to each error of this crate whose format has them.
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
}

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

    /// Sets the header of the request that contains the request ID. The default is `x-request-id`.
    #[must_use]
    pub fn request_id(self, name: HeaderName) -> Self {
        ErrorFairing { request_id: name, ..self }
    }

    /// Renders the application's error for a status.
    fn replacement(
        &self,
        status: Status,
        request: &Request<'_>,
        reason: Option<String>,
    ) -> Response<'static> {
        let status = StatusCode::from_u16(status.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut context = context_of(self, request);
        context.reason = reason.map(Into::into);
        // Rocket catches a panic in a handler or a catcher, but not one in a fairing.
        let response = catch_panic(|| respond_with((self.make_error)(status).as_ref(), &context));
        response.unwrap_or_else(|Panicked| {
            respond_with(&StatusError::new(StatusCode::INTERNAL_SERVER_ERROR), &context)
        })
    }
}

/// Returns the metadata of the request, or nothing without an [`ErrorFairing`].
pub(super) fn context<'a>(request: &'a Request<'_>) -> Context<'a> {
    match request.rocket().state::<ErrorFairing>() {
        Some(fairing) => {
            mark_rendered(request);
            context_of(fairing, request)
        }
        None => Context::new(),
    }
}

fn context_of<'a>(fairing: &ErrorFairing, request: &'a Request<'_>) -> Context<'a> {
    let path = request.uri().path().as_str();
    let context = Context::of_request(request.method().as_str(), path);
    match request.headers().get_one(fairing.request_id.as_str()) {
        Some(id) => context.request_id(id),
        None => context,
    }
}

/// Set once an error of this crate has become the response.
#[derive(Default)]
struct IsRendered(AtomicBool);

fn mark_rendered(request: &Request<'_>) {
    request.local_cache(IsRendered::default).0.store(true, Ordering::Relaxed);
}

fn is_rendered(request: &Request<'_>) -> bool {
    request.local_cache(IsRendered::default).0.load(Ordering::Relaxed)
}

/// Responds to an error of Rocket itself.
pub(super) fn catch(status: Status, request: &Request<'_>) -> Option<Response<'static>> {
    let fairing = request.rocket().state::<ErrorFairing>()?;
    mark_rendered(request);
    Some(fairing.replacement(status, request, None))
}

#[::rocket::async_trait]
impl Fairing for ErrorFairing {
    fn info(&self) -> Info {
        Info { name: "httperr", kind: Kind::Ignite | Kind::Response | Kind::Singleton }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        let rocket = rocket.manage(self.clone());
        let is_default =
            |catcher: &::rocket::Catcher| catcher.code.is_none() && catcher.base == "/";
        let has_default = rocket.catchers().any(is_default);
        Ok(if has_default { rocket } else { rocket.register("/", catchers()) })
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        if !is_error(response.status().code) || is_rendered(request) {
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
        let replaced = self.replacement(response.status(), request, reason.into_string());
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
    for header in replacement.headers().clone().into_iter() {
        response.adjoin_header(header);
    }
    let body = replacement.body_mut().to_bytes().await.unwrap_or_default();
    response.set_sized_body(body.len(), Cursor::new(body));
}
