//! The parts of a response that are in the table or in the context, and do not depend on the value.

use bytes::Bytes;
use httperr_registry::table_format::{BodyKind, Flags, Reader};

use super::headers::{set_field, HeaderWriter, MediaType, Value};
use super::json;
use crate::case::read_header;
use crate::context::Context;

/// The body of a response that could not be rendered.
pub(crate) const INTERNAL_SERVER_ERROR: &[u8] =
    br#"{"title":"Internal Server Error","status":500}"#;

/// Sets the media type and the constant headers. Returns the rest of the entry, from its body on.
// It has two callers, each of which runs once per response.
#[allow(clippy::inline_always)]
#[inline(always)]
pub(super) fn write_headers(
    mut entry: Reader<'static>,
    flags: Flags,
    fields: &mut dyn HeaderWriter,
) -> Reader<'static> {
    if let Some(media_type) = default_media_type(flags.body()) {
        fields.set_content_type(media_type);
    }
    match entry.number() {
        0 => entry,
        count => write_declared_headers(entry, count, fields),
    }
}

pub(crate) fn default_media_type(body: BodyKind) -> Option<MediaType> {
    match body {
        BodyKind::Problem => Some(MediaType::Problem),
        BodyKind::Json => Some(MediaType::Json),
        BodyKind::Text => Some(MediaType::Text),
        BodyKind::Empty | BodyKind::Custom => None,
    }
}

fn write_declared_headers(
    mut entry: Reader<'static>,
    count: usize,
    fields: &mut dyn HeaderWriter,
) -> Reader<'static> {
    for _ in 0..count {
        if let Some((name, value)) = read_header(&mut entry) {
            set_field(name, Value::Literal(value), fields);
        }
    }
    entry
}

/// Returns a constant body, with the members of the context if it is a problem document.
#[inline]
pub(super) fn body(bytes: &'static [u8], flags: Flags, context: &Context<'_>) -> Bytes {
    match takes_context(flags, context) {
        true => body_in_context(bytes, context),
        false => Bytes::from_static(bytes),
    }
}

fn body_in_context(bytes: &[u8], context: &Context<'_>) -> Bytes {
    let mut body = bytes.to_vec();
    append_context(&mut body, context, Present::default());
    body.into()
}

#[inline]
pub(super) fn takes_context(flags: Flags, context: &Context<'_>) -> bool {
    flags.has_body(BodyKind::Problem) && !context.is_empty_in_body()
}

/// The members of the context that a document has already.
#[derive(Clone, Copy, Default)]
pub(crate) struct Present {
    pub(crate) instance: bool,
    pub(crate) request_id: bool,
}

/// Appends the members of the context to a complete problem document.
pub(super) fn append_context(body: &mut Vec<u8>, context: &Context<'_>, present: Present) {
    if body.last() == Some(&b'}') {
        body.pop();
    }
    if let (Some(instance), false) = (&context.instance, present.instance) {
        json::write_name(body, "instance");
        json::write_string(body, instance);
    }
    if let (Some(id), false) = (&context.request_id, present.request_id) {
        json::write_name(body, "request_id");
        json::write_string(body, id);
    }
    body.push(b'}');
}
