//! From a response back to the error: the client's side of a declaration.

mod choice;
pub mod decode;
mod document;
mod fields;
#[cfg(feature = "tonic")]
mod grpc;
#[cfg(feature = "tonic")]
mod grpc_choice;
mod mismatch;
mod received;
mod retry_after;
mod unrecognized;

use http::response::Parts;

pub use self::retry_after::FromRetryAfter;
pub use self::unrecognized::Unrecognized;

use self::document::Document;
#[cfg(feature = "tonic")]
use self::grpc::GrpcStatus;
use self::mismatch::Decoded;
use self::received::Received;
use crate::Problem;

/// The length of the longest body that [`FromProblem::from_response`] reads, in bytes: 64 KiB.
pub const BODY_LIMIT: usize = 64 * 1024;

/// An error type that is read from the response of a server: the other direction of
/// [`HttpError`](crate::HttpError).
///
/// It is implemented by [`#[derive(FromProblem)]`](derive@crate::FromProblem), whose page has the
/// rules.
///
/// ```
/// use httperr::{FromProblem, HttpError};
///
/// #[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
/// #[http(type_base = "https://api.example.com/problems")]
/// enum ApiError {
///     #[error("balance {balance} is too low")]
///     #[http(422)]
///     OutOfCredit {
///         #[http(extension)]
///         balance: i64,
///     },
/// }
///
/// // The server:
/// let response = ApiError::OutOfCredit { balance: 30 }.to_response();
///
/// // The client:
/// let (parts, body) = response.into_parts();
/// let error = ApiError::from_response(&parts, &body)?;
/// assert_eq!(error, ApiError::OutOfCredit { balance: 30 });
/// # Ok::<(), httperr::Unrecognized>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a response",
    label = "the trait `FromProblem` is not implemented for `{Self}`",
    note = "write `#[derive(httperr::FromProblem)]` on it"
)]
pub trait FromProblem: Sized {
    /// Reads the case of a response.
    #[doc(hidden)]
    fn decode(response: &Received<'_>) -> Decoded<Self>;

    /// Returns the variant for all other problems, or the problem if there is no such variant.
    ///
    /// # Errors
    ///
    /// Returns the problem itself.
    #[doc(hidden)]
    fn decode_other(_: &Received<'_>, problem: Problem) -> Result<Self, Box<Problem>> {
        Err(Box::new(problem))
    }

    /// Reads an error from a response that any HTTP client has received.
    ///
    /// A relative problem type is resolved against the [`http::Uri`] among the extensions of the
    /// response, if there is one (RFC 9457, section 3.1.1): insert that of the request.
    ///
    /// ```
    /// use httperr::{http, FromProblem};
    ///
    /// #[derive(Debug, PartialEq, FromProblem)]
    /// enum ApiError {
    ///     #[http(404, type = "https://api.example.com/problems/no-order")]
    ///     NoOrder,
    /// }
    ///
    /// let (mut parts, body) = http::Response::builder()
    ///     .status(404)
    ///     .header("content-type", "application/problem+json")
    ///     .body(r#"{"type": "/problems/no-order"}"#)?
    ///     .into_parts();
    ///
    /// parts.extensions.insert(http::Uri::from_static("https://api.example.com/orders/7"));
    /// assert_eq!(ApiError::from_response(&parts, body.as_bytes())?, ApiError::NoOrder);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the response is not that of exactly one case, if one of its fields is missing or has
    /// another type, or if the body is longer than [`BODY_LIMIT`].
    fn from_response(parts: &Parts, body: &[u8]) -> Result<Self, Unrecognized> {
        Self::from_response_within(BODY_LIMIT, parts, body)
    }

    /// As [`from_response`](Self::from_response), with another limit for the length of the body.
    ///
    /// ```
    /// # use httperr::{http, FromProblem};
    /// # #[derive(Debug, FromProblem)]
    /// # #[http(404)]
    /// # struct NotFound;
    /// let (parts, body) = http::Response::builder().status(404).body([b' '; 9])?.into_parts();
    /// let error = NotFound::from_response_within(8, &parts, &body).unwrap_err();
    /// assert_eq!(error.reason(), "the body is longer than the limit of 8 bytes");
    /// # Ok::<(), http::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The same as for [`from_response`](Self::from_response).
    fn from_response_within(
        limit: usize,
        parts: &Parts,
        body: &[u8],
    ) -> Result<Self, Unrecognized> {
        let document = Document::new(&parts.headers, body, limit);
        finish(&Received::new(parts, &document), &document, parts)
    }

    /// Reads an error from a gRPC status: the other direction of the conversion into
    /// [`tonic::Status`](crate::tonic).
    ///
    /// The case is the one with the problem type that `Help` links to, or else the one with the reason
    /// and the domain of `ErrorInfo`. Fields come from its metadata, from the violations of `BadRequest`
    /// (the member `errors`), and from the metadata of the status, which has the header fields. A delay
    /// is read from `RetryInfo` too.
    ///
    /// ```
    /// use httperr::{FromProblem, HttpError};
    /// use tonic::Status;
    ///
    /// #[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
    /// #[http(type_base = "https://api.example.com/problems")]
    /// enum ApiError {
    ///     #[error("balance {balance} is too low")]
    ///     #[http(422)]
    ///     OutOfCredit {
    ///         #[http(extension)]
    ///         balance: i64,
    ///     },
    /// }
    ///
    /// // The server:
    /// let status = Status::from(ApiError::OutOfCredit { balance: 30 });
    ///
    /// // The client:
    /// let error = ApiError::from_status(&status)?;
    /// assert_eq!(error, ApiError::OutOfCredit { balance: 30 });
    ///
    /// let unrecognized = ApiError::from_status(&Status::not_found("no route")).unwrap_err();
    /// assert_eq!(unrecognized.status(), 404);
    /// assert_eq!(unrecognized.problem().detail(), Some("no route"));
    /// # Ok::<(), httperr::Unrecognized>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the status is not that of exactly one case, if one of its fields is missing or has another
    /// type, or if the details are longer than [`BODY_LIMIT`]. A field that is the HTTP status itself
    /// cannot be read, since several of them have the same gRPC code. The problem of the error has the
    /// message as its `detail`.
    #[cfg(feature = "tonic")]
    #[cfg_attr(docsrs, doc(cfg(feature = "tonic")))]
    fn from_status(status: &crate::tonic::Status) -> Result<Self, Unrecognized> {
        let (grpc, parts, body) = GrpcStatus::new(status, BODY_LIMIT);
        let document = Document::new(&parts.headers, &body, usize::MAX);
        finish(&Received::of_grpc(&parts, &document, &grpc), &document, &parts)
    }
}

fn finish<T: FromProblem>(
    received: &Received<'_>,
    document: &Document<'_>,
    parts: &Parts,
) -> Result<T, Unrecognized> {
    let mismatch = match T::decode(received).result {
        Ok(error) => return Ok(error),
        Err(mismatch) => mismatch,
    };
    let problem = document.problem(parts);
    let is_error = parts.status.is_client_error() || parts.status.is_server_error();
    match is_error.then(|| T::decode_other(received, problem.clone())) {
        Some(Ok(other)) => Ok(other),
        _ => Err(Unrecognized::new(parts, document.body(), problem, mismatch)),
    }
}

impl<T: FromProblem> FromProblem for Box<T> {
    fn decode(response: &Received<'_>) -> Decoded<Self> {
        T::decode(response).and_then(|error| Ok(Box::new(error)))
    }

    fn decode_other(response: &Received<'_>, problem: Problem) -> Result<Self, Box<Problem>> {
        T::decode_other(response, problem).map(Box::new)
    }
}
