//! The request that is being answered, where a layer round the service knows it
//! ([`ErrorLayer`](crate::tower::ErrorLayer)).
//!
//! `IntoResponse` and its like get no request. While the layer polls the service, it leaves what it
//! knows here, so that an error which becomes a response meanwhile is rendered with it at once.

use std::cell::RefCell;

use http::{HeaderValue, Method, Uri};

use crate::Context;

/// What a layer knows of a request. On a request: what a layer around this one knew of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    pub(crate) method: Method,
    /// As the client sent it.
    pub(crate) uri: Uri,
    pub(crate) request_id: Option<HeaderValue>,
}

impl Scope {
    pub(crate) fn context(&self) -> Context<'_> {
        let context = Context::of(&self.method, &self.uri);
        match self.request_id() {
            Some(id) => context.request_id(id),
            None => context,
        }
    }

    pub(crate) fn request_id(&self) -> Option<&str> {
        self.request_id.as_ref().and_then(|id| id.to_str().ok())
    }

    #[cfg(feature = "tracing")]
    pub(crate) fn path(&self) -> Option<&str> {
        Some(self.uri.path()).filter(|path| !path.is_empty())
    }
}

/// On a response: it was made from an error of this crate's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answered;

thread_local! {
    static SCOPE: RefCell<Option<Scope>> = const { RefCell::new(None) };
}

/// What is known of the request, if anything is.
pub(crate) fn current() -> Option<Scope> {
    SCOPE.try_with(|scope| scope.borrow().clone()).ok().flatten()
}

/// Runs a part of the service, which must not panic, with what is known of its request.
pub(crate) fn entered<T>(scope: &mut Scope, run: impl FnOnce() -> T) -> T {
    let swap = |scope| SCOPE.try_with(|current| current.replace(scope)).ok().flatten();
    let outer = swap(Some(std::mem::take(scope)));
    let done = run();
    *scope = swap(outer).unwrap_or_default();
    done
}
