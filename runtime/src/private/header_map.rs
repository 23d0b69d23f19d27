//! `headers = expr`: pairs of name and value.

#![allow(missing_docs)]

use std::borrow::Cow;

use http::{HeaderName, HeaderValue};

use crate::render::headers::{Name, Value};
use crate::ResponseParts;

/// Writes each pair as a header.
pub fn write<P: HeaderPair>(pairs: impl IntoIterator<Item = P>, parts: &mut ResponseParts<'_>) {
    for pair in pairs {
        pair.write(parts);
    }
}

/// A pair of name and value.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used as a header",
    label = "not a pair of name and value",
    note = "`headers` takes a `&HeaderMap`, or an iterator of pairs whose name is a `HeaderName` or a string, and whose value is a `HeaderValue` or a string"
)]
pub trait HeaderPair {
    #[doc(hidden)]
    fn write(&self, parts: &mut ResponseParts<'_>);
}

impl<N: AsRef<str>, V: HeaderBytes> HeaderPair for (N, V) {
    fn write(&self, parts: &mut ResponseParts<'_>) {
        let value = Value::Dynamic(self.1.header_bytes());
        parts.0.write_header(Name::Dynamic(self.0.as_ref()), Some(value));
    }
}

impl<P: HeaderPair> HeaderPair for &P {
    fn write(&self, parts: &mut ResponseParts<'_>) {
        P::write(self, parts);
    }
}

/// The value of a header.
pub trait HeaderBytes {
    #[doc(hidden)]
    fn header_bytes(&self) -> &[u8];
}

impl HeaderBytes for HeaderValue {
    fn header_bytes(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl HeaderBytes for str {
    fn header_bytes(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl HeaderBytes for String {
    fn header_bytes(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl HeaderBytes for Cow<'_, str> {
    fn header_bytes(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl HeaderBytes for HeaderName {
    fn header_bytes(&self) -> &[u8] {
        self.as_str().as_bytes()
    }
}

impl<V: HeaderBytes + ?Sized> HeaderBytes for &V {
    fn header_bytes(&self) -> &[u8] {
        V::header_bytes(self)
    }
}
