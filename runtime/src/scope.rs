//! The request that is being answered, where a layer round the service knows it
//! ([`ErrorLayer`](crate::tower::ErrorLayer)).
//!
//! `IntoResponse` and its like get no request. While the layer polls the service, it leaves what it
//! knows here, so that an error which becomes a response meanwhile is rendered with it at once.
//! Nothing is allocated for a request that succeeds.

use std::cell::RefCell;

use http::{HeaderValue, Uri};

use crate::Context;

/// What a layer knows of a request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    pub(crate) uri: Uri,
    pub(crate) request_id: Option<HeaderValue>,
}

impl Scope {
    pub(crate) fn context(&self) -> Context<'_> {
        let context = Context::new().instance(self.uri.path());
        match self.request_id.as_ref().and_then(|id| id.to_str().ok()) {
            Some(id) => context.request_id(id),
            None => context,
        }
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
pub(crate) fn entered<T>(scope: Scope, run: impl FnOnce() -> T) -> (Scope, T) {
    let swap = |scope| SCOPE.try_with(|current| current.replace(scope)).ok().flatten();
    let outer = swap(Some(scope));
    let done = run();
    (swap(outer).unwrap_or_default(), done)
}
