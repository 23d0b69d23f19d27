//! `header(NAME = value)` for a value of any supported type.
//!
//! A value and an `Option` of it, `Display` and `HeaderValue`: each is a trait of its own, since one
//! trait cannot be implemented for all of them. Method resolution by autoref picks the one that fits
//! the type, and [`Unsupported`], which carries the error message, if none does.

// `&Option<&T>` is the type of a reference to an expression of the user's.
#![allow(missing_docs, clippy::ref_option_ref)]

use std::fmt::{Display, Write as _};

use http::{HeaderName, HeaderValue};

use crate::constants::FIELD_NAMES;
use crate::render::decimal::{Decimal, Integer};
use crate::render::headers::{Name, Value};
use crate::ResponseParts;

/// The name of a header field in generated code.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used as a header name",
    label = "not a header name",
    note = "a header name is a constant of `http::header`, a `HeaderName`, or a string"
)]
pub trait HeaderNameSource {
    #[doc(hidden)]
    fn write(&self, text: HeaderText<'_>, parts: &mut ResponseParts<'_>);

    #[doc(hidden)]
    fn to_http(&self) -> Option<HeaderName>;
}

/// The value of a header field, with its type erased.
#[derive(Clone, Copy)]
pub enum HeaderText<'a> {
    Display(&'a dyn Display),
    Value(&'a HeaderValue),
    Integer(&'a Decimal),
    /// The field is left out.
    None,
}

impl HeaderText<'_> {
    fn write_as(self, name: Name<'_>, parts: &mut ResponseParts<'_>) {
        match self {
            HeaderText::Display(value) => parts.0.write_header_text(name, value),
            HeaderText::Value(value) => {
                parts.0.write_header(name, Some(Value::Valid(value.clone())));
            }
            HeaderText::Integer(value) => {
                parts.0.write_header(name, Some(Value::Dynamic(value.as_bytes())));
            }
            HeaderText::None => parts.0.omit_header(name),
        }
    }
}

/// A registered field, by its index in [`registry::FIELDS`](crate::registry::FIELDS).
#[derive(Clone, Copy, Debug)]
pub struct Registered(pub usize);

/// A field that is not registered, whose name the macro has validated.
#[derive(Clone, Copy, Debug)]
pub struct Literal(pub &'static str);

impl HeaderNameSource for Registered {
    fn write(&self, text: HeaderText<'_>, parts: &mut ResponseParts<'_>) {
        if let Some(name) = FIELD_NAMES.get(self.0) {
            text.write_as(Name::Registered(name), parts);
        }
    }

    fn to_http(&self) -> Option<HeaderName> {
        FIELD_NAMES.get(self.0).cloned()
    }
}

impl HeaderNameSource for Literal {
    fn write(&self, text: HeaderText<'_>, parts: &mut ResponseParts<'_>) {
        text.write_as(Name::Literal(self.0), parts);
    }

    fn to_http(&self) -> Option<HeaderName> {
        Name::Literal(self.0).to_http()
    }
}

impl HeaderNameSource for &str {
    fn write(&self, text: HeaderText<'_>, parts: &mut ResponseParts<'_>) {
        text.write_as(Name::Dynamic(self), parts);
    }

    fn to_http(&self) -> Option<HeaderName> {
        Name::Dynamic(self).to_http()
    }
}

impl HeaderNameSource for HeaderName {
    fn write(&self, text: HeaderText<'_>, parts: &mut ResponseParts<'_>) {
        text.write_as(Name::User(self), parts);
    }

    fn to_http(&self) -> Option<HeaderName> {
        Some(self.clone())
    }
}

/// The name of a field that an envelope adds to the response of an inner error. The flag is set for a
/// field of the enum, which does not replace one of the inner error.
#[derive(Debug)]
pub struct OfEnvelope<'a, N: ?Sized>(pub &'a N, pub bool);

impl<N: HeaderNameSource + ?Sized> HeaderNameSource for OfEnvelope<'_, N> {
    fn write(&self, text: HeaderText<'_>, parts: &mut ResponseParts<'_>) {
        let value = match text {
            HeaderText::Display(value) => {
                let mut text = String::new();
                let is_complete = write!(text, "{value}").is_ok();
                is_complete.then(|| HeaderValue::try_from(text).ok()).flatten()
            }
            HeaderText::Value(value) => Some(value.clone()),
            HeaderText::Integer(value) => value.to_value(),
            HeaderText::None => {
                if let Some(name) = self.to_http() {
                    parts.0.add_envelope_header(name, None, self.1);
                }
                return;
            }
        };
        match (self.to_http(), value) {
            (Some(name), Some(value)) => parts.0.add_envelope_header(name, Some(value), self.1),
            _ => parts.0.log_header(Name::Dynamic("a header")),
        }
    }

    fn to_http(&self) -> Option<HeaderName> {
        self.0.to_http()
    }
}

