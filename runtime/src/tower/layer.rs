//! The layer: its settings, and what it records of a request.

use std::sync::Arc;

use http::header::{ACCEPT, ACCEPT_LANGUAGE};
use http::{Extensions, HeaderName, Request, StatusCode, Uri};

use super::{StatusError, StatusErrorOf};
use crate::current_request::RequestInfo;
use crate::negotiation::{self, Negotiation, Translate, Translator};
use crate::HttpError;

/// A layer that wraps a service in an [`ErrorService`](super::ErrorService): see [the module](super).
#[derive(Clone, Debug)]
pub struct ErrorLayer<F = fn(StatusCode) -> StatusError> {
    pub(super) make_error: F,
    request_id: HeaderName,
    pub(super) keep_text: bool,
    negotiation: Option<Negotiation>,
    translator: Option<Translator>,
    /// Shared, as a router clones a layer for each request.
    data: Option<Arc<Vec<CopyData>>>,
}

/// Copies a value of one type from the extensions of a request, if they have one.
type CopyData = fn(&Extensions, &mut Extensions);

impl Default for ErrorLayer {
    fn default() -> Self {
        Self::new()
    }
}

impl ErrorLayer {
    /// Creates a layer that responds with problem documents.
    #[must_use]
    pub const fn new() -> Self {
        ErrorLayer {
            make_error: StatusError::new,
            request_id: HeaderName::from_static("x-request-id"),
            keep_text: false,
            negotiation: None,
            translator: None,
            data: None,
        }
    }
}

