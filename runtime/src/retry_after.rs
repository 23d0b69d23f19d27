//! The delay of `Retry-After`.

use std::fmt::{self, Display};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::HeaderValue;

use crate::render::decimal::Decimal;

/// A delay that can be sent in `Retry-After` (RFC 9110, section 10.2.3).
///
/// It is implemented for every integer type (whole seconds), [`Duration`] (rounded up to whole
/// seconds), [`SystemTime`] (sent as an HTTP date), and an [`Option`] of these.
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
    message = "`{Self}` cannot be used as a `Retry-After` delay",
    label = "unsupported delay type",
    note = "a delay is an integer (seconds), a `Duration`, a `SystemTime`, or an `Option` of these"
)]
pub trait RetryAfter {
    /// Returns the value of the field, or [`None`] if the field is not sent.
    ///
    /// # Errors
    ///
    /// Fails with [`InvalidRetryAfter`] for a delay that the field cannot express: a number below
    /// zero, a time before 1970 or after 9999.
    fn header_value(&self) -> Option<Result<HeaderValue, InvalidRetryAfter>>;
}

/// The error of a delay that `Retry-After` cannot express: see [`RetryAfter::header_value`].
///
/// ```
/// use httperr::{InvalidRetryAfter, RetryAfter};
///
/// let error: Option<InvalidRetryAfter> = (-1).header_value().and_then(Result::err);
/// assert!(error.is_some());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidRetryAfter;

impl Display for InvalidRetryAfter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`Retry-After` takes whole seconds from 0 on, or a date from 1970 to 9999")
    }
}

impl std::error::Error for InvalidRetryAfter {}

macro_rules! impl_for_seconds {
    ($($integer:ty)*) => {$(
        impl RetryAfter for $integer {
            fn header_value(&self) -> Option<Result<HeaderValue, InvalidRetryAfter>> {
                let seconds = u64::try_from(*self).ok();
                Some(seconds.and_then(seconds_value).ok_or(InvalidRetryAfter))
            }
        }
    )*};
}

fn seconds_value(seconds: u64) -> Option<HeaderValue> {
    Decimal::new(seconds).to_value()
}

impl_for_seconds!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

impl RetryAfter for Duration {
    fn header_value(&self) -> Option<Result<HeaderValue, InvalidRetryAfter>> {
        let partial_second = u64::from(self.subsec_nanos() > 0);
        self.as_secs().saturating_add(partial_second).header_value()
    }
}

impl RetryAfter for SystemTime {
    fn header_value(&self) -> Option<Result<HeaderValue, InvalidRetryAfter>> {
        /// An HTTP date has four digits for the year (RFC 9110, section 5.6.7).
        const YEAR_10000: u64 = 253_402_300_800;
        let elapsed = self.duration_since(UNIX_EPOCH).ok();
        let value = elapsed
            .filter(|elapsed| elapsed.as_secs() < YEAR_10000)
            .and_then(|_| HeaderValue::try_from(httpdate::fmt_http_date(*self)).ok());
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

#[cfg(test)]
mod tests {
    use super::*;

    fn text(delay: &impl RetryAfter) -> Option<String> {
        let value = delay.header_value()?.ok()?;
        Some(value.to_str().unwrap().to_owned())
    }

    #[test]
    fn a_fraction_of_a_second_is_rounded_up() {
        assert_eq!(text(&Duration::from_nanos(1)).as_deref(), Some("1"));
        assert_eq!(text(&Duration::ZERO).as_deref(), Some("0"));
        assert_eq!(text(&Duration::MAX).as_deref(), Some("18446744073709551615"));
    }

    #[test]
    fn a_time_is_sent_as_an_http_date() {
        let time = UNIX_EPOCH + Duration::from_secs(784_111_777);
        assert_eq!(text(&time).as_deref(), Some("Sun, 06 Nov 1994 08:49:37 GMT"));
    }

    #[test]
    fn a_delay_that_the_field_cannot_express_is_an_error_and_does_not_panic() {
        let before = UNIX_EPOCH - Duration::from_secs(1);
        let after = UNIX_EPOCH + Duration::from_secs(253_402_300_800);
        assert_eq!(before.header_value(), Some(Err(InvalidRetryAfter)));
        assert_eq!(after.header_value(), Some(Err(InvalidRetryAfter)));
        assert_eq!((-1_i32).header_value(), Some(Err(InvalidRetryAfter)));
        assert_eq!(None::<u8>.header_value(), None);
    }
}
