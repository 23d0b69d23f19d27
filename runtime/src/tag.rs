//! Facts about a case that are not sent.

use httperr_registry::table_format::{self, Reader, GRPC_TAG};

/// The value of a tag, which `#[http(tag(name = value))]` declares.
///
/// Returned by [`Case::tag`](crate::Case::tag) and [`Case::tags`](crate::Case::tags). It compares equal
/// to a string, an integer or a boolean.
///
/// ```
/// use httperr::Tag;
///
/// assert_eq!(Tag::Str("db"), "db");
/// assert_eq!(Tag::Int(3).as_i64(), Some(3));
/// assert_eq!(Tag::Bool(true).as_str(), None);
/// assert_eq!(Tag::Bool(true).to_string(), "true");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tag {
    /// A string.
    Str(&'static str),
    /// An integer.
    Int(i64),
    /// A boolean.
    Bool(bool),
}

impl Tag {
    /// Returns the string, or [`None`] for a value of another type.
    #[must_use]
    pub const fn as_str(self) -> Option<&'static str> {
        match self {
            Tag::Str(text) => Some(text),
            Tag::Int(_) | Tag::Bool(_) => None,
        }
    }

    /// Returns the integer, or [`None`] for a value of another type.
    #[must_use]
    pub const fn as_i64(self) -> Option<i64> {
        match self {
            Tag::Int(integer) => Some(integer),
            Tag::Str(_) | Tag::Bool(_) => None,
        }
    }

    /// Returns the boolean, or [`None`] for a value of another type.
    #[must_use]
    pub const fn as_bool(self) -> Option<bool> {
        match self {
            Tag::Bool(value) => Some(value),
            Tag::Str(_) | Tag::Int(_) => None,
        }
    }
}

/// Writes the value as it is, without quotes.
impl core::fmt::Display for Tag {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Tag::Str(text) => f.pad(text),
            Tag::Int(integer) => integer.fmt(f),
            Tag::Bool(value) => value.fmt(f),
        }
    }
}

impl PartialEq<str> for Tag {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<&str> for Tag {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl PartialEq<i64> for Tag {
    fn eq(&self, other: &i64) -> bool {
        self.as_i64() == Some(*other)
    }
}

impl PartialEq<bool> for Tag {
    fn eq(&self, other: &bool) -> bool {
        self.as_bool() == Some(*other)
    }
}

/// An iterator over the tags of a case.
///
/// Returned by [`Case::tags`](crate::Case::tags).
#[derive(Clone, Debug)]
pub struct Tags {
    pub(crate) entry: Reader<'static>,
    pub(crate) left: usize,
}

impl Iterator for Tags {
    type Item = (&'static str, Tag);

    fn next(&mut self) -> Option<Self::Item> {
        let (name, value) = loop {
            self.left = self.left.checked_sub(1)?;
            let tag = self.entry.tag();
            if tag.0 != GRPC_TAG.as_bytes() {
                break tag;
            }
        };
        let value = match value {
            table_format::Tag::Text(text) => Tag::Str(core::str::from_utf8(text).ok()?),
            table_format::Tag::Integer(integer) => Tag::Int(integer),
            table_format::Tag::Bool(value) => Tag::Bool(value),
        };
        Some((core::str::from_utf8(name).ok()?, value))
    }
}
