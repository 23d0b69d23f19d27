#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![doc(html_root_url = "https://docs.rs/httperr/0.1.0")]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod adapt;
mod error;
mod field_errors;
mod fields;
mod format;
mod header;
mod instance;
mod log;
mod object;
mod problem;
mod raised;
mod respond;
#[cfg(feature = "tower")]
mod scope;
mod status;
mod table;
#[cfg(feature = "tower")]
pub mod tower;

#[cfg(feature = "actix-web")]
pub use adapt::actix_web;
#[cfg(feature = "axum")]
pub use adapt::axum;
#[cfg(feature = "rocket")]
pub use adapt::rocket;
pub use bytes;
pub use error::{AsHttpError, HttpError};
pub use field_errors::{FieldError, FieldErrors};
pub use format::{BodyFormat, ErrorView};
pub use header::{InvalidRetryAfter, RetryAfter};
pub use http;
#[doc = include_str!("derive.md")]
pub use httperr_macros::HttpError;
pub use httperr_registry as registry;
pub use problem::{ExtensionError, Problem, ReadError};
pub use respond::{Context, ResponseParts};
pub use status::{AsStatusCode, FromStatusCode};
pub use table::{Case, Cases, Catalog};

use __private as private;
// Short paths, since each `status!` has them.
#[doc(hidden)]
pub use __private::{code as __code, status as __status};

/// A status code that is checked while compiling.
///
/// ```
/// use httperr::{http::StatusCode, status};
///
/// const GONE: StatusCode = status!(410);
///
/// fn is_missing(status: StatusCode) -> bool {
///     matches!(status, status!(404) | status!(GONE))
/// }
///
/// assert!(is_missing(GONE));
/// assert_eq!(status!(NOT_FOUND), 404);
/// assert_eq!(status!(404 as u16), 404_u16);
/// ```
///
/// It takes three digits, with or without the suffix `u16`, or a registered name in `UPPER_SNAKE`:
/// the IANA phrase, the constant of the `http` crate, a name from RFC 9110 or an older one. It is
/// an expression, a constant and a pattern, and costs nothing at run time.
///
/// `status!(404 as u16)` is the number, `status!(404 as T)` the type of a framework
/// ([`FromStatusCode`]); the latter is an expression only.
///
/// # Errors
///
/// What is no status code does not compile (RFC 9110, section 15):
///
/// ```compile_fail
/// httperr::status!(600);
/// ```
///
/// # Warnings
///
/// Codes that should not be used (102, 305, 306, 418, 510) give the warning `deprecated`, which
/// says why and what to use instead. `#[allow(deprecated)]` on the item, the statement or the arm
/// silences it, `#![deny(deprecated)]` makes it an error.
#[macro_export]
macro_rules! status {
    ($($code:tt)*) => {
        $crate::__status! { $crate $($code)* }
    };
}