/// A reference to the user's value, on which the methods of the traits below are called.
#[derive(Debug)]
pub struct Probe<T>(pub T);

/// An inherent method precedes those of the traits, and this one exists for integers only.
impl<T: Integer> Probe<&T> {
    pub fn __httperr_write<N: HeaderNameSource + ?Sized>(
        self,
        parts: &mut ResponseParts<'_>,
        name: &N,
    ) {
        name.write(HeaderText::Integer(&Decimal::new(*self.0)), parts);
    }
}

pub trait ByDisplay {
    fn __httperr_write<N: HeaderNameSource + ?Sized>(self, parts: &mut ResponseParts<'_>, name: &N);
}

impl<T: Display + ?Sized> ByDisplay for Probe<&T> {
    fn __httperr_write<N: HeaderNameSource + ?Sized>(
        self,
        parts: &mut ResponseParts<'_>,
        name: &N,
    ) {
        name.write(HeaderText::Display(&self.0), parts);
    }
}

pub trait ByOption {
    fn __httperr_write<N: HeaderNameSource + ?Sized>(self, parts: &mut ResponseParts<'_>, name: &N);
}

impl<T: Display> ByOption for Probe<&Option<T>> {
    fn __httperr_write<N: HeaderNameSource + ?Sized>(
        self,
        parts: &mut ResponseParts<'_>,
        name: &N,
    ) {
        let text = self.0.as_ref().map_or(HeaderText::None, |value| HeaderText::Display(value));
        name.write(text, parts);
    }
}

impl<T: Display> ByOption for Probe<&&Option<T>> {
    fn __httperr_write<N: HeaderNameSource + ?Sized>(
        self,
        parts: &mut ResponseParts<'_>,
        name: &N,
    ) {
        Probe(*self.0).__httperr_write(parts, name);
    }
}

pub trait ByValue {
    fn __httperr_write<N: HeaderNameSource + ?Sized>(self, parts: &mut ResponseParts<'_>, name: &N);
}

impl ByValue for Probe<&HeaderValue> {
    fn __httperr_write<N: HeaderNameSource + ?Sized>(
        self,
        parts: &mut ResponseParts<'_>,
        name: &N,
    ) {
        name.write(HeaderText::Value(self.0), parts);
    }
}

impl ByValue for Probe<&&HeaderValue> {
    fn __httperr_write<N: HeaderNameSource + ?Sized>(
        self,
        parts: &mut ResponseParts<'_>,
        name: &N,
    ) {
        Probe(*self.0).__httperr_write(parts, name);
    }
}

impl ByValue for Probe<&Option<HeaderValue>> {
    fn __httperr_write<N: HeaderNameSource + ?Sized>(
        self,
        parts: &mut ResponseParts<'_>,
        name: &N,
    ) {
        Probe(&self.0.as_ref()).__httperr_write(parts, name);
    }
}

impl ByValue for Probe<&Option<&HeaderValue>> {
    fn __httperr_write<N: HeaderNameSource + ?Sized>(
        self,
        parts: &mut ResponseParts<'_>,
        name: &N,
    ) {
        name.write(self.0.map_or(HeaderText::None, HeaderText::Value), parts);
    }
}

/// Reports a value of any other type.
pub trait Unsupported<T: ?Sized> {
    fn __httperr_write<N: HeaderNameSource + ?Sized>(
        &self,
        parts: &mut ResponseParts<'_>,
        name: &N,
    ) where
        T: HeaderValueSource;
}

impl<T: ?Sized> Unsupported<T> for Probe<&T> {
    fn __httperr_write<N: HeaderNameSource + ?Sized>(&self, _: &mut ResponseParts<'_>, _: &N)
    where
        T: HeaderValueSource,
    {
    }
}

/// Never implemented: it only carries the message.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used as a header value",
    label = "not a header value",
    note = "a header value is any type that implements `Display`, a `HeaderValue`, or an `Option` of these, where `None` omits the header"
)]
pub trait HeaderValueSource {}
