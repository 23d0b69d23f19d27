//! The last step of a response: its body in the format and the language of the client.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::{
    CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderName, StatusCode};
use httperr_registry::{allows_content, describes_content, is_simplified_chinese};

use super::document::{Document, Value};
use super::preferences::media_type_or_alias;
use super::translate::{translate, Translated};
use super::{html, text, xml, Format, Negotiation};
use crate::case::Case;
use crate::constants::FIELD_NAMES;
use crate::context::Context;
use crate::pages::words::{Words, CHINESE, ENGLISH};
use crate::problem::Problem;
use crate::render::headers::{HeaderWriter, IfPresent, Name, Value as FieldValue};
use crate::render::json;
use crate::render::vary::add_vary;

static CONTENT_TYPE_NAME: HeaderName = CONTENT_TYPE;
static CONTENT_LANGUAGE_NAME: HeaderName = CONTENT_LANGUAGE;

/// A rendered response, without its body.
pub(crate) struct Rendered<'a> {
    pub(crate) case: Case,
    pub(crate) status: StatusCode,
    pub(crate) title: &'static str,
    /// The public text. It may be absent from a response in which no format can replace another.
    pub(crate) detail: Option<String>,
    pub(crate) context: &'a Context<'a>,
    pub(crate) fields: &'a mut dyn HeaderWriter,
}

/// Replaces the body of a rendered response, and the fields that describe it.
#[cold]
pub(crate) fn negotiate(mut rendered: Rendered<'_>, body: &mut Bytes) {
    if !allows_content(rendered.status.as_u16()) {
        return;
    }
    let media_type = rendered.fields.value(&CONTENT_TYPE_NAME).unwrap_or_default();
    let replaced = match is_type(&media_type, Problem::MEDIA_TYPE) {
        true => rendered.problem(body),
        false => rendered.envelope(&media_type, body),
    };
    if let Some(replaced) = replaced {
        *body = replaced.into();
    }
}

