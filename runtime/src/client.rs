//! For HTTP clients: a response is either a success, or an error that was declared.
//!
//! [`check`] takes the response of any client that has the types of [`http`]:
//!
//! | client | |
//! |---|---|
//! | reqwest 0.12, 0.13 | `check::<ApiError, _, _>(response).await?` |
//! | hyper, and services of tower | `check::<ApiError, _, _>(response).await?` |
//! | ureq 3 | `check_blocking::<ApiError, _, _>(response, ureq::Body::into_reader)?`, with `http_status_as_error(false)` |
//!
//! ```
//! use bytes::Bytes;
//! use http_body_util::Full;
//! use httperr::client::{check, Error};
//! use httperr::{FromProblem, HttpError};
//!
//! #[derive(Debug, thiserror::Error, HttpError, FromProblem)]
//! #[http(type_base = "https://api.example.com/problems")]
//! enum ApiError {
//!     #[error("sold out")]
//!     #[http(409)]
//!     SoldOut,
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! // What a client has received:
//! let response = ApiError::SoldOut.to_response().map(Full::new);
//!
//! match check::<ApiError, _, _>(response).await {
//!     Ok(response) => println!("{}", response.status()),
//!     Err(Error::Known(ApiError::SoldOut)) => println!("another one?"),
//!     Err(Error::Unknown(unrecognized)) => println!("{}", unrecognized.problem()),
//!     Err(Error::Transport(error)) => println!("no connection: {error}"),
//!     Err(_) => unreachable!(),
//! }
//! # }
//! ```

use std::future::poll_fn;
use std::io::Read;
use std::pin::pin;
use std::{error, fmt};

use bytes::Buf;
use http::{Response, StatusCode};
use http_body::Body;

use crate::{FromProblem, Unrecognized, BODY_LIMIT};

/// An error of any kind, from a connection.
pub type BoxError = Box<dyn error::Error + Send + Sync>;

/// Why a response is not a success.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E> {
    /// The response is that of a declared case.
    Known(E),
    /// The response is that of no known case.
    Unknown(Unrecognized),
    /// The body could not be received.
    Transport(BoxError),
}

impl<E: fmt::Display> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(error) => error.fmt(f),
            Self::Unknown(unrecognized) => unrecognized.fmt(f),
            Self::Transport(_) => f.write_str("the body of the response could not be received"),
        }
    }
}

impl<E: error::Error> error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Known(error) => error.source(),
            Self::Unknown(_) => None,
            Self::Transport(error) => Some(error.as_ref()),
        }
    }
}

impl<E> From<Unrecognized> for Error<E> {
    fn from(unrecognized: Unrecognized) -> Self {
        Self::Unknown(unrecognized)
    }
}

/// Returns a response as it is if its status is below 400, and otherwise the error that it is.
///
/// At most [`BODY_LIMIT`] bytes of the body are received, and those of a success none.
///
/// # Errors
///
/// Fails for a 4xx and a 5xx.
pub async fn check<E, R, B>(response: R) -> Result<R, Error<E>>
where
    E: FromProblem,
    R: Into<Response<B>> + From<Response<B>>,
    B: Body,
    B::Error: Into<BoxError>,
{
    check_within(BODY_LIMIT, response).await
}

/// As [`check`], with another limit for the length of the body, in bytes.
///
/// # Errors
///
/// Fails for a 4xx and a 5xx.
pub async fn check_within<E, R, B>(limit: usize, response: R) -> Result<R, Error<E>>
where
    E: FromProblem,
    R: Into<Response<B>> + From<Response<B>>,
    B: Body,
    B::Error: Into<BoxError>,
{
    let response: Response<B> = response.into();
    if !is_error(response.status()) {
        return Ok(R::from(response));
    }
    let (parts, body) = response.into_parts();
    let mut body = pin!(body);
    let mut content = Vec::new();
    while let Some(frame) = poll_fn(|context| body.as_mut().poll_frame(context)).await {
        let frame = frame.map_err(|error| Error::Transport(error.into()))?;
        let Ok(data) = frame.into_data() else { continue };
        append(&mut content, data, limit);
        if content.len() > limit {
            break;
        }
    }
    Err(error_of(E::from_response_within(limit, &parts, &content)))
}

/// As [`check`], for a client without `async`. `reader` returns the reader of the body.
///
/// ```
/// use httperr::client::check_blocking;
/// # use httperr::{http::Response, FromProblem};
/// # #[derive(Debug, FromProblem)]
/// # #[http(404)]
/// # struct ApiError;
/// # fn get() -> Response<&'static [u8]> { Response::new(b"hello") }
///
/// let response = check_blocking::<ApiError, _, _>(get(), |body| body)?;
/// assert_eq!(response.status(), 200);
/// # Ok::<(), httperr::client::Error<ApiError>>(())
/// ```
///
/// # Errors
///
/// Fails for a 4xx and a 5xx.
pub fn check_blocking<E, B, R>(
    response: Response<B>,
    reader: impl FnOnce(B) -> R,
) -> Result<Response<B>, Error<E>>
where
    E: FromProblem,
    R: Read,
{
    if !is_error(response.status()) {
        return Ok(response);
    }
    let (parts, body) = response.into_parts();
    let mut content = Vec::new();
    // One byte more, which is too much.
    let limit = u64::try_from(BODY_LIMIT).unwrap_or(u64::MAX).saturating_add(1);
    let received = reader(body).take(limit).read_to_end(&mut content);
    received.map_err(|error| Error::Transport(error.into()))?;
    Err(error_of(E::from_response(&parts, &content)))
}

fn is_error(status: StatusCode) -> bool {
    status.is_client_error() || status.is_server_error()
}

fn error_of<E>(result: Result<E, Unrecognized>) -> Error<E> {
    match result {
        Ok(error) => Error::Known(error),
        Err(unrecognized) => Error::Unknown(unrecognized),
    }
}

/// Appends data up to one byte more than the limit.
fn append(content: &mut Vec<u8>, mut data: impl Buf, limit: usize) {
    while data.has_remaining() && content.len() <= limit {
        let chunk = data.chunk();
        let len = chunk.len().min(limit.saturating_add(1) - content.len());
        content.extend_from_slice(chunk.get(..len).unwrap_or_default());
        data.advance(len);
    }
}
