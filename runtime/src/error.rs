//! The trait.

use std::borrow::Cow;
use std::error::Error;
use std::sync::Arc;

use bytes::Bytes;
use http::{Response, StatusCode};

use crate::raised::Raised;
use crate::respond::{self, Context, ResponseParts};
use crate::table::{Case, Catalog};

/// An error that knows its HTTP response.
///
/// `#[derive(HttpError)]` implements it from one declaration. By hand, [`case`](Self::case) is
/// the one method to write:
///
/// ```
/// use httperr::{http::StatusCode, Case, HttpError};
///
/// #[derive(Debug, thiserror::Error)]
/// #[error("no account {id}")]
/// struct NoAccount {
///     id: u64,
/// }
///
/// impl HttpError for NoAccount {
///     fn case(&self) -> Case {
///         Case::new(StatusCode::NOT_FOUND)
///     }
/// }
///
/// let response = NoAccount { id: 7 }.to_response();
/// assert_eq!(response.status(), 404);
/// assert_eq!(
///     response.body().as_ref(),
///     br#"{"title":"Not Found","status":404,"detail":"no account 7"}"#
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say how it becomes an HTTP response",
    label = "this error has no `HttpError`",
    note = "derive it: `#[derive(HttpError)]` with `#[http(404)]` on `{Self}` or its variants; for a type of another crate write a status, or `match`, in place of `transparent`"
)]
pub trait HttpError: Error + AsHttpError {
    /// Which case of the declaration this value is.
    fn case(&self) -> Case;

    /// Hands over what comes from the value itself: headers, a delay, members of the body.
    ///
    /// ```
    /// use httperr::{http::StatusCode, Case, HttpError, ResponseParts};
    ///
    /// #[derive(Debug, thiserror::Error)]
    /// #[error("out of credit")]
    /// struct OutOfCredit {
    ///     balance: i64,
    /// }
    ///
    /// impl HttpError for OutOfCredit {
    ///     fn case(&self) -> Case {
    ///         Case::new(StatusCode::UNPROCESSABLE_ENTITY)
    ///     }
    ///
    ///     fn write_parts<'a>(&'a self, sink: &mut ResponseParts<'a>) {
    ///         sink.header("x-balance", self.balance);
    ///         sink.extension("balance", &self.balance);
    ///     }
    /// }
    ///
    /// let response = OutOfCredit { balance: -3 }.to_response();
    /// assert_eq!(response.headers()["x-balance"], "-3");
    /// assert!(response.body().ends_with(br#""detail":"out of credit","balance":-3}"#));
    /// ```
    fn write_parts<'a>(&'a self, sink: &mut ResponseParts<'a>) {
        let _ = sink;
    }

    /// As [`case`](Self::case), unless to find it would evaluate an expression of the declaration that
    /// [`write_parts`](Self::write_parts) evaluates again: then they tell it.
    #[doc(hidden)]
    #[inline]
    fn find_case(&self) -> Case {
        self.case()
    }

    /// The status that is sent: a final one, from 200 to 599. Where the body then cannot be made,
    /// such as for a value that does not serialise, 500 is sent.
    #[inline]
    fn status(&self) -> StatusCode {
        match self.find_case().status() {
            Some(status) => status,
            None => respond::status(Raised::Any(self.as_http_error())),
        }
    }

    /// The public text: what [`Problem::detail`](crate::Problem::detail) is in the response.
    /// [`None`] where the text is kept from the client, as it is from 500 on unless the
    /// declaration says otherwise (RFC 9457, section 5).
    fn detail(&self) -> Option<Cow<'_, str>> {
        respond::detail(Raised::Any(self.as_http_error()))
    }

    /// The complete response: status, headers and body.
    fn to_response(&self) -> Response<Bytes> {
        self.to_response_with(&respond::NOTHING)
    }

    /// The complete response to a request of which something is known.
    fn to_response_with(&self, context: &Context<'_>) -> Response<Bytes> {
        let case = self.find_case().of_type(std::any::type_name::<Self>());
        respond::response(Raised::Any(self.as_http_error()), case, context)
    }

    /// Every case that a value of this type can be, those of the errors inside included. Empty
    /// for an implementation by hand that does not say.
    fn catalog() -> Catalog
    where
        Self: Sized,
    {
        Catalog::default()
    }
}

/// `self` as a trait object, which a default method of [`HttpError`] has no other way to.
pub trait AsHttpError {
    #[doc(hidden)]
    fn as_http_error(&self) -> &dyn HttpError;
}

impl<E: HttpError> AsHttpError for E {
    fn as_http_error(&self) -> &dyn HttpError {
        self
    }
}

/// The methods of an error that is another's: in a box, or behind a pointer.
macro_rules! forward {
    () => {
        fn case(&self) -> Case {
            (**self).case()
        }

        fn find_case(&self) -> Case {
            (**self).find_case()
        }

        fn write_parts<'a>(&'a self, sink: &mut ResponseParts<'a>) {
            (**self).write_parts(sink);
        }

        fn status(&self) -> StatusCode {
            (**self).status()
        }

        fn detail(&self) -> Option<Cow<'_, str>> {
            (**self).detail()
        }

        fn to_response_with(&self, context: &Context<'_>) -> Response<Bytes> {
            (**self).to_response_with(context)
        }
    };
}

macro_rules! forward_sized {
    ($($pointer:ty),*) => {$(
        impl<E: HttpError> HttpError for $pointer {
            forward!();

            fn catalog() -> Catalog {
                E::catalog()
            }
        }
    )*};
}

forward_sized!(&E, Box<E>, Arc<E>);

/// A box of any error: `Error` and `HttpError` are those of what it holds.
macro_rules! forward_boxed {
    ($($boxed:ty),*) => {$(
        impl Error for $boxed {
            fn source(&self) -> Option<&(dyn Error + 'static)> {
                (**self).source()
            }
        }

        impl HttpError for $boxed {
            forward!();
        }
    )*};
}

forward_boxed!(Box<dyn HttpError>, Box<dyn HttpError + Send>, Box<dyn HttpError + Send + Sync>);
