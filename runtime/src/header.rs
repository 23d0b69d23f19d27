//! Header values from run-time data.

use std::fmt::{self, Display};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::{HeaderName, HeaderValue};

use crate::fields::{Name, Value};
use crate::private::FIELD_NAMES;
use crate::ResponseParts;

/// A delay for `Retry-After` (RFC 9110, section 10.2.3): whole seconds as any integer, a
/// [`Duration`] (rounded up), a [`SystemTime`] (sent as an HTTP date), or an [`Option`] of these.
///
/// ```
/// use std::time::Duration;
/// use httperr::HttpError;
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[error("too many requests")]
/// #[http(429, retry_after = wait)]
/// struct Limited {
///     wait: Duration,
/// }
///
/// let response = Limited { wait: Duration::from_millis(1_200) }.to_response();
/// assert_eq!(response.headers()["retry-after"], "2");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no delay for `Retry-After`",
    label = "no delay",
    note = "a delay is an integer of seconds, a `Duration`, a `SystemTime`, or an `Option` of these"
)]
pub trait RetryAfter {
    /// The value of the field; [`None`] where there is nothing to say.
    ///
    /// # Errors
    ///
    /// [`InvalidRetryAfter`] where the field has no form for the value: a number below zero, a time
    /// before 1970 or after 9999.
    fn header_value(&self) -> Option<Result<HeaderValue, InvalidRetryAfter>>;
}

/// A delay that `Retry-After` has no form for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidRetryAfter;

impl Display for InvalidRetryAfter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`Retry-After` takes whole seconds from 0 on, or a date from 1970 to 9999")
    }
}

impl std::error::Error for InvalidRetryAfter {}

macro_rules! seconds {
    ($($integer:ty)*) => {$(
        impl RetryAfter for $integer {
            fn header_value(&self) -> Option<Result<HeaderValue, InvalidRetryAfter>> {
                Some(u64::try_from(*self).map(HeaderValue::from).map_err(|_| InvalidRetryAfter))
            }
        }
    )*};
}

seconds!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

impl RetryAfter for Duration {
    fn header_value(&self) -> Option<Result<HeaderValue, InvalidRetryAfter>> {
        let begun = u64::from(self.subsec_nanos() > 0);
        self.as_secs().saturating_add(begun).header_value()
    }
}

impl RetryAfter for SystemTime {
    fn header_value(&self) -> Option<Result<HeaderValue, InvalidRetryAfter>> {
        /// The first second of the year 10000, which the form has no room for.
        const END: u64 = 253_402_300_800;
        let since = self.duration_since(UNIX_EPOCH).ok().filter(|since| since.as_secs() < END);
        let value = since.and_then(|_| HeaderValue::try_from(httpdate::fmt_http_date(*self)).ok());
        Some(value.ok_or(InvalidRetryAfter))
    }
}

impl<T: RetryAfter> RetryAfter for Option<T> {
    fn header_value(&self) -> Option<Result<HeaderValue, InvalidRetryAfter>> {
        self.as_ref()?.header_value()
    }
}

impl<T: RetryAfter + ?Sized> RetryAfter for &T {
    fn header_value(&self) -> Option<Result<HeaderValue, InvalidRetryAfter>> {
        (**self).header_value()
    }
}

/// What names a header field in generated code.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no name of a header",
    label = "no `HeaderName`",
    note = "the name of a header is a constant of `http::header`, a `HeaderName` of your own, or a string"
)]
pub trait FieldName {
    #[doc(hidden)]
    fn set(&self, value: Text<'_>, sink: &mut ResponseParts<'_>);
}

/// The value that goes with it.
#[derive(Clone, Copy)]
pub enum Text<'a> {
    /// Anything that can be written.
    Display(&'a dyn Display),
    /// A value of the `http` crate.
    Value(&'a HeaderValue),
    /// The field is left out.
    None,
}

impl Text<'_> {
    fn set(self, name: Name<'_>, sink: &mut ResponseParts<'_>) {
        match self {
            Text::Display(value) => sink.header_text(name, value),
            Text::Value(value) => sink.header_value(name, Some(Value::Made(value.clone()))),
            Text::None => sink.no_header(name),
        }
    }
}

/// A registered field, by its place among [`registry::FIELDS`](crate::registry::FIELDS).
#[derive(Clone, Copy, Debug)]
pub struct Registered(pub usize);

