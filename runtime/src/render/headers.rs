//! Writing header fields, in the header type of each framework.

use std::fmt;

use bytes::Bytes;
use http::header::{HeaderMap, IntoHeaderName, CONTENT_TYPE};
use http::{HeaderName, HeaderValue};
use httperr_registry::{limits, Cardinality, FIELDS};

use crate::problem::Problem;

/// Returns whether a field can have the value: it contains no control characters except tabs
/// (RFC 9110, section 5.5).
#[cfg(feature = "rocket")]
pub(crate) fn is_valid_value(value: &[u8]) -> bool {
    value.iter().all(|byte| matches!(byte, b'\t' | b' '..=b'~' | 0x80..))
}

/// The name of a header field, before its conversion to the type of a framework.
#[derive(Clone, Copy)]
pub(crate) enum Name<'a> {
    /// In the registry.
    Registered(&'static HeaderName),
    /// A literal of the declaration: valid and in lower case.
    Literal(&'static str),
    /// A constant of the user's.
    User(&'a HeaderName),
    /// A string from run time, which may be invalid.
    Dynamic(&'a str),
}

impl Name<'_> {
    pub(crate) fn is_content_type(self) -> bool {
        match self {
            Name::Registered(name) | Name::User(name) => *name == CONTENT_TYPE,
            Name::Literal(name) | Name::Dynamic(name) => name.eq_ignore_ascii_case("content-type"),
        }
    }

    /// Returns whether a response may set the field: it does not frame the message, which is up to
    /// the server (RFC 9112, section 6), and is not too long. The macro has validated the names of a
    /// declaration.
    #[inline]
    pub(crate) fn is_settable(self) -> bool {
        match self {
            Name::Registered(_) | Name::Literal(_) => true,
            Name::User(_) | Name::Dynamic(_) => {
                let mut framing =
                    FIELDS.iter().filter(|row| row.cardinality == Cardinality::Framing);
                self.is_short() && !framing.any(|row| row.name.eq_ignore_ascii_case(self.as_str()))
            }
        }
    }

    pub(crate) fn is_short(self) -> bool {
        self.as_str().len() <= limits::HEADER_NAME
    }

    pub(crate) fn as_str(&self) -> &str {
        match self {
            Name::Registered(name) | Name::User(name) => name.as_str(),
            Name::Literal(name) | Name::Dynamic(name) => name,
        }
    }

    pub(crate) fn to_http(self) -> Option<HeaderName> {
        match self {
            Name::Registered(name) | Name::User(name) => Some(name.clone()),
            Name::Literal(name) => Some(HeaderName::from_static(name)),
            Name::Dynamic(name) => HeaderName::from_bytes(name.as_bytes()).ok(),
        }
    }
}

/// The value of a header field, before its conversion to the type of a framework.
pub(crate) enum Value<'a> {
    /// A literal of the declaration.
    Literal(&'static [u8]),
    Valid(HeaderValue),
    /// Bytes from run time, which may be invalid.
    Dynamic(&'a [u8]),
}

impl Value<'_> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Value::Literal(bytes) | Value::Dynamic(bytes) => bytes.len(),
            Value::Valid(value) => value.len(),
        }
    }

    pub(crate) fn into_http(self) -> Option<HeaderValue> {
        match self {
            // Unlike `from_static`, this does not panic.
            Value::Literal(bytes) => HeaderValue::from_maybe_shared(Bytes::from_static(bytes)).ok(),
            Value::Valid(value) => Some(value),
            Value::Dynamic(bytes) => HeaderValue::from_bytes(bytes).ok(),
        }
    }
}

/// The media types of the bodies that this crate renders.
#[derive(Clone, Copy)]
pub(crate) enum MediaType {
    Problem,
    Json,
    Text,
}

impl MediaType {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            MediaType::Problem => Problem::MEDIA_TYPE,
            MediaType::Json => "application/json",
            MediaType::Text => "text/plain; charset=utf-8",
        }
    }
}

/// The effect of setting a field that is present already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum IfPresent {
    Replace,
    AddLine,
}

/// The header fields of a response, in the header type of a framework.
pub(crate) trait HeaderWriter {
    /// Sets a field. Returns [`None`] if the name or the value is invalid.
    fn set(&mut self, name: Name<'_>, value: Value<'_>, if_present: IfPresent) -> Option<()>;
    fn set_content_type(&mut self, media_type: MediaType);
    fn contains(&self, name: &HeaderName) -> bool;
    /// Returns the lines of a field as one list.
    fn value(&self, name: &HeaderName) -> Option<String>;
    fn remove(&mut self, name: &HeaderName);
    fn clear(&mut self);
}

