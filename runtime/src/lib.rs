#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![doc(html_root_url = "https://docs.rs/httperr/0.1.0")]

#[doc(hidden)]
// Ends in the patch version, as in `thiserror`: code of another version of the derive, which
// `#[http(crate = …)]` can bring here, then names a module that does not exist.
#[path = "private/mod.rs"]
pub mod __private0;
mod any_error;
#[cfg(feature = "anyhow")]
pub mod anyhow;
mod body_format;
mod case;
mod catalog;
#[cfg(feature = "client")]
pub mod client;
mod constants;
mod context;
pub mod contract;
#[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
// Rocket passes the request itself.
#[cfg_attr(not(any(feature = "actix-web", feature = "tower")), allow(dead_code))]
mod current_request;
mod events;
mod field_errors;
mod frameworks;
mod from_problem;
mod http_error;
mod negotiation;
pub mod openapi;
pub mod pages;
mod problem;
mod render;
#[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
#[cfg_attr(not(any(feature = "actix-web", feature = "tower")), allow(dead_code, unreachable_pub))]
mod rendered;
#[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
#[cfg_attr(not(any(feature = "actix-web", feature = "tower")), allow(dead_code))]
mod replacement;
mod response_parts;
mod retry_after;
mod status_code;
mod tag;
#[cfg(feature = "tower")]
pub mod tower;

// Without the features that `frameworks::__adapt` lists it would only pass its input on, which costs a
// declaration about as much as half a variant.
#[cfg(not(any(
    feature = "actix-web",
    feature = "aide",
    feature = "poem",
    feature = "poem-openapi",
    feature = "rocket",
    feature = "salvo",
    feature = "tonic",
    feature = "utoipa",
    feature = "utoipa5",
    feature = "warp"
)))]
#[doc(hidden)]
pub use __adapt_axum as __adapt;
pub use any_error::{AnyError, Result};
pub use body_format::{BodyFormat, ErrorView};
pub use bytes;
pub use case::Case;
pub use catalog::{Cases, Catalog};
pub use context::Context;
pub use field_errors::{FieldError, FieldErrors};
#[cfg(feature = "actix-web")]
pub use frameworks::actix_web;
#[cfg(feature = "axum")]
pub use frameworks::axum;
#[cfg(feature = "poem")]
pub use frameworks::poem;
#[cfg(feature = "rocket")]
pub use frameworks::rocket;
#[cfg(feature = "salvo")]
pub use frameworks::salvo;
#[cfg(feature = "tonic")]
pub use frameworks::tonic;
#[cfg(feature = "warp")]
pub use frameworks::warp;
pub use from_problem::{FromProblem, FromRetryAfter, Unrecognized, BODY_LIMIT};
pub use http;
pub use http_error::{AsHttpError, HttpError};
#[doc = include_str!("from_problem.md")]
pub use httperr_macros::FromProblem;
#[doc = include_str!("derive.md")]
pub use httperr_macros::HttpError;
pub use httperr_registry as registry;
pub use negotiation::{Negotiation, ReasonPhrases, Translate};
pub use problem::{ExtensionError, Problem, ReadError};
#[cfg(any(feature = "actix-web", feature = "tower"))]
pub use rendered::{case_of, RenderedResponse};
pub use response_parts::ResponseParts;
pub use retry_after::{InvalidRetryAfter, RetryAfter};
pub use status_code::{AsStatusCode, FromStatusCode};
pub use tag::{Tag, Tags};

// Short paths, since each expansion of `status!` contains them.
#[doc(hidden)]
pub use __private0::{code as __code, status as __status};

/// Expands to a status code that is validated at compile time.
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
/// Accepts a three-digit literal, optionally suffixed `u16`, or a registered name in `UPPER_SNAKE`:
/// the IANA phrase, the constant of the `http` crate, or a name from RFC 9110 or an earlier RFC. The
/// macro can be used as an expression, as a constant and as a pattern, and has no run-time cost.
///
/// `status!(404 as u16)` is the number. `status!(404 as T)` is the status type of a framework
/// ([`FromStatusCode`]), and an expression only.
///
/// # Errors
///
/// An invalid status code is a compile error (RFC 9110, section 15):
///
/// ```compile_fail
/// httperr::status!(600);
/// ```
///
/// # Warnings
///
/// Codes that should not be used (102, 305, 306, 418, 510) produce the warning `deprecated`, with the
/// reason and a replacement. `#[allow(deprecated)]` on the item, the statement or the arm silences
/// it, `#![deny(deprecated)]` turns it into an error.
#[macro_export]
macro_rules! status {
    ($($code:tt)*) => {
        $crate::__status! { $crate $($code)* }
    };
}
