//! Conversions between status codes and the status types of the frameworks.

use http::StatusCode;

/// A type that a status code can be converted into: `status!(404 as T)`.
///
/// It is implemented for [`StatusCode`] and for the status types of the frameworks whose feature is
/// enabled. `u16` is a form of the macro itself, which patterns and array lengths accept.
///
/// ```
/// use httperr::{http::StatusCode, status};
///
/// const GONE: u16 = status!(410 as u16);
/// assert_eq!(status!(410 as StatusCode), GONE);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a status code type",
    note = "`status!(404 as T)` accepts `u16`, `http::StatusCode`, and the status types of the frameworks whose feature is enabled"
)]
pub trait FromStatusCode {
    /// Converts a status code, which `status!` has validated.
    fn from_code(code: u16) -> Self;
}

impl FromStatusCode for StatusCode {
    fn from_code(code: u16) -> Self {
        crate::constants::code(code)
    }
}

/// A type of the status code in an error value: `#[http(status = field)]`.
///
/// `u16` is the only integer type, so that the type of `if gone { 410 } else { 404 }` can be
/// inferred.
///
/// ```
/// use httperr::{http::StatusCode, HttpError};
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[error("the upstream service failed")]
/// #[http(status = status)]
/// struct Upstream {
///     status: StatusCode,
/// }
///
/// assert_eq!(Upstream { status: StatusCode::BAD_GATEWAY }.status(), 502);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a status code type",
    label = "not a status code type",
    note = "a status is a `u16`, an `http::StatusCode`, or the status type of a framework whose feature is enabled"
)]
pub trait AsStatusCode {
    /// Returns the numeric code, which may be out of range.
    fn code(&self) -> u16;
}

impl AsStatusCode for u16 {
    fn code(&self) -> u16 {
        *self
    }
}

impl AsStatusCode for StatusCode {
    fn code(&self) -> u16 {
        self.as_u16()
    }
}

impl<S: AsStatusCode + ?Sized> AsStatusCode for &S {
    fn code(&self) -> u16 {
        (**self).code()
    }
}
