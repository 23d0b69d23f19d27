//! The language of a response.

use http::header::{HeaderName, CONTENT_LANGUAGE};
use httperr_registry::table_format::Row;

use super::headers::{HeaderWriter, IfPresent, Name, Value};
use super::vary::add_vary;
use crate::case::Case;
use crate::context::Context;
use crate::negotiation;

static CONTENT_LANGUAGE_NAME: HeaderName = CONTENT_LANGUAGE;

/// The language of the texts of a response that could have others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Language {
    /// Its index among those of the declaration.
    pub(crate) index: u8,
    pub(crate) tag: &'static str,
}

/// Returns the row of a case for a request, and its language if there is a choice.
#[inline]
pub(super) fn row_for(case: Case, context: &Context<'_>) -> (Row, Option<Language>) {
    match &context.languages {
        None => (case.row(), None),
        Some(accepted) => choose(case, accepted),
    }
}

/// Returns the row of a case in the language that the value of an `Accept-Language` field prefers, and that
/// language: [`None`] if the case has the same texts in each. Only the languages that the case is
/// translated into are offered.
#[cold]
fn choose(case: Case, accepted: &str) -> (Row, Option<Language>) {
    let original = case.row();
    let mut translated = case.translated_rows().peekable();
    let (Some(tag), true) = (case.languages().next(), translated.peek().is_some()) else {
        return (original, None);
    };
    let offers: Vec<_> = std::iter::once((0, tag, original)).chain(translated).collect();
    let tags: Vec<&str> = offers.iter().map(|(_, tag, _)| *tag).collect();
    let chosen = negotiation::language(accepted, &tags).unwrap_or_default();
    match offers.get(chosen) {
        Some((index, tag, row)) => (*row, Some(Language { index: *index, tag })),
        None => (original, None),
    }
}

impl Language {
    /// Adds `Content-Language` (RFC 9110, section 8.5), unless the response has one already or no content,
    /// and adds the request field that it depends on to `Vary` (section 12.5.5).
    #[cold]
    pub(super) fn write_headers(self, has_content: bool, fields: &mut dyn HeaderWriter) {
        add_vary(fields, "accept-language");
        if has_content && !fields.contains(&CONTENT_LANGUAGE_NAME) {
            let value = Value::Literal(self.tag.as_bytes());
            fields.set(Name::Registered(&CONTENT_LANGUAGE_NAME), value, IfPresent::Replace);
        }
    }
}
