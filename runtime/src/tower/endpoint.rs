//! The layer around an endpoint or a handler of a framework without tower.

use std::sync::Arc;

use http::{Method, Request};

use super::{ErrorFuture, ErrorLayer};
use crate::current_request::RequestInfo;
use crate::replacement::run_for;

impl<F: Clone> ErrorLayer<F> {
    /// Records the metadata of a request: `head` has its method, URI, fields and extensions.
    pub(crate) fn record_head(&self, head: &mut Request<()>) -> Arc<RequestInfo> {
        self.record(head)
    }

    /// Returns the response of a service that has not begun to run.
    pub(crate) fn run<Inner>(&self, info: Arc<RequestInfo>, inner: Inner) -> ErrorFuture<Inner, F> {
        let make_error = run_for(&info, || self.make_error.clone()).ok();
        let is_head = info.method == Method::HEAD;
        ErrorFuture { inner: Some(inner), make_error, info, is_head }
    }

    #[cfg(feature = "salvo")]
    pub(crate) fn keeps_text(&self) -> bool {
        self.keep_text
    }
}
