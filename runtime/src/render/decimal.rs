//! Integers as text, without the machinery of [`fmt`](std::fmt).

use http::HeaderValue;

/// The digits of an integer, after a minus if it is negative.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    /// As long as `i64::MIN` and `u64::MAX`.
    bytes: [u8; 20],
    start: usize,
}

impl Decimal {
    #[inline]
    pub(crate) fn new(integer: impl Integer) -> Self {
        let (is_negative, mut magnitude) = integer.sign_and_magnitude();
        let mut bytes = [b'-'; 20];
        let mut start = bytes.len();
        for byte in bytes.iter_mut().rev() {
            *byte = b'0' + (magnitude % 10) as u8;
            start -= 1;
            magnitude /= 10;
            if magnitude == 0 {
                break;
            }
        }
        // The byte before the digits is still a minus.
        Decimal { bytes, start: start - usize::from(is_negative) }
    }

    #[inline]
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or_default()
    }

    /// Returns the integer as the value of a field: one allocation, where `HeaderValue::from(u64)` has two.
    pub(crate) fn to_value(self) -> Option<HeaderValue> {
        HeaderValue::from_bytes(self.as_bytes()).ok()
    }
}

/// An integer that fits into a [`Decimal`].
pub trait Integer: Copy {
    #[doc(hidden)]
    fn sign_and_magnitude(self) -> (bool, u64);
}

macro_rules! impl_for_unsigned {
    ($($ty:ty)*) => {$(
        impl Integer for $ty {
            #[allow(clippy::cast_lossless)] // `usize` has no lossless conversion.
            #[inline]
            fn sign_and_magnitude(self) -> (bool, u64) {
                (false, self as u64)
            }
        }
    )*};
}

macro_rules! impl_for_signed {
    ($($ty:ty)*) => {$(
        impl Integer for $ty {
            #[allow(clippy::cast_lossless)] // `usize` has no lossless conversion.
            #[inline]
            fn sign_and_magnitude(self) -> (bool, u64) {
                (self < 0, self.unsigned_abs() as u64)
            }
        }
    )*};
}

impl_for_unsigned!(u8 u16 u32 u64 usize);
impl_for_signed!(i8 i16 i32 i64 isize);

#[cfg(test)]
mod tests {
    use super::{Decimal, Integer};

    fn text(integer: impl Integer) -> String {
        String::from_utf8(Decimal::new(integer).as_bytes().to_vec()).unwrap()
    }

    #[test]
    fn the_text_is_that_of_display_at_the_ends_of_each_type_and_around_powers_of_ten() {
        macro_rules! assert_ends {
            ($($ty:ty)*) => {$(
                for integer in [<$ty>::MIN, <$ty>::MIN + 1, 0, 1, 9, 10, 99, 100, <$ty>::MAX] {
                    assert_eq!(text(integer), integer.to_string());
                }
            )*};
        }
        assert_ends!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);
        for exponent in 0..19 {
            let power = 10_i64.pow(exponent);
            for integer in [power - 1, power, power + 1, -power, 1 - power, -power - 1] {
                assert_eq!(text(integer), integer.to_string());
            }
        }
    }
}
