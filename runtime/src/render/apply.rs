//! Writing a response into one that exists already.

use bytes::Bytes;
use http::header::{HeaderName, SET_COOKIE, VARY};
use http::Response;
use httperr_registry::describes_content;

/// Replaces the status and the body. The fields that describe the replaced body are removed, and those
/// of the same name replaced, except for the two that several layers write in turn.
pub(crate) fn apply<B: From<Bytes>>(rendered: Response<Bytes>, response: &mut Response<B>) {
    let (rendered, body) = rendered.into_parts();
    let code = rendered.status.as_u16();
    let is_added = |name: &HeaderName| name == VARY || name == SET_COOKIE;
    let is_replaced = |name: &HeaderName| {
        describes_content(code, name.as_str())
            || rendered.headers.contains_key(name) && !is_added(name)
    };
    let fields = response.headers_mut();
    let replaced: Vec<HeaderName> =
        fields.keys().filter(|name| is_replaced(name)).cloned().collect();
    for name in replaced {
        fields.remove(name);
    }
    for (name, value) in &rendered.headers {
        fields.append(name.clone(), value.clone());
    }
    *response.status_mut() = rendered.status;
    response.extensions_mut().extend(rendered.extensions);
    *response.body_mut() = body.into();
}
