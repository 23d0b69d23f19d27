//! The [`HttpError`] trait, and its implementations for pointers and boxes.

use std::borrow::Cow;
use std::error::Error;
use std::sync::Arc;

use bytes::Bytes;
use http::{Response, StatusCode};

use crate::case::Case;
use crate::catalog::Catalog;
use crate::context::{self, Context};
use crate::render;
use crate::render::erased::ErrorRef;
use crate::response_parts::ResponseParts;

/// An error with an HTTP response.
///
/// `#[derive(HttpError)]` implements it from a declaration. In a manual implementation only
/// [`case`](Self::case) is required:
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
    message = "`{Self}` does not implement `HttpError`",
    label = "no HTTP response is declared for this error",
    note = "derive it: `#[derive(HttpError)]` with `#[http(404)]` on `{Self}` or its variants; for a type of another crate write a status or `match` instead of `transparent`"
)]
pub trait HttpError: Error + AsHttpError {
    /// Returns the case (variant or `match` arm) that this value maps to.
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// enum ApiError {
    ///     #[error("no order {0}")]
    ///     #[http(404)]
    ///     NoOrder(u64),
    /// }
    ///
    /// assert_eq!(ApiError::NoOrder(7).case().code(), Some("no-order"));
    /// ```
    fn case(&self) -> Case;

    /// Writes the parts of the response that depend on this value: headers, `Retry-After`,
    /// extension members.
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
    ///     fn write_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
    ///         parts.header("x-balance", self.balance);
    ///         parts.extension("balance", &self.balance);
    ///     }
    /// }
    ///
    /// let response = OutOfCredit { balance: -3 }.to_response();
    /// assert_eq!(response.headers()["x-balance"], "-3");
    /// assert!(response.body().ends_with(br#""detail":"out of credit","balance":-3}"#));
    /// ```
    fn write_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
        let _ = parts;
    }

    /// Returns the same as [`case`](Self::case), unless it would evaluate an expression of the
    /// declaration that [`write_parts`](Self::write_parts) evaluates again: then the case is
    /// undecided, and the parts contain it.
    #[doc(hidden)]
    #[inline]
    fn find_case(&self) -> Case {
        self.case()
    }

    /// Returns the status code of the response, from 200 to 599.
    ///
    /// If the body then cannot be written, such as for a value that fails to serialize, the response
    /// is a 500 instead.
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("gone")]
    /// #[http(410)]
    /// struct Gone;
    ///
    /// assert_eq!(Gone.status(), 410);
    /// ```
    #[inline]
    fn status(&self) -> StatusCode {
        match self.find_case().status() {
            Some(status) => status,
            None => render::status_of(ErrorRef::Any(self.as_http_error())),
        }
    }

    /// Returns the public text, which is [`Problem::detail`](crate::Problem::detail) in the response.
    ///
    /// It is [`None`] if the text is not sent to the client, which is the default from 500 on
    /// (RFC 9457, section 5).
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// enum ApiError {
    ///     #[error("no order {0}")]
    ///     #[http(404)]
    ///     NoOrder(u64),
    ///     #[error("cannot connect to 10.0.0.7")]
    ///     #[http(503)]
    ///     Database,
    /// }
    ///
    /// assert_eq!(ApiError::NoOrder(7).detail().as_deref(), Some("no order 7"));
    /// assert_eq!(ApiError::Database.detail(), None);
    /// ```
    fn detail(&self) -> Option<Cow<'_, str>> {
        render::detail_of(ErrorRef::Any(self.as_http_error()))
    }

    /// Returns the complete response: status, headers and body.
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("gone")]
    /// #[http(410)]
    /// struct Gone;
    ///
    /// let response = Gone.to_response();
    /// assert_eq!(response.status(), 410);
    /// assert_eq!(response.headers()["content-type"], "application/problem+json");
    /// ```
    fn to_response(&self) -> Response<Bytes> {
        self.to_response_with(&context::EMPTY)
    }

    /// Returns the complete response, including the metadata of the request: see [`Context`].
    ///
    /// ```
    /// use httperr::{Context, HttpError};
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("gone")]
    /// #[http(410)]
    /// struct Gone;
    ///
    /// let response = Gone.to_response_with(&Context::new().instance("/orders/7"));
    /// assert!(response.body().ends_with(br#""instance":"/orders/7"}"#));
    /// ```
    fn to_response_with(&self, context: &Context<'_>) -> Response<Bytes> {
        let case = self.find_case().for_type(std::any::type_name::<Self>());
        render::render(ErrorRef::Any(self.as_http_error()), case, context)
    }

    /// Writes the response into one that exists already, such as that of a hyper service.
    ///
    /// Status and body are replaced, and so are the header fields that this error sends; `Vary` and
    /// `Set-Cookie` are added. Fields that describe the replaced body
    /// ([`describes_content`](crate::registry::describes_content)), such as `ETag`, are removed. All
    /// other fields and the extensions are kept.
    ///
    /// ```
    /// use httperr::http::Response;
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("gone")]
    /// #[http(410)]
    /// struct Gone;
    ///
    /// let mut response = Response::new(httperr::bytes::Bytes::from("…"));
    /// response.headers_mut().insert("x-request-id", "8a2c".parse()?);
    ///
    /// Gone.apply_to(&mut response);
    /// assert_eq!(response.status(), 410);
    /// assert_eq!(response.headers()["x-request-id"], "8a2c");
    /// assert_eq!(response.body(), r#"{"title":"Gone","status":410,"detail":"gone"}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn apply_to<B: From<Bytes>>(&self, response: &mut Response<B>)
    where
        Self: Sized,
    {
        render::apply(self.to_response(), response);
    }

    /// Returns every case that a value of this type can have, including those of the errors inside.
    ///
    /// The catalog of a manual implementation is empty by default.
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// enum ApiError {
    ///     #[error("no such order")]
    ///     #[http(404)]
    ///     NoOrder,
    ///     #[error("sold out")]
    ///     #[http(409)]
    ///     SoldOut,
    /// }
    ///
    /// let names: Vec<_> = ApiError::catalog().cases().filter_map(|case| case.name()).collect();
    /// assert_eq!(names, ["NoOrder", "SoldOut"]);
    /// ```
    fn catalog() -> Catalog
    where
        Self: Sized,
    {
        Catalog::default()
    }

    /// Writes the format of the declaration, an envelope, for an error that is none of its cases. A
    /// format without parts from run time is in the catalog.
    #[doc(hidden)]
    fn write_format(parts: &mut ResponseParts<'_>)
    where
        Self: Sized,
    {
        Self::catalog().write_format(parts);
    }
}

/// Upcasts `&self` to `&dyn HttpError`.
///
/// It is implemented for every [`HttpError`]. Default methods of that trait need it because `Self`
/// may be unsized.
pub trait AsHttpError {
    #[doc(hidden)]
    fn as_http_error(&self) -> &dyn HttpError;
}

impl<E: HttpError> AsHttpError for E {
    fn as_http_error(&self) -> &dyn HttpError {
        self
    }
}

/// The methods of a pointer or box, which forward to the error behind it.
macro_rules! forward {
    () => {
        fn case(&self) -> Case {
            (**self).case()
        }

        fn find_case(&self) -> Case {
            (**self).find_case()
        }

        fn write_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
            (**self).write_parts(parts);
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

            fn write_format(parts: &mut ResponseParts<'_>) {
                E::write_format(parts);
            }
        }
    )*};
}

forward_sized!(&E, Box<E>, Arc<E>);

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
