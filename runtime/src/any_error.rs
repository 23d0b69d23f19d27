//! [`AnyError`], for functions with errors of several types.

use std::error::Error;
use std::fmt;
use std::ops::Deref;

use crate::http_error::AsHttpError;
use crate::HttpError;

/// An error of any type that implements [`HttpError`], with the response of that type.
///
/// `?` converts every such error, where an enum would need a variant for each type. It is a response on
/// every framework.
///
/// ```
/// use httperr::{status, HttpError, Problem};
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[error("no order {0}")]
/// #[http(404)]
/// struct NoOrder(u64);
///
/// fn find(id: u64) -> Result<u64, NoOrder> {
///     Err(NoOrder(id))
/// }
///
/// fn order(id: u64) -> httperr::Result<u64> {
///     if id == 0 {
///         return Err(Problem::new(status!(400)).with_detail("orders begin at 1").into());
///     }
///     Ok(find(id)?)
/// }
///
/// let error = order(7).unwrap_err();
/// assert_eq!(error.to_response().body(), r#"{"title":"Not Found","status":404,"detail":"no order 7"}"#);
/// assert!(error.is::<NoOrder>());
/// assert_eq!(order(0).unwrap_err().status(), 400);
/// ```
///
/// It dereferences to [`dyn HttpError`](HttpError), and does not implement [`Error`] or [`HttpError`]
/// itself: then the conversion from every error would also be one from itself, which the standard
/// library has already. For a field of an error that does, use [`into_inner`](AnyError::into_inner).
///
/// For errors that have no HTTP response, such as those of a database driver, see the feature `anyhow`.
pub struct AnyError(Box<dyn Erased>);

/// A result whose error is any [`HttpError`] by default: see [`AnyError`].
///
/// ```
/// fn order() -> httperr::Result<&'static str> {
///     Ok("7")
/// }
/// # assert!(order().is_ok());
/// ```
pub type Result<T, E = AnyError> = std::result::Result<T, E>;

impl AnyError {
    /// Creates an error from an error of any type.
    pub fn new(error: impl HttpError + Send + Sync + 'static) -> Self {
        AnyError(Box::new(error))
    }

    /// Returns whether the error is an `E`.
    pub fn is<E: Error + 'static>(&self) -> bool {
        self.0.as_error().is::<E>()
    }

    /// Returns the error if it is an `E`.
    ///
    /// ```
    /// use httperr::{status, AnyError, Problem};
    ///
    /// let error = AnyError::new(Problem::new(status!(410)));
    /// assert_eq!(error.downcast_ref::<Problem>().unwrap().title(), Some("Gone"));
    /// assert!(error.downcast_ref::<std::fmt::Error>().is_none());
    /// ```
    pub fn downcast_ref<E: Error + 'static>(&self) -> Option<&E> {
        self.0.as_error().downcast_ref()
    }

    /// Returns the error in a box, which is itself an [`HttpError`].
    #[must_use]
    pub fn into_inner(self) -> Box<dyn HttpError + Send + Sync> {
        self.0.into_box()
    }
}

impl<E: HttpError + Send + Sync + 'static> From<E> for AnyError {
    fn from(error: E) -> Self {
        AnyError::new(error)
    }
}

impl From<AnyError> for Box<dyn HttpError + Send + Sync> {
    fn from(error: AnyError) -> Self {
        error.into_inner()
    }
}

impl Deref for AnyError {
    type Target = dyn HttpError + Send + Sync;

    fn deref(&self) -> &Self::Target {
        self.0.as_shared()
    }
}

impl AsHttpError for AnyError {
    fn as_http_error(&self) -> &dyn HttpError {
        self.0.as_shared()
    }
}

impl fmt::Debug for AnyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for AnyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

/// The conversions between trait objects, which the language has from Rust 1.86 on.
trait Erased: HttpError + Send + Sync {
    fn as_error(&self) -> &(dyn Error + 'static);
    fn as_shared(&self) -> &(dyn HttpError + Send + Sync + 'static);
    fn into_box(self: Box<Self>) -> Box<dyn HttpError + Send + Sync>;
}

impl<E: HttpError + Send + Sync + 'static> Erased for E {
    fn as_error(&self) -> &(dyn Error + 'static) {
        self
    }

    fn as_shared(&self) -> &(dyn HttpError + Send + Sync + 'static) {
        self
    }

    fn into_box(self: Box<Self>) -> Box<dyn HttpError + Send + Sync> {
        self
    }
}
