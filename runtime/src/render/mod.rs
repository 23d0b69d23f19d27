//! From an error to its response: the only place where status, headers and body come together.
//!
//! The response of a fully constant case is copied from the table. For any other, a [`ResponseParts`]
//! is passed to the error, and the [`Renderer`] inside it merges the parts that the error writes with
//! those of the table.

use std::borrow::Cow;

use bytes::Bytes;
use http::{Response, StatusCode};
use httperr_registry::table_format::{Flags, Row};

pub(crate) use self::apply::apply;
#[cfg(feature = "salvo")]
pub(crate) use self::apply::apply_fields;
use self::erased::ErrorRef;
use self::headers::HeaderWriter;
use self::renderer::{Goal, Renderer};
use crate::case::Case;
use crate::context::{self, Context};
use crate::events;
use crate::response_parts::ResponseParts;

mod apply;
mod body;
mod buffer;
pub(crate) mod constant;
pub(crate) mod decimal;
pub(crate) mod envelope;
mod enveloped;
pub(crate) mod erased;
pub(crate) mod headers;
pub(crate) mod json;
pub(crate) mod language;
mod members;
mod public_text;
#[cfg(feature = "tonic")]
pub(crate) mod public_view;
pub(crate) mod renderer;
mod status_name;
pub(crate) mod vary;

/// Renders a response with the types of the `http` crate and a framework's body type. If the context
/// is empty, that of the current request is used.
pub(crate) fn render<B: From<Bytes>>(
    error: ErrorRef<'_>,
    case: Case,
    context: &Context<'_>,
) -> Response<B> {
    #[cfg(feature = "tower")]
    return with_current_request(context, |context| render_with(error, case, context));
    #[cfg(not(feature = "tower"))]
    render_with(error, case, context)
}

/// Runs `render` with the context of the current request, if there is one and `context` is empty.
#[cfg(any(feature = "actix-web", feature = "tower"))]
#[inline]
pub(crate) fn with_current_request<R>(
    context: &Context<'_>,
    render: impl FnOnce(&Context<'_>) -> R,
) -> R {
    let request = match crate::current_request::is_set() && context.is_empty() {
        true => crate::current_request::get(),
        false => None,
    };
    let current;
    let context = match &request {
        Some(request) => {
            current = request.context();
            &current
        }
        None => context,
    };
    render(context)
}

fn render_with<B: From<Bytes>>(
    error: ErrorRef<'_>,
    mut case: Case,
    context: &Context<'_>,
) -> Response<B> {
    let (mut parts, ()) = Response::new(()).into_parts();
    let (status, body) = render_into(error, &mut case, context, &mut parts.headers);
    parts.status = status;
    #[cfg(feature = "tower")]
    parts.extensions.insert(crate::rendered::Rendered { case, status });
    // Converted before the parts are moved: otherwise they are copied twice.
    let body = B::from(body);
    Response::from_parts(parts, body)
}

/// Writes the headers of a response, and returns its status and body. Only an undecided case is replaced.
// Where it is called, the status and the body are not moved.
#[allow(clippy::inline_always)]
#[inline(always)]
pub(crate) fn render_into(
    error: ErrorRef<'_>,
    case: &mut Case,
    context: &Context<'_>,
    fields: &mut dyn HeaderWriter,
) -> (StatusCode, Bytes) {
    let row = case.row();
    match case.status() {
        // Only a manual implementation could write parts for such a case.
        Some(status)
            if row.flags.has(Flags::FULLY_CONSTANT) && case.is_derived() && context.is_empty() =>
        {
            let mut entry = constant::write_headers(case.entry_of(row), row.flags, fields);
            #[cfg(debug_assertions)]
            renderer::assert_detail_is_display(error, *case, row);
            events::log_response(error, *case, None, row.flags, status, context);
            (status, Bytes::from_static(entry.text()))
        }
        _ => render_parts(error, case, row, context, fields),
    }
}

/// Renders a response with parts from run time, or one that depends on the request.
// A function of its own: a constant response would save the registers that it needs.
#[inline(never)]
fn render_parts(
    error: ErrorRef<'_>,
    case: &mut Case,
    row: Row,
    context: &Context<'_>,
    fields: &mut dyn HeaderWriter,
) -> (StatusCode, Bytes) {
    let mut parts =
        ResponseParts(Renderer::new(error, case, row, Goal::Response, Some(fields), context));
    parts.0.begin();
    error.write_parts(&mut parts);
    let (status, mut body) = parts.0.finish(error);
    if context.is_negotiable() {
        parts.0.negotiate(&mut body);
    }
    (status, body)
}

/// Returns the status of a value whose declaration does not fix it.
pub(crate) fn status_of(error: ErrorRef<'_>) -> StatusCode {
    let mut case = error.find_case();
    let row = case.row();
    let renderer = Renderer::new(error, &mut case, row, Goal::Status, None, &context::EMPTY);
    let mut parts = ResponseParts(renderer);
    error.write_parts(&mut parts);
    parts.0.status_only()
}

/// Returns the public text of a value.
pub(crate) fn detail_of(error: ErrorRef<'_>) -> Option<Cow<'_, str>> {
    let mut case = error.find_case();
    if let Some(text) = case.detail() {
        return Some(text.into());
    }
    let row = case.row();
    let renderer = Renderer::new(error, &mut case, row, Goal::Detail, None, &context::EMPTY);
    let mut parts = ResponseParts(renderer);
    if parts.0.wants_parts() {
        error.write_parts(&mut parts);
    }
    parts.0.detail_only().map(Cow::Owned)
}
