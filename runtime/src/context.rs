//! Metadata of the request that an error is a response to.

use std::borrow::Cow;
use std::sync::Arc;

use http::header::{ACCEPT, ACCEPT_LANGUAGE};
use http::Extensions;

use crate::negotiation::{self, Negotiation, Translate, Translation};
use crate::problem::instance;

/// Request metadata to include in the response and in the log event.
///
/// ```
/// use httperr::{Context, HttpError};
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[error("no such order")]
/// #[http(404)]
/// struct NoOrder;
///
/// let context = Context::new().instance("/orders/7").request_id("8a2c");
/// assert_eq!(
///     NoOrder.to_response_with(&context).body().as_ref(),
///     br#"{"title":"Not Found","status":404,"detail":"no such order","instance":"/orders/7","request_id":"8a2c"}"#
/// );
/// ```
#[derive(Clone, Debug, Default)]
pub struct Context<'a> {
    pub(crate) instance: Option<Cow<'a, str>>,
    pub(crate) request_id: Option<Cow<'a, str>>,
    pub(crate) method: Option<Cow<'a, str>>,
    pub(crate) path: Option<Cow<'a, str>>,
    pub(crate) accept: Option<Cow<'a, str>>,
    pub(crate) languages: Option<Cow<'a, str>>,
    pub(crate) negotiation: Option<Negotiation>,
    pub(crate) translation: Option<Translation<'a>>,
    pub(crate) data: Option<Arc<Extensions>>,
    /// The response is a gRPC status.
    #[cfg(feature = "tonic")]
    pub(crate) is_grpc: bool,
    /// The text of a replaced response, which is only logged.
    #[cfg_attr(not(feature = "tracing"), allow(dead_code))]
    pub(crate) reason: Option<Cow<'a, str>>,
}

impl<'a> Context<'a> {
    /// Creates an empty context.
    #[must_use]
    pub const fn new() -> Self {
        Context {
            instance: None,
            request_id: None,
            method: None,
            path: None,
            accept: None,
            languages: None,
            negotiation: None,
            translation: None,
            data: None,
            #[cfg(feature = "tonic")]
            is_grpc: false,
            reason: None,
        }
    }

    /// Creates a context from a request: its method, its path, the path as `instance`, and what the client
    /// prefers. `Accept` has no effect unless [`negotiate`](Self::negotiate) is called.
    ///
    /// The query is never included. A request without a path, such as `OPTIONS *` and `CONNECT`, has
    /// no `instance`.
    ///
    /// ```
    /// use httperr::{http::Request, Context};
    /// # use httperr::HttpError;
    /// # #[derive(Debug, thiserror::Error, HttpError)]
    /// # #[error("no such order")]
    /// # #[http(404)]
    /// # struct NoOrder;
    ///
    /// let request = Request::get("/orders/7?token=secret").body(()).unwrap();
    /// let response = NoOrder.to_response_with(&Context::from_request(&request));
    /// assert!(response.body().ends_with(br#""instance":"/orders/7"}"#));
    /// ```
    #[must_use]
    pub fn from_request<B>(request: &'a http::Request<B>) -> Self {
        let fields = request.headers();
        Context {
            accept: negotiation::list(fields, &ACCEPT),
            languages: Some(negotiation::list(fields, &ACCEPT_LANGUAGE).unwrap_or_default()),
            ..Context::new_for(request.method(), request.uri())
        }
    }

    pub(crate) fn new_for(method: &'a http::Method, uri: &'a http::Uri) -> Self {
        Context::of_request(method.as_str(), uri.path())
    }

    pub(crate) fn of_request(method: &'a str, path: &'a str) -> Self {
        Context {
            instance: instance::from_path(path),
            method: Some(method.into()),
            path: Some(path.into()).filter(|path: &Cow<'_, str>| !path.is_empty()),
            ..Context::new()
        }
    }

    /// Sets the URI reference of this occurrence, `instance` in a problem document (RFC 9457,
    /// section 3.1.5).
    ///
    /// The reference is not validated. Make it absolute, or at least begin it with the full path.
    #[must_use]
    pub fn instance(mut self, uri: impl Into<Cow<'a, str>>) -> Self {
        self.instance = Some(uri.into());
        self
    }

    /// Sets the request ID, `request_id` in a problem document and in log events.
    #[must_use]
    pub fn request_id(mut self, id: impl Into<Cow<'a, str>>) -> Self {
        self.request_id = Some(id.into());
        self
    }

    /// Sets the method of the request, which is only logged.
    #[must_use]
    pub fn method(mut self, method: impl Into<Cow<'a, str>>) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Sets the path of the request, which is only logged. A query is removed from it.
    #[must_use]
    pub fn path(mut self, path: impl Into<Cow<'a, str>>) -> Self {
        self.path = Some(match path.into() {
            Cow::Borrowed(path) => before_query(path).into(),
            Cow::Owned(path) => before_query(&path).to_owned().into(),
        });
        self
    }

    /// Sets the media types that the client accepts: the value of the header `Accept` (RFC 9110, section
    /// 12.5.1). All formats are offered, unless [`negotiate`](Self::negotiate) names them.
    ///
    /// ```
    /// use httperr::{Context, HttpError};
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("no such order")]
    /// #[http(404)]
    /// struct NoOrder;
    ///
    /// let response = NoOrder.to_response_with(&Context::new().accept("text/html, */*;q=0.8"));
    /// assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8");
    /// ```
    #[must_use]
    pub fn accept(mut self, media_ranges: impl Into<Cow<'a, str>>) -> Self {
        self.accept = Some(media_ranges.into());
        self.negotiation.get_or_insert(Negotiation::all());
        self
    }

    /// Sets the formats that are offered to the client. It chooses one of them with its header `Accept`.
    ///
    /// ```
    /// use httperr::http::Request;
    /// use httperr::{Context, HttpError, Negotiation};
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("no such order")]
    /// #[http(404)]
    /// struct NoOrder;
    ///
    /// let request = Request::get("/orders/7").header("accept", "text/plain").body(())?;
    /// let context = Context::from_request(&request).negotiate(Negotiation::all());
    /// let response = NoOrder.to_response_with(&context);
    /// assert_eq!(response.body(), "404 Not Found\n\nno such order\n\nInstance: /orders/7\n");
    /// # Ok::<(), httperr::http::Error>(())
    /// ```
    #[must_use]
    pub fn negotiate(mut self, negotiation: Negotiation) -> Self {
        self.negotiation = Some(negotiation);
        self
    }

