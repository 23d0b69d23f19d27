//! A response that is not that of a case.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::response::Parts;
use http::{header, HeaderMap, StatusCode};

use super::mismatch::Mismatch;
use super::retry_after::FromRetryAfter;
use crate::Problem;

/// A response that is not that of exactly one known case, or whose fields cannot be read: the error
/// of [`FromProblem::from_response`](crate::FromProblem::from_response).
///
/// This is normal where a server is newer than its client (RFC 9457, section 3.2). Everything that was
/// received is still there.
///
/// ```
/// use httperr::{http, FromProblem};
///
/// #[derive(Debug, FromProblem)]
/// #[http(type_base = "https://api.example.com/problems")]
/// enum ApiError {
///     #[http(404)]
///     NoOrder,
/// }
///
/// let (parts, body) = http::Response::builder()
///     .status(409)
///     .header("content-type", "application/problem+json")
///     .header("retry-after", "30")
///     .body(r#"{"type": "https://api.example.com/problems/busy", "detail": "Try later."}"#)?
///     .into_parts();
///
/// let unrecognized = ApiError::from_response(&parts, body.as_bytes()).unwrap_err();
/// assert_eq!(unrecognized.status(), 409);
/// assert_eq!(unrecognized.problem().detail(), Some("Try later."));
/// assert_eq!(unrecognized.retry_after().map(|delay| delay.as_secs()), Some(30));
/// assert_eq!(
///     unrecognized.reason(),
///     "no case has the type `https://api.example.com/problems/busy`"
/// );
/// # Ok::<(), http::Error>(())
/// ```
#[derive(Clone)]
pub struct Unrecognized(Box<Inner>);

#[derive(Clone)]
struct Inner {
    problem: Problem,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    mismatch: Mismatch,
}

impl Unrecognized {
    pub(super) fn new(parts: &Parts, body: &[u8], problem: Problem, mismatch: Mismatch) -> Self {
        Unrecognized(Box::new(Inner {
            problem,
            status: parts.status,
            headers: parts.headers.clone(),
            body: Bytes::copy_from_slice(body),
            mismatch,
        }))
    }

    /// Returns the problem document of the response, or a problem with the status alone if the
    /// response has none.
    pub fn problem(&self) -> &Problem {
        &self.0.problem
    }

    /// Returns the problem document, as [`problem`](Self::problem) does: a problem is an error itself,
    /// which a gateway can respond with.
    pub fn into_problem(self) -> Problem {
        self.0.problem
    }

    /// Returns the status of the response.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// Returns the header fields of the response.
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// Returns the body of the response, which is empty if it was longer than the limit.
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// Returns why the response was not recognized, for people. Parts of the response are in it.
    pub fn reason(&self) -> &str {
        &self.0.mismatch.reason
    }

    /// Returns the name of the case whose response it is, if only a field is missing or cannot be
    /// read.
    pub fn case_name(&self) -> Option<&'static str> {
        self.0.mismatch.case
    }

    /// Returns the delay of `Retry-After`, also where it is a date (RFC 9110, section 10.2.3).
    pub fn retry_after(&self) -> Option<Duration> {
        Duration::from_header_value(self.headers().get(header::RETRY_AFTER))
    }
}

/// Writes the status and the reason: `unrecognized response 409: no case has the code …`.
impl fmt::Display for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unrecognized response {}: {}", self.status().as_u16(), self.reason())
    }
}

impl fmt::Debug for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unrecognized")
            .field("reason", &self.reason())
            .field("status", &self.status())
            .field("problem", self.problem())
            .field("headers", self.headers())
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Unrecognized {}
