//! Header fields in the frameworks' own types, each made once.

use std::fmt;

use bytes::Bytes;
use http::header::{HeaderMap, CONTENT_TYPE};
use http::{HeaderName, HeaderValue};
use httperr_registry::{limits, Cardinality, FIELDS};

/// Whether a field can have the value: no control characters but the tabulator (RFC 9110, section
/// 5.5).
#[cfg(feature = "rocket")]
pub(crate) fn is_sendable(value: &[u8]) -> bool {
    value.iter().all(|byte| matches!(byte, b'\t' | b' '..=b'~' | 0x80..))
}

/// The name of a header field, of which each framework makes its own type once.
#[derive(Clone, Copy)]
pub(crate) enum Name<'a> {
    /// One of the registry's.
    Known(&'static HeaderName),
    /// Another one of a declaration: in lower case, and one that a field can have.
    Static(&'static str),
    /// A constant of the user's.
    Made(&'a HeaderName),
    /// From run time: may be one that no field can have.
    Given(&'a str),
}

impl Name<'_> {
    pub(crate) fn is_content_type(self) -> bool {
        match self {
            Name::Known(name) | Name::Made(name) => *name == CONTENT_TYPE,
            Name::Static(name) | Name::Given(name) => name.eq_ignore_ascii_case("content-type"),
        }
    }

    /// Whether a response may set the field: not one that frames the message, which the server
    /// computes (RFC 9112, section 6), and none beyond the limit. The macro has checked the names of a
    /// declaration.
    #[inline]
    pub(crate) fn is_settable(self) -> bool {
        match self {
            Name::Known(_) | Name::Static(_) => true,
            Name::Made(_) | Name::Given(_) => {
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
            Name::Known(name) | Name::Made(name) => name.as_str(),
            Name::Static(name) | Name::Given(name) => name,
        }
    }

    /// The name of the `http` crate, unless no field can have it.
    pub(crate) fn read(self) -> Option<HeaderName> {
        match self {
            Name::Known(name) | Name::Made(name) => Some(name.clone()),
            Name::Static(name) => Some(HeaderName::from_static(name)),
            Name::Given(name) => HeaderName::from_bytes(name.as_bytes()).ok(),
        }
    }
}

/// The value of a header field.
pub(crate) enum Value<'a> {
    /// One of a declaration.
    Static(&'static [u8]),
    /// One that a field can have.
    Made(HeaderValue),
    /// From run time: may be one that no field can have.
    Given(&'a [u8]),
}

impl Value<'_> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Value::Static(bytes) | Value::Given(bytes) => bytes.len(),
            Value::Made(value) => value.len(),
        }
    }

    /// The value of the `http` crate, unless it has characters that no field can have (RFC 9110,
    /// section 5.5).
    pub(crate) fn read(self) -> Option<HeaderValue> {
        match self {
            // Unlike `from_static`, this does not panic.
            Value::Static(bytes) => HeaderValue::from_maybe_shared(Bytes::from_static(bytes)).ok(),
            Value::Made(value) => Some(value),
            Value::Given(bytes) => HeaderValue::from_bytes(bytes).ok(),
        }
    }
}

/// The media types of the bodies that this crate makes.
#[derive(Clone, Copy)]
pub(crate) enum Media {
    Problem,
    Json,
    Text,
}

impl Media {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Media::Problem => crate::Problem::MEDIA_TYPE,
            Media::Json => "application/json",
            Media::Text => "text/plain; charset=utf-8",
        }
    }
}

/// What becomes of the lines that a field has already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lines {
    Replace,
    Add,
}

/// The header fields of a response, in a framework's own type.
pub(crate) trait Fields {
    /// Sets a field, or adds a line to it; [`None`] if no field can have the name or the value.
    fn set(&mut self, name: Name<'_>, value: Value<'_>, lines: Lines) -> Option<()>;
    /// Sets `Content-Type`.
    fn set_media(&mut self, media: Media);
    /// Drops a field.
    fn remove(&mut self, name: &HeaderName);
    /// Drops all of them.
    fn clear(&mut self);
}

impl Fields for HeaderMap {
    fn set(&mut self, name: Name<'_>, value: Value<'_>, lines: Lines) -> Option<()> {
        let (name, value) = (name.read()?, value.read()?);
        match lines {
            Lines::Replace => drop(self.insert(name, value)),
            Lines::Add => drop(self.append(name, value)),
        }
        Some(())
    }

    fn set_media(&mut self, media: Media) {
        const PROBLEM: HeaderValue = HeaderValue::from_static(Media::Problem.as_str());
        const JSON: HeaderValue = HeaderValue::from_static(Media::Json.as_str());
        const TEXT: HeaderValue = HeaderValue::from_static(Media::Text.as_str());
        self.insert(
            CONTENT_TYPE,
            match media {
                Media::Problem => PROBLEM,
                Media::Json => JSON,
                Media::Text => TEXT,
            },
        );
    }

    fn remove(&mut self, name: &HeaderName) {
        HeaderMap::remove(self, name);
    }

    fn clear(&mut self) {
        HeaderMap::clear(self);
    }
}

/// A text that is on the stack as long as it is short, as the values of most headers are.
pub(crate) struct Short {
    bytes: [u8; 48],
    length: usize,
    /// All of it, once it is not short.
    long: Vec<u8>,
}

impl Default for Short {
    fn default() -> Self {
        Short { bytes: [0; 48], length: 0, long: Vec::new() }
    }
}

impl Short {
    pub(crate) fn as_bytes(&self) -> &[u8] {
        match &self.long[..] {
            [] => self.bytes.get(..self.length).unwrap_or_default(),
            long => long,
        }
    }
}

impl fmt::Write for Short {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        match self.bytes.get_mut(self.length..end) {
            Some(room) if self.long.is_empty() => {
                room.copy_from_slice(text.as_bytes());
                self.length = end;
            }
            _ => {
                if self.long.is_empty() {
                    self.long.extend_from_slice(&self.bytes[..self.length]);
                }
                self.long.extend_from_slice(text.as_bytes());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::Short;

    #[test]
    fn a_text_is_whole_however_long_and_in_whatever_pieces() {
        for pieces in [0, 1, 2, 5, 6, 7, 60] {
            let mut text = Short::default();
            let mut whole = String::new();
            for piece in 0..pieces {
                write!(text, "{piece:08}").unwrap();
                write!(whole, "{piece:08}").unwrap();
            }
            assert_eq!(text.as_bytes(), whole.as_bytes());
        }
    }
}