    /// Sets the texts in the languages that the client may prefer: see [`Translate`].
    #[must_use]
    pub fn translate(mut self, translate: &'a dyn Translate) -> Self {
        self.translation = Some(Translation(translate));
        self
    }

    /// Returns whether the client may choose a format or a language.
    #[inline]
    pub(crate) const fn is_negotiable(&self) -> bool {
        self.negotiation.is_some() || self.translation.is_some()
    }

    /// Returns whether the public text may be needed apart from the body.
    #[inline]
    pub(crate) fn keeps_detail(&self) -> bool {
        #[cfg(feature = "tonic")]
        if self.is_grpc {
            return true;
        }
        self.negotiation.is_some_and(Negotiation::includes_envelopes)
    }

    /// Sets the languages that the client prefers: the value of the header `Accept-Language` (RFC 9110,
    /// section 12.5.4). A value that cannot be parsed prefers none.
    ///
    /// The response of a case with [languages](derive@crate::HttpError#languages) is in the preferred one.
    ///
    /// ```
    /// use httperr::{Context, HttpError};
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("no such order")]
    /// #[http(404, detail(de = "keine solche Bestellung"))]
    /// struct NoOrder;
    ///
    /// let response = NoOrder.to_response_with(&Context::new().languages("de-CH, en;q=0.5"));
    /// assert_eq!(
    ///     response.body().as_ref(),
    ///     br#"{"title":"Not Found","status":404,"detail":"keine solche Bestellung"}"#
    /// );
    /// assert_eq!(response.headers()["content-language"], "de");
    /// ```
    #[must_use]
    pub fn languages(mut self, ranges: impl Into<Cow<'a, str>>) -> Self {
        self.languages = Some(ranges.into());
        self
    }

    /// Adds data of the application for a [`BodyFormat`](crate::BodyFormat), such as the theme of the
    /// user. A value of the same type is replaced.
    ///
    /// [`ErrorLayer`](https://docs.rs/httperr/latest/httperr/tower/struct.ErrorLayer.html), and the
    /// middleware and the fairing for actix-web and Rocket, do this for the types that their method
    /// `with_data` names.
    ///
    /// ```
    /// use httperr::Context;
    ///
    /// #[derive(Clone, Debug, PartialEq)]
    /// enum Theme {
    ///     Light,
    ///     Dark,
    /// }
    ///
    /// let context = Context::new().with_data(Theme::Light).with_data(Theme::Dark);
    /// assert_eq!(context.data(), Some(&Theme::Dark));
    /// assert_eq!(context.data::<u8>(), None);
    /// ```
    #[must_use]
    pub fn with_data<T: Clone + Send + Sync + 'static>(mut self, value: T) -> Self {
        Arc::make_mut(self.data.get_or_insert_with(Arc::default)).insert(value);
        self
    }

    /// Returns the data of that type: see [`with_data`](Self::with_data).
    #[must_use]
    pub fn data<T: Send + Sync + 'static>(&self) -> Option<&T> {
        self.data.as_ref()?.get()
    }

    /// Returns whether the context adds nothing to a problem document.
    pub(crate) const fn is_empty_in_body(&self) -> bool {
        self.instance.is_none() && self.request_id.is_none()
    }

    /// Returns whether the context changes no response.
    #[inline]
    pub(crate) const fn is_empty(&self) -> bool {
        self.is_empty_in_body()
            && self.data.is_none()
            && self.languages.is_none()
            && !self.is_negotiable()
    }
}

fn before_query(path: &str) -> &str {
    path.split(['?', '#']).next().unwrap_or_default()
}

/// The empty context. To create and drop one for each response costs more.
pub(crate) static EMPTY: Context<'static> = Context::new();
