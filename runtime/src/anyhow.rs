//! [anyhow](https://docs.rs/anyhow) 1: handlers in which `?` converts every error.
//!
//! ```
//! use httperr::HttpError;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error("no order {0}")]
//!     #[http(404)]
//!     NoOrder(u64),
//!     #[error(transparent)]
//!     #[http(500)]
//!     Other(#[from] anyhow::Error),
//! }
//!
//! fn find(id: u64) -> anyhow::Result<String> {
//!     Err(ApiError::NoOrder(id).into())
//! }
//!
//! fn order(id: &str) -> httperr::anyhow::Result<String, ApiError> {
//!     Ok(find(id.parse()?)?)
//! }
//!
//! // An error that the application declares responds as declared, wherever it is in the chain.
//! let response = order("7").unwrap_err().to_response();
//! assert_eq!(response.body(), r#"{"title":"Not Found","status":404,"detail":"no order 7"}"#);
//!
//! // Any other is a 500 without its text.
//! let response = order("seven").unwrap_err().to_response();
//! assert_eq!(response.body(), r#"{"title":"Internal Server Error","status":500}"#);
//! ```
//!
//! Without a type of its own, the application returns [`httperr::anyhow::Result<T>`](Result). With the
//! feature of the framework, [`Error`] is a response. With the feature `tracing`, the log event has the
//! outermost text in `error` and the chain of causes in `sources`.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use http::StatusCode;

use crate::http_error::AsHttpError;
use crate::{AnyError, Case, HttpError, Problem, ResponseParts};

/// A result whose error any error converts into: see [`Error`].
pub type Result<T, E = Unexpected> = std::result::Result<T, Error<E>>;

/// The error of a handler, which `?` creates from every [`std::error::Error`] and from
/// [`anyhow::Error`]: see [the module](self).
///
/// `E` is the error type of the application. The response is that of
///
/// - an `E` in the chain of causes, or attached as a context: the outermost;
/// - a [`Problem`], or a `Box<dyn HttpError + Send + Sync>` as
///   [`AnyError`] is stored, in the chain of causes;
/// - otherwise `E::from(error)`, for which `E` has a variant `Other(#[from] anyhow::Error)`. Without a
///   type of the application that is [`Unexpected`], a 500 without text.
///
/// Errors of other types that implement [`HttpError`] are not found, since the chain does not contain
/// their traits. `E: From<anyhow::Error>` can find them with `downcast`.
///
/// ```
/// use httperr::{status, Problem};
///
/// fn amount(text: &str) -> httperr::anyhow::Result<u32> {
///     let amount = text.parse()?;
///     if amount == 0 {
///         return Err(Problem::new(status!(422)).with_detail("at least 1").into());
///     }
///     Ok(amount)
/// }
///
/// assert_eq!(amount("0").unwrap_err().status(), 422);
/// assert_eq!(amount("none").unwrap_err().status(), 500);
/// ```
///
/// As [`anyhow::Error`], and for the same reason, it does not implement
/// [`std::error::Error`]: see [`AnyError`]. It dereferences to [`dyn HttpError`](HttpError).
pub struct Error<E = Unexpected>(Source<E>);

enum Source<E> {
    Declared(Declared<E>),
    Other(E),
}

impl<E, S> From<S> for Error<E>
where
    E: HttpError + From<::anyhow::Error> + Send + Sync + 'static,
    S: Into<::anyhow::Error>,
{
    fn from(error: S) -> Self {
        let error = error.into();
        Error(match find::<E>(&error) {
            Some(_) => Source::Declared(Declared(error, PhantomData)),
            None => Source::Other(error.into()),
        })
    }
}

impl From<AnyError> for ::anyhow::Error {
    fn from(error: AnyError) -> Self {
        ::anyhow::Error::new(error.into_inner())
    }
}

/// Returns the outermost error in the chain that has a declaration.
fn find<E: HttpError + Send + Sync + 'static>(error: &::anyhow::Error) -> Option<&dyn HttpError> {
    // Unlike the chain, this includes contexts.
    if let Some(declared) = error.downcast_ref::<E>() {
        return Some(declared);
    }
    error.chain().find_map(|cause| {
        let declared = cause.downcast_ref::<E>().map(AsHttpError::as_http_error);
        let problem = || cause.downcast_ref::<Problem>().map(AsHttpError::as_http_error);
        let boxed = || cause.downcast_ref::<Box<dyn HttpError + Send + Sync>>();
        declared.or_else(problem).or_else(|| boxed().map(AsHttpError::as_http_error))
    })
}

const UNDECLARED: Case = Case::new(StatusCode::INTERNAL_SERVER_ERROR);

/// A chain with the text of its outermost error, and the response of the declared error inside.
struct Declared<E>(::anyhow::Error, PhantomData<fn() -> E>);

impl<E> fmt::Debug for Declared<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<E> fmt::Display for Declared<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<E> std::error::Error for Declared<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

impl<E: HttpError + Send + Sync + 'static> HttpError for Declared<E> {
    fn case(&self) -> Case {
        let case = find::<E>(&self.0).map_or(UNDECLARED, HttpError::case);
        case.via_transparent("", "")
    }

    fn find_case(&self) -> Case {
        let case = find::<E>(&self.0).map_or(UNDECLARED, HttpError::find_case);
        case.via_transparent("", "")
    }

    fn write_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
        if let Some(declared) = find::<E>(&self.0) {
            parts.transparent(declared);
        }
    }
}

/// An error without a declaration: a 500 without text. The chain of causes is logged.
#[derive(Debug, HttpError)]
#[http(500, crate = crate)]
pub struct Unexpected(::anyhow::Error);

impl From<::anyhow::Error> for Unexpected {
    fn from(error: ::anyhow::Error) -> Self {
        Unexpected(error)
    }
}

impl fmt::Display for Unexpected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::error::Error for Unexpected {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

impl<E: HttpError + Send + Sync + 'static> AsHttpError for Error<E> {
    fn as_http_error(&self) -> &dyn HttpError {
        match &self.0 {
            Source::Declared(error) => error,
            Source::Other(error) => error,
        }
    }
}

impl<E: HttpError + Send + Sync + 'static> Deref for Error<E> {
    type Target = dyn HttpError;

    fn deref(&self) -> &Self::Target {
        match &self.0 {
            Source::Declared(error) => error,
            Source::Other(error) => error,
        }
    }
}

impl<E: HttpError + Send + Sync + 'static> fmt::Debug for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<E: HttpError + Send + Sync + 'static> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
