//! [`Problem`] as an error and as its own response.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use bytes::Bytes;
use http::{Response, StatusCode};
use httperr_registry::is_final;

use super::Problem;
use crate::{Case, HttpError, ResponseParts};

/// Sending.
impl Problem {
    /// Returns the response to send, with the status of the document (RFC 9457, section 3.1.2).
    ///
    /// A problem without a status, or with an interim one (1xx), is sent as 500, in the document as
    /// well. The responses with 204, 205 and 304 have neither content nor `Content-Type` (RFC 9110,
    /// section 6.4.1).
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    ///
    /// let response = Problem::new(StatusCode::UNAUTHORIZED).to_response();
    /// assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    /// assert_eq!(response.headers()["content-type"], Problem::MEDIA_TYPE);
    /// assert_eq!(response.body(), r#"{"title":"Unauthorized","status":401}"#);
    /// ```
    pub fn to_response(&self) -> Response<Bytes> {
        HttpError::to_response(self)
    }

    /// Returns the document as it is sent: its status is that of the response.
    fn sent(&self, status: StatusCode) -> Cow<'_, Problem> {
        if self.status == Some(status) {
            Cow::Borrowed(self)
        } else {
            Cow::Owned(self.clone().with_status(status))
        }
    }
}

/// Writes the status, the title and the detail: `404 Not Found: no order 7`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.status.map(|status| status.as_str().to_owned());
        let summary: Vec<&str> = status.as_deref().into_iter().chain(self.title()).collect();
        match (summary.as_slice(), self.detail()) {
            ([], None) => f.write_str(self.type_uri()),
            ([], Some(detail)) => f.write_str(detail),
            (summary, None) => f.write_str(&summary.join(" ")),
            (summary, Some(detail)) => write!(f, "{}: {detail}", summary.join(" ")),
        }
    }
}

impl Error for Problem {}

/// The response is the document itself. A member `instance` or `request_id` of its own takes precedence
/// over that of the request.
impl HttpError for Problem {
    fn case(&self) -> Case {
        let status = self.status.filter(|status| is_final(status.as_u16()));
        Case::of_problem(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR))
    }

    fn detail(&self) -> Option<Cow<'_, str>> {
        self.detail().map(Cow::Borrowed)
    }

    fn write_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
        if !parts.0.case().is_of_problem() {
            // Called by a manual implementation, whose document has a title and a status of its own.
            for (name, value) in &self.extensions {
                parts.extension(name, value);
            }
            return;
        }
        parts.0.present.instance |= self.instance.is_some();
        parts.0.present.request_id |= self.extensions.contains_key("request_id");
        let sent = self.sent(parts.0.status());
        parts.value(&*sent);
    }
}