impl Rendered<'_> {
    /// Returns what replaces a problem document, or [`None`] if it is sent as it is.
    fn problem(&mut self, body: &[u8]) -> Option<Vec<u8>> {
        let offered: Vec<Format> = self.offered().of_problem().collect();
        let names = offered.iter().map(|format| format.names());
        let preferred = self.preferred(names).and_then(|index| offered.get(index));
        let format = preferred.copied().unwrap_or(Format::Json);
        // To parse the document costs most of a negotiation.
        if format == Format::Json && self.context.translation.is_none() {
            self.depend_on_accept(&offered);
            return None;
        }
        let mut document = Document::parse(body, self.status)?;
        let translated = self.translate(&mut document, body);
        self.depend_on_accept(&offered);
        match format {
            Format::Json if !translated => None,
            Format::Json => {
                self.remove_content_fields();
                Some(document.to_json(body))
            }
            format => Some(self.write(&document, format)),
        }
    }

    /// Returns what replaces a body in a format of the application, or [`None`] if it is sent as it is.
    fn envelope(&mut self, media_type: &str, body: &[u8]) -> Option<Vec<u8>> {
        let own = media_type.split(';').next().unwrap_or_default().trim();
        let offered: Vec<Format> =
            self.offered().of_envelope().filter(|format| !format.names().contains(&own)).collect();
        if offered.is_empty() {
            return None;
        }
        add_vary(self.fields, "accept");
        let own = [own];
        // Without content there is nothing that a client could refuse.
        let own: &[&str] = if own == [""] { &["application/json"] } else { &own };
        let names = offered.iter().map(|format| format.names());
        let index = self.preferred(std::iter::once(own).chain(names))?;
        let format = *offered.get(index.checked_sub(1)?)?;
        let mut document = Document {
            status: self.status,
            type_uri: None,
            title: Some(self.title.into()),
            detail: self.detail.take().map(Cow::Owned),
            instance: None,
            members: Vec::new(),
        };
        if let Some(code) = self.case.code().filter(|code| contains_string(body, code)) {
            document.members.push(("code".to_owned(), Value::Text(code.to_owned())));
        }
        self.translate(&mut document, b"{}");
        Some(self.write(&document, format))
    }

    fn depend_on_accept(&mut self, offered: &[Format]) {
        if offered.len() > 1 {
            add_vary(self.fields, "accept");
        }
    }

    fn offered(&self) -> Negotiation {
        self.context.negotiation.unwrap_or_default()
    }

    fn preferred<'a>(&self, offered: impl Iterator<Item = &'a [&'a str]>) -> Option<usize> {
        media_type_or_alias(self.context.accept.as_deref()?, offered)
    }

    /// Returns whether the document has been changed.
    fn translate<'a>(&mut self, document: &mut Document<'a>, json: &[u8]) -> bool
    where
        Self: 'a,
    {
        let Some(hook) = self.context.translation else { return false };
        let accepted = self.context.languages.as_deref();
        let translated = translate(hook.0, accepted, document, self.case, json);
        let Some(Translated { language, is_changed, varies }) = translated else { return false };
        if varies {
            add_vary(self.fields, "accept-language");
        }
        // The declaration may have texts in several languages, of which it has set one.
        if is_changed || !self.fields.contains(&CONTENT_LANGUAGE) {
            set(self.fields, &CONTENT_LANGUAGE_NAME, FieldValue::Dynamic(language.as_bytes()));
        }
        is_changed
    }

    fn write(&mut self, document: &Document<'_>, format: Format) -> Vec<u8> {
        self.remove_content_fields();
        let content_type = FieldValue::Literal(format.content_type().as_bytes());
        set(self.fields, &CONTENT_TYPE_NAME, content_type);
        let language = self.fields.value(&CONTENT_LANGUAGE_NAME);
        let words = match language.as_deref().is_some_and(is_simplified_chinese) {
            true => &CHINESE,
            false => &ENGLISH,
        };
        match format {
            Format::Json => Vec::new(),
            Format::Xml => xml::write(document).into(),
            Format::Text => text::write(document, words).into(),
            Format::Html => {
                self.protect_page();
                page(document, words, language.as_deref()).into()
            }
        }
    }

    fn protect_page(&mut self) {
        static POLICY_NAME: HeaderName = CONTENT_SECURITY_POLICY;
        static SNIFFING_NAME: HeaderName = X_CONTENT_TYPE_OPTIONS;

        let policy = crate::pages::content_security_policy();
        set(self.fields, &POLICY_NAME, FieldValue::Dynamic(policy.as_bytes()));
        set(self.fields, &SNIFFING_NAME, FieldValue::Literal(b"nosniff"));
    }

    /// Removes the fields that describe the replaced content, except for its language.
    fn remove_content_fields(&mut self) {
        let code = self.status.as_u16();
        let is_kept = |name: &HeaderName| *name == CONTENT_TYPE || *name == CONTENT_LANGUAGE;
        for name in FIELD_NAMES.iter().filter(|name| describes_content(code, name.as_str())) {
            if !is_kept(name) && self.fields.contains(name) {
                self.fields.remove(name);
            }
        }
    }
}

fn page(document: &Document<'_>, words: &Words, language: Option<&str>) -> String {
    html::write(document, words, language.unwrap_or(words.language))
}

fn is_type(content_type: &str, media_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case(media_type)
}

/// Returns whether a body contains a text as a JSON string.
fn contains_string(body: &[u8], text: &str) -> bool {
    let mut string = Vec::new();
    json::write_string(&mut string, text);
    body.windows(string.len()).any(|window| window == string)
}

fn set(fields: &mut dyn HeaderWriter, name: &'static HeaderName, value: FieldValue<'_>) {
    // The value is valid, unless it is a language of a hook that is not a tag.
    let _ = fields.set(Name::Registered(name), value, IfPresent::Replace);
}
