//! Status codes in the frameworks' types.

use http::StatusCode;

/// A type that a status code can be written as: `status!(404 as T)`.
///
/// ```
/// use httperr::{http::StatusCode, status};
///
/// const GONE: u16 = status!(410 as u16);
/// assert_eq!(status!(410 as StatusCode), GONE);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no type of status codes",
    note = "`status!(404 as T)` takes `u16`, `http::StatusCode`, and the types of the frameworks whose feature is on"
)]
pub trait FromStatusCode {
    /// The code as this type. The code is one that `status!` has checked.
    fn from_code(code: u16) -> Self;
}

impl FromStatusCode for StatusCode {
    fn from_code(code: u16) -> Self {
        crate::private::code(code)
    }
}

/// A type that an error can carry its status in: `#[http(status = field)]`.
///
/// Among the integers only `u16` is one, so that the type of `if gone { 410 } else { 404 }` is
/// clear.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no status",
    label = "no status",
    note = "a status is a `u16`, an `http::StatusCode`, or that of a framework whose feature is on"
)]
pub trait AsStatusCode {
    /// The number, which may be one that is no status code.
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
