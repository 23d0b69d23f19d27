//! Metadata of the request that an error is a response to.

use std::borrow::Cow;
use std::sync::Arc;

use http::Extensions;

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
            data: None,
            #[cfg(feature = "tonic")]
            is_grpc: false,
            reason: None,
        }
    }

    /// Creates a context from a request: its method and path, and the path as `instance`.
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
        Context::new_for(request.method(), request.uri())
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
    /// 12.5.1).
    #[must_use]
    pub fn accept(mut self, media_ranges: impl Into<Cow<'a, str>>) -> Self {
        self.accept = Some(media_ranges.into());
        self
    }

    /// Sets the languages that the client prefers: the value of the header `Accept-Language` (RFC 9110,
    /// section 12.5.4).
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

    /// Returns whether the context adds nothing to any body.
    #[cfg(any(feature = "actix-web", feature = "tower"))]
    pub(crate) const fn is_empty(&self) -> bool {
        self.is_empty_in_body() && self.data.is_none()
    }
}

fn before_query(path: &str) -> &str {
    path.split(['?', '#']).next().unwrap_or_default()
}

/// The empty context. To create and drop one for each response costs more.
pub(crate) static EMPTY: Context<'static> = Context::new();
