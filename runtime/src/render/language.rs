//! The language of a response.

use http::header::{HeaderName, CONTENT_LANGUAGE};
use httperr_registry::table_format::Row;

use super::headers::{HeaderWriter, IfPresent, Name, Value};
use super::vary::add_vary;
use crate::case::Case;
use crate::negotiation;

static CONTENT_LANGUAGE_NAME: HeaderName = CONTENT_LANGUAGE;

/// Returns the row of a case in the language that the value of an `Accept-Language` field prefers, and the
/// index of that language: [`None`] if the case has the same texts in each. Only the languages that the case is
/// translated into are offered.
#[cold]
pub(super) fn choose(case: Case, accepted: &str) -> (Row, Option<u8>) {
    let original = case.row();
    let mut translated = case.translated_rows().peekable();
    let (Some(tag), true) = (case.languages().next(), translated.peek().is_some()) else {
        return (original, None);
    };
    let offers: Vec<_> = std::iter::once((0, tag, original)).chain(translated).collect();
    let tags: Vec<&str> = offers.iter().map(|(_, tag, _)| *tag).collect();
    let chosen = negotiation::language(accepted, &tags).unwrap_or_default();
    match offers.get(chosen) {
        Some((index, _, row)) => (*row, Some(*index)),
        None => (original, None),
    }
}

/// Adds `Content-Language` (RFC 9110, section 8.5), unless the response has one already or no content, and
/// adds the request field that it depends on to `Vary` (section 12.5.5).
pub(super) fn write_headers(tag: &'static str, has_content: bool, fields: &mut dyn HeaderWriter) {
    add_vary(fields, "accept-language");
    if has_content && !fields.contains(&CONTENT_LANGUAGE_NAME) {
        let value = Value::Literal(tag.as_bytes());
        fields.set(Name::Registered(&CONTENT_LANGUAGE_NAME), value, IfPresent::Replace);
    }
}