impl<F> ErrorLayer<F> {
    /// Sets the error used to replace responses that carry only a status.
    ///
    /// ```
    /// use httperr::http::StatusCode;
    /// use httperr::tower::ErrorLayer;
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("rejected with {status}")]
    /// #[http(status = status, body = { "message": detail })]
    /// struct Rejected {
    ///     status: StatusCode,
    /// }
    ///
    /// let layer = ErrorLayer::new().with_error(|status| Rejected { status });
    /// # let _ = layer;
    /// ```
    #[must_use]
    pub fn with_error<E: HttpError, G: Fn(StatusCode) -> E>(self, make_error: G) -> ErrorLayer<G> {
        let ErrorLayer { request_id, keep_text, negotiation, translator, data, .. } = self;
        ErrorLayer { make_error, request_id, keep_text, negotiation, translator, data }
    }

    /// Sets the format of responses that carry only a status to that of an enum: its `body`, its headers
    /// and its extension members, as for its own cases.
    ///
    /// ```
    /// use httperr::tower::ErrorLayer;
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
    /// let layer = ErrorLayer::new().format_of::<ApiError>();
    /// # let _ = layer;
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
    pub fn format_of<E: HttpError>(self) -> ErrorLayer<fn(StatusCode) -> StatusErrorOf<E>> {
        self.with_error(StatusErrorOf::new)
    }

    /// Sets the header of the request that contains the request ID. The default is `x-request-id`. A value
    /// that is empty, or not visible ASCII, is ignored.
    ///
    /// ```
    /// use httperr::http::HeaderName;
    /// use httperr::tower::ErrorLayer;
    ///
    /// let layer = ErrorLayer::new().request_id(HeaderName::from_static("x-trace-id"));
    /// # let _ = layer;
    /// ```
    #[must_use]
    pub fn request_id(self, name: HeaderName) -> Self {
        ErrorLayer { request_id: name, ..self }
    }

    /// Sends the plain text of a response below 500 that is replaced as `detail`, up to 1 KiB, instead of
    /// only logging it. It is the text that the framework, a layer or a handler wrote for the client.
    ///
    /// The error of [`with_error`](Self::with_error) has a text of its own, and is not changed.
    ///
    /// ```
    /// use httperr::tower::ErrorLayer;
    ///
    /// let layer = ErrorLayer::new().keep_text();
    /// # let _ = layer;
    /// ```
    ///
    /// The response `(400, "no name")` is then
    /// `{"title":"Bad Request","status":400,"detail":"no name","instance":"/"}`.
    #[must_use]
    pub fn keep_text(self) -> Self {
        ErrorLayer { keep_text: true, ..self }
    }

    /// Sets the formats that a client can choose with `Accept`: see [`Negotiation`].
    ///
    /// ```
    /// use httperr::tower::ErrorLayer;
    /// use httperr::Negotiation;
    ///
    /// let layer = ErrorLayer::new().negotiate(Negotiation::new().html().xml());
    /// # let _ = layer;
    /// ```
    ///
    /// It holds for each error of this crate inside the layer, and for what the layer replaces. Of nested
    /// layers, the innermost one with such a setting determines the formats.
    #[must_use]
    pub fn negotiate(self, negotiation: Negotiation) -> Self {
        ErrorLayer { negotiation: Some(negotiation), ..self }
    }

    /// Sends the texts of problems in the language that the client prefers: see [`Translate`].
    ///
    /// ```
    /// use httperr::tower::ErrorLayer;
    /// use httperr::ReasonPhrases;
    ///
    /// let layer = ErrorLayer::new().translate(ReasonPhrases);
    /// # let _ = layer;
    /// ```
    ///
    /// Of nested layers, the innermost one with such a setting determines the texts. A panic in the
    /// [`Translate`] is one in the service: the response is a 500 without translation.
    #[must_use]
    pub fn translate(self, translate: impl Translate + 'static) -> Self {
        ErrorLayer { translator: Some(Translator::new(translate)), ..self }
    }

    /// Adds the value of that type in the extensions of a request to its
    /// [`Context::data`](crate::Context::data), on which a [`BodyFormat`](crate::BodyFormat) may depend.
    ///
    /// It is copied when the request arrives here: a layer that inserts the value is outside this one.
    ///
    /// ```
    /// use httperr::tower::ErrorLayer;
    ///
    /// #[derive(Clone)]
    /// enum Theme {
    ///     Light,
    ///     Dark,
    /// }
    ///
    /// let layer = ErrorLayer::new().with_data::<Theme>();
    /// # let _ = (layer, Theme::Light, Theme::Dark);
    /// ```
    #[must_use]
    pub fn with_data<T: Clone + Send + Sync + 'static>(mut self) -> Self {
        Arc::make_mut(self.data.get_or_insert_with(Arc::default)).push(|request, data| {
            if let Some(value) = request.get::<T>() {
                data.insert(value.clone());
            }
        });
        self
    }

    /// Returns the data of a request for bodies. A copy of all extensions would be an eighth of the cost
    /// of a small request.
    fn data_of(&self, request: &Extensions) -> Option<Arc<Extensions>> {
        let mut data = Extensions::new();
        for copy in self.data.as_ref()?.iter() {
            copy(request, &mut data);
        }
        (!data.is_empty()).then(|| Arc::new(data))
    }

    /// Records the metadata of a request. If an outer layer has recorded it already, its URI is the
    /// one that the client sent: a router in between may have removed a prefix.
    pub(super) fn record<B>(&self, request: &mut Request<B>) -> Arc<RequestInfo> {
        let request_id = request.headers().get(&self.request_id).cloned();
        let data = self.data_of(request.extensions());
        let fields = request.headers();
        let info = RequestInfo {
            method: request.method().clone(),
            uri: original_uri(request),
            request_id,
            // Joined only if it is needed: most layers offer nothing.
            accept: self.negotiation.and_then(|_| negotiation::line(fields, &ACCEPT)),
            languages: negotiation::line(fields, &ACCEPT_LANGUAGE),
            negotiation: self.negotiation,
            translator: self.translator.clone(),
            data,
            reason: None,
            keep_text: self.keep_text,
        };
        if let Some(outer) = request.extensions().get::<Arc<RequestInfo>>() {
            return Arc::new(info.within(outer));
        }
        let info = Arc::new(info);
        request.extensions_mut().insert(Arc::clone(&info));
        info
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