/// Returns the lines of a field as one list (RFC 9110, section 5.3).
pub(crate) fn join<'a>(mut lines: impl Iterator<Item = &'a [u8]>) -> Option<String> {
    let mut list = String::from_utf8_lossy(lines.next()?).into_owned();
    for line in lines {
        list.push_str(", ");
        list.push_str(&String::from_utf8_lossy(line));
    }
    Some(list)
}

impl HeaderWriter for HeaderMap {
    fn set(&mut self, name: Name<'_>, value: Value<'_>, if_present: IfPresent) -> Option<()> {
        let value = value.into_http()?;
        match name {
            Name::Registered(name) | Name::User(name) => set(self, name, value, if_present),
            _ => set(self, name.to_http()?, value, if_present),
        }
        Some(())
    }

    fn set_content_type(&mut self, media_type: MediaType) {
        const PROBLEM: HeaderValue = HeaderValue::from_static(MediaType::Problem.as_str());
        const JSON: HeaderValue = HeaderValue::from_static(MediaType::Json.as_str());
        const TEXT: HeaderValue = HeaderValue::from_static(MediaType::Text.as_str());
        self.insert(
            CONTENT_TYPE,
            match media_type {
                MediaType::Problem => PROBLEM,
                MediaType::Json => JSON,
                MediaType::Text => TEXT,
            },
        );
    }

    fn contains(&self, name: &HeaderName) -> bool {
        self.contains_key(name)
    }

    fn value(&self, name: &HeaderName) -> Option<String> {
        join(self.get_all(name).iter().map(HeaderValue::as_bytes))
    }

    fn remove(&mut self, name: &HeaderName) {
        HeaderMap::remove(self, name);
    }

    fn clear(&mut self) {
        HeaderMap::clear(self);
    }
}

fn set(
    fields: &mut HeaderMap,
    name: impl IntoHeaderName,
    value: HeaderValue,
    if_present: IfPresent,
) {
    match if_present {
        IfPresent::Replace => drop(fields.insert(name, value)),
        IfPresent::AddLine => drop(fields.append(name, value)),
    }
}

/// Sets a field unless a response must not set it. A declared `Content-Type` replaces the default one;
/// other fields may have several lines. Returns which of the two happened.
pub(crate) fn set_field(
    name: Name<'_>,
    value: Value<'_>,
    fields: &mut dyn HeaderWriter,
) -> Option<IfPresent> {
    if !name.is_settable() {
        return None;
    }
    let if_present = if name.is_content_type() { IfPresent::Replace } else { IfPresent::AddLine };
    fields.set(name, value, if_present).map(|()| if_present)
}

/// Formatted text, which is on the stack as long as it is as short as most header values are.
pub(crate) struct InlineBuf {
    inline: [u8; 48],
    len: usize,
    /// The whole text, once it does not fit into `inline`.
    heap: Vec<u8>,
}

impl Default for InlineBuf {
    fn default() -> Self {
        InlineBuf { inline: [0; 48], len: 0, heap: Vec::new() }
    }
}

impl InlineBuf {
    pub(crate) fn as_bytes(&self) -> &[u8] {
        match &self.heap[..] {
            [] => self.inline.get(..self.len).unwrap_or_default(),
            heap => heap,
        }
    }
}

impl fmt::Write for InlineBuf {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len + text.len();
        match self.inline.get_mut(self.len..end) {
            Some(room) if self.heap.is_empty() => {
                room.copy_from_slice(text.as_bytes());
                self.len = end;
            }
            _ => {
                if self.heap.is_empty() {
                    self.heap.extend_from_slice(&self.inline[..self.len]);
                }
                self.heap.extend_from_slice(text.as_bytes());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::InlineBuf;

    #[test]
    fn a_text_is_complete_whatever_its_length_and_pieces() {
        for pieces in [0, 1, 2, 5, 6, 7, 60] {
            let mut text = InlineBuf::default();
            let mut whole = String::new();
            for piece in 0..pieces {
                write!(text, "{piece:08}").unwrap();
                write!(whole, "{piece:08}").unwrap();
            }
            assert_eq!(text.as_bytes(), whole.as_bytes());
        }
    }
}
