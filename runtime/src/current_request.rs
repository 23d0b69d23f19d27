//! The request of the response that is being rendered, if an `ErrorLayer` or `ErrorMiddleware` around
//! the service knows it.
//!
//! `IntoResponse` and similar traits get no request. While the layer polls the service, it keeps the
//! request's metadata in a thread-local variable, for an error that becomes a response meanwhile. They
//! are shared, since each call and each poll sets that variable.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::sync::Arc;

use http::{Extensions, HeaderValue, Method, Uri};

use crate::context::Context;
use crate::negotiation::{Negotiation, Translator};

/// The metadata of a request. In the extensions of a request: as an outer layer recorded it.
#[derive(Clone, Debug, Default)]
pub(crate) struct RequestInfo {
    pub(crate) method: Method,
    /// As sent by the client.
    pub(crate) uri: Uri,
    pub(crate) request_id: Option<HeaderValue>,
    /// Only read if a format can be chosen.
    pub(crate) accept: Option<HeaderValue>,
    pub(crate) languages: Option<HeaderValue>,
    pub(crate) negotiation: Option<Negotiation>,
    pub(crate) translator: Option<Translator>,
    /// The values of the extensions of the request that are copied for bodies.
    pub(crate) data: Option<Arc<Extensions>>,
    /// The text of the response of the framework that is being replaced.
    pub(crate) reason: Option<String>,
    /// That text is the detail of the replacement, and not only logged.
    pub(crate) keep_text: bool,
}

impl RequestInfo {
    /// Returns the metadata for a layer inside another, which has recorded the same request.
    pub(crate) fn within(self, outer: &RequestInfo) -> RequestInfo {
        RequestInfo {
            method: outer.method.clone(),
            uri: outer.uri.clone(),
            request_id: self.request_id.or_else(|| outer.request_id.clone()),
            accept: self.accept.or_else(|| outer.accept.clone()),
            languages: self.languages.or_else(|| outer.languages.clone()),
            negotiation: self.negotiation.or(outer.negotiation),
            translator: self.translator.or_else(|| outer.translator.clone()),
            data: self.data.or_else(|| outer.data.clone()),
            reason: outer.reason.clone(),
            keep_text: self.keep_text,
        }
    }

    pub(crate) fn context(&self) -> Context<'_> {
        let mut context = Context::new_for(&self.method, &self.uri);
        context.accept = text(self.accept.as_ref()).map(Cow::Borrowed);
        // Also without the field, since `Vary` depends on what could have been asked for.
        context.languages = Some(text(self.languages.as_ref()).unwrap_or_default().into());
        context.negotiation = self.negotiation;
        context.translation = self.translator.as_ref().map(Translator::as_ref);
        context.data.clone_from(&self.data);
        context.reason = self.reason.as_deref().map(Cow::Borrowed);
        match self.request_id() {
            Some(id) => context.request_id(id),
            None => context,
        }
    }

    pub(crate) fn request_id(&self) -> Option<&str> {
        text(self.request_id.as_ref()).filter(|id| !id.is_empty())
    }

    #[cfg(feature = "tracing")]
    pub(crate) fn path(&self) -> Option<&str> {
        Some(self.uri.path()).filter(|path| !path.is_empty())
    }
}

fn text(value: Option<&HeaderValue>) -> Option<&str> {
    value?.to_str().ok()
}

thread_local! {
    static CURRENT: RefCell<Option<Arc<RequestInfo>>> = const { RefCell::new(None) };
    /// `CURRENT` holds a request. To read this costs less than to read a variable with a destructor,
    /// and most errors are rendered without a request.
    static IS_SET: Cell<bool> = const { Cell::new(false) };
}

/// Returns whether there is a current request.
#[inline]
pub(crate) fn is_set() -> bool {
    IS_SET.get()
}

/// Returns the current request.
#[inline]
pub(crate) fn get() -> Option<Arc<RequestInfo>> {
    if IS_SET.get() {
        share()
    } else {
        None
    }
}

#[cold]
fn share() -> Option<Arc<RequestInfo>> {
    CURRENT.try_with(|current| current.borrow().clone()).ok().flatten()
}

/// Runs a part of the service, which must not panic, with `request` as the current request.
#[inline]
pub(crate) fn with<T>(request: &Arc<RequestInfo>, run: impl FnOnce() -> T) -> T {
    let outer = replace(Some(Arc::clone(request)));
    let result = run();
    drop(replace(outer));
    result
}

fn replace(request: Option<Arc<RequestInfo>>) -> Option<Arc<RequestInfo>> {
    IS_SET.set(request.is_some());
    CURRENT.try_with(|current| current.replace(request)).ok().flatten()
}