/// Another field, whose name the macro has checked.
#[derive(Clone, Copy, Debug)]
pub struct Named(pub &'static str);

impl FieldName for Registered {
    fn set(&self, value: Text<'_>, sink: &mut ResponseParts<'_>) {
        if let Some(name) = FIELD_NAMES.get(self.0) {
            value.set(Name::Known(name), sink);
        }
    }
}

impl FieldName for Named {
    fn set(&self, value: Text<'_>, sink: &mut ResponseParts<'_>) {
        value.set(Name::Static(self.0), sink);
    }
}

impl FieldName for &str {
    fn set(&self, value: Text<'_>, sink: &mut ResponseParts<'_>) {
        value.set(Name::Given(self), sink);
    }
}

impl FieldName for HeaderName {
    fn set(&self, value: Text<'_>, sink: &mut ResponseParts<'_>) {
        value.set(Name::Made(self), sink);
    }
}

/// `header(NAME = value)` for any value that can be one.
///
/// A value and an `Option` of it, `Display` and `HeaderValue`, each is a trait of its own, since
/// one trait for all cannot be: the compiler takes the one that fits the type, and [`given::Misfit`] where
/// none does.
// The traits differ in what they are for, not in what they do; `&Option<&T>` is what a reference to
// a user's expression is.
#[allow(missing_docs, clippy::ref_option_ref)]
pub mod given {
    use super::{Display, FieldName, HeaderValue, Text};
    pub use super::{Named, Registered};
    use crate::ResponseParts;

    /// A reference to a value of the user's.
    #[derive(Debug)]
    pub struct Given<T>(pub T);

    /// Text.
    pub trait ByDisplay {
        fn __httperr_write<N: FieldName + ?Sized>(self, sink: &mut ResponseParts<'_>, name: &N);
    }

    impl<T: Display + ?Sized> ByDisplay for Given<&T> {
        fn __httperr_write<N: FieldName + ?Sized>(self, sink: &mut ResponseParts<'_>, name: &N) {
            name.set(Text::Display(&self.0), sink);
        }
    }

    /// Text, or nothing.
    pub trait ByOption {
        fn __httperr_write<N: FieldName + ?Sized>(self, sink: &mut ResponseParts<'_>, name: &N);
    }

    impl<T: Display> ByOption for Given<&Option<T>> {
        fn __httperr_write<N: FieldName + ?Sized>(self, sink: &mut ResponseParts<'_>, name: &N) {
            name.set(self.0.as_ref().map_or(Text::None, |value| Text::Display(value)), sink);
        }
    }

    impl<T: Display> ByOption for Given<&&Option<T>> {
        fn __httperr_write<N: FieldName + ?Sized>(self, sink: &mut ResponseParts<'_>, name: &N) {
            Given(*self.0).__httperr_write(sink, name);
        }
    }

    /// A value of the `http` crate, or nothing.
    pub trait ByValue {
        fn __httperr_write<N: FieldName + ?Sized>(self, sink: &mut ResponseParts<'_>, name: &N);
    }

    impl ByValue for Given<&HeaderValue> {
        fn __httperr_write<N: FieldName + ?Sized>(self, sink: &mut ResponseParts<'_>, name: &N) {
            name.set(Text::Value(self.0), sink);
        }
    }

    impl ByValue for Given<&&HeaderValue> {
        fn __httperr_write<N: FieldName + ?Sized>(self, sink: &mut ResponseParts<'_>, name: &N) {
            Given(*self.0).__httperr_write(sink, name);
        }
    }

    impl ByValue for Given<&Option<HeaderValue>> {
        fn __httperr_write<N: FieldName + ?Sized>(self, sink: &mut ResponseParts<'_>, name: &N) {
            Given(&self.0.as_ref()).__httperr_write(sink, name);
        }
    }

    impl ByValue for Given<&Option<&HeaderValue>> {
        fn __httperr_write<N: FieldName + ?Sized>(self, sink: &mut ResponseParts<'_>, name: &N) {
            name.set(self.0.map_or(Text::None, Text::Value), sink);
        }
    }

    /// Everything else, which makes the compiler say what fits.
    pub trait Misfit<T: ?Sized> {
        fn __httperr_write<N: FieldName + ?Sized>(&self, sink: &mut ResponseParts<'_>, name: &N)
        where
            T: InHeader;
    }

    impl<T: ?Sized> Misfit<T> for Given<&T> {
        fn __httperr_write<N: FieldName + ?Sized>(&self, _: &mut ResponseParts<'_>, _: &N)
        where
            T: InHeader,
        {
        }
    }

    /// No type is: this only carries the message.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the value of a header",
        label = "no value of a header",
        note = "a value is anything that is `Display`, a `HeaderValue`, or an `Option` of these, where `None` leaves the header out"
    )]
    pub trait InHeader {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(delay: &impl RetryAfter) -> Option<String> {
        let value = delay.header_value()?.ok()?;
        Some(value.to_str().unwrap().to_owned())
    }

    #[test]
    fn a_begun_second_counts() {
        assert_eq!(text(&Duration::from_nanos(1)).as_deref(), Some("1"));
        assert_eq!(text(&Duration::ZERO).as_deref(), Some("0"));
        assert_eq!(text(&Duration::MAX).as_deref(), Some("18446744073709551615"));
    }

    #[test]
    fn a_time_is_an_http_date() {
        let time = UNIX_EPOCH + Duration::from_secs(784_111_777);
        assert_eq!(text(&time).as_deref(), Some("Sun, 06 Nov 1994 08:49:37 GMT"));
    }

    #[test]
    fn what_the_field_has_no_form_for_is_an_error_and_no_panic() {
        let before = UNIX_EPOCH - Duration::from_secs(1);
        let after = UNIX_EPOCH + Duration::from_secs(253_402_300_800);
        assert_eq!(before.header_value(), Some(Err(InvalidRetryAfter)));
        assert_eq!(after.header_value(), Some(Err(InvalidRetryAfter)));
        assert_eq!((-1_i32).header_value(), Some(Err(InvalidRetryAfter)));
        assert_eq!(None::<u8>.header_value(), None);
    }
}
