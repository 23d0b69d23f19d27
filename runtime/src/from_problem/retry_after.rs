//! The delay of `Retry-After`, as a client reads it.

use std::time::{Duration, SystemTime};

use http::HeaderValue;

/// A delay that can be read from `Retry-After` (RFC 9110, section 10.2.3): the other direction of
/// [`RetryAfter`](crate::RetryAfter), for the same types.
///
/// The field has seconds or a date. Each type takes both: a date is a delay from now on, and the
/// other way around. On `wasm32-unknown-unknown`, which has no clock, a [`SystemTime`] is read from a
/// date alone, and the other types from seconds alone.
///
/// ```
/// use std::time::Duration;
/// use httperr::{http::HeaderValue, FromRetryAfter};
///
/// let value = HeaderValue::from_static("120");
/// assert_eq!(Duration::from_header_value(Some(&value)), Some(Duration::from_secs(120)));
/// assert_eq!(u8::from_header_value(None), None);
/// assert_eq!(Option::<u8>::from_header_value(None), Some(None));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from `Retry-After`",
    label = "unsupported delay type",
    note = "a delay is an integer (seconds), a `Duration`, a `SystemTime`, or an `Option` of these"
)]
pub trait FromRetryAfter: Sized {
    /// Returns the delay of a field value, or [`None`] if it is absent, not valid, or does not fit.
    fn from_header_value(value: Option<&HeaderValue>) -> Option<Self>;
}

enum Delay {
    Seconds(u64),
    Date(SystemTime),
}

impl Delay {
    fn parse(value: Option<&HeaderValue>) -> Option<Self> {
        let text = value?.to_str().ok()?.trim();
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        match is_number {
            true => text.parse().ok().map(Delay::Seconds),
            false => httpdate::parse_http_date(text).ok().map(Delay::Date),
        }
    }

    /// Returns the delay from now on. A date has none without a clock.
    fn duration(self, now: Option<SystemTime>) -> Option<Duration> {
        match self {
            Delay::Seconds(seconds) => Some(Duration::from_secs(seconds)),
            Delay::Date(date) => Some(date.duration_since(now?).unwrap_or_default()),
        }
    }

    /// Returns the date at which the delay ends. Seconds have none without a clock.
    fn date(self, now: Option<SystemTime>) -> Option<SystemTime> {
        match self {
            Delay::Seconds(seconds) => now?.checked_add(Duration::from_secs(seconds)),
            Delay::Date(date) => Some(date),
        }
    }
}

/// Returns the time, or [`None`] on `wasm32-unknown-unknown`, where `SystemTime::now` panics.
fn now() -> Option<SystemTime> {
    let has_clock = !cfg!(all(target_family = "wasm", target_os = "unknown"));
    has_clock.then(SystemTime::now)
}

impl FromRetryAfter for Duration {
    fn from_header_value(value: Option<&HeaderValue>) -> Option<Self> {
        Delay::parse(value)?.duration(now())
    }
}

impl FromRetryAfter for SystemTime {
    fn from_header_value(value: Option<&HeaderValue>) -> Option<Self> {
        Delay::parse(value)?.date(now())
    }
}

impl<T: FromRetryAfter> FromRetryAfter for Option<T> {
    fn from_header_value(value: Option<&HeaderValue>) -> Option<Self> {
        match value {
            None => Some(None),
            Some(_) => T::from_header_value(value).map(Some),
        }
    }
}

macro_rules! impl_for_seconds {
    ($($integer:ty)*) => {$(
        impl FromRetryAfter for $integer {
            fn from_header_value(value: Option<&HeaderValue>) -> Option<Self> {
                let delay = Duration::from_header_value(value)?;
                let partial_second = u64::from(delay.subsec_nanos() > 0);
                delay.as_secs().saturating_add(partial_second).try_into().ok()
            }
        }
    )*};
}

impl_for_seconds!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &'static str) -> HeaderValue {
        HeaderValue::from_static(text)
    }

    #[test]
    fn seconds_and_dates_are_read_into_each_type() {
        let date = value("Thu, 06 Nov 2994 08:49:37 GMT");
        let time = SystemTime::from_header_value(Some(&date)).unwrap();
        assert_eq!(httpdate::fmt_http_date(time), date.to_str().unwrap());
        assert!(u64::from_header_value(Some(&date)).unwrap() > 900 * 365 * 24 * 3600);
        let past = value("Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(Duration::from_header_value(Some(&past)), Some(Duration::ZERO));
        let at = SystemTime::from_header_value(Some(&value("60"))).unwrap();
        assert!(at > SystemTime::now() + Duration::from_secs(50));
    }

    #[test]
    fn without_a_clock_each_type_is_read_from_its_own_form_alone() {
        let date = value("Sun, 06 Nov 1994 08:49:37 GMT");
        let seconds = value("60");
        let parsed = |value| Delay::parse(Some(value)).unwrap();
        assert_eq!(parsed(&seconds).duration(None), Some(Duration::from_secs(60)));
        assert_eq!(parsed(&date).duration(None), None);
        assert_eq!(
            parsed(&date).date(None),
            httpdate::parse_http_date(date.to_str().unwrap()).ok()
        );
        assert_eq!(parsed(&seconds).date(None), None);
    }

    #[test]
    fn what_is_not_a_delay_is_none() {
        for text in ["", "-1", "1.5", "+1", "soon", "99999999999999999999"] {
            assert_eq!(Duration::from_header_value(Some(&value(text))), None, "{text}");
            assert_eq!(Option::<u64>::from_header_value(Some(&value(text))), None, "{text}");
        }
        assert_eq!(u8::from_header_value(Some(&value("256"))), None);
        let far = value("18446744073709551615");
        assert_eq!(SystemTime::from_header_value(Some(&far)), None);
    }
}
