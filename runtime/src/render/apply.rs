//! Writing a response into one that exists already.

use bytes::Bytes;
use http::header::{HeaderMap, HeaderName, SET_COOKIE, VARY};
use http::{Response, StatusCode};
use httperr_registry::describes_content;

/// Replaces the status and the body, and the fields as [`apply_fields`] does.
pub(crate) fn apply<B: From<Bytes>>(rendered: Response<Bytes>, response: &mut Response<B>) {
    let (rendered, body) = rendered.into_parts();
    apply_fields(rendered.status, &rendered.headers, response.headers_mut());
    *response.status_mut() = rendered.status;
    response.extensions_mut().extend(rendered.extensions);
    *response.body_mut() = body.into();
}

/// Adds the fields of a rendered response. The fields that describe the replaced body are removed, and
/// those of the same name replaced, except for the two that several layers write in turn.
pub(crate) fn apply_fields(status: StatusCode, rendered: &HeaderMap, fields: &mut HeaderMap) {
    let is_added = |name: &HeaderName| name == VARY || name == SET_COOKIE;
    let is_replaced = |name: &HeaderName| {
        describes_content(status.as_u16(), name.as_str())
            || rendered.contains_key(name) && !is_added(name)
    };
    let replaced: Vec<HeaderName> =
        fields.keys().filter(|name| is_replaced(name)).cloned().collect();
    for name in replaced {
        fields.remove(name);
    }
    for (name, value) in rendered {
        fields.append(name.clone(), value.clone());
    }
}
