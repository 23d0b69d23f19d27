//! [`ResponseParts`], to which an error writes the parts of its response that depend on its value.

use std::fmt::{self, Display};

use httperr_registry::table_format::{CodeCase, EnvelopeBody};
use httperr_registry::ABOUT_BLANK;
use serde::Serialize;

use crate::body_format::BodyFormat;
use crate::render::headers::Name;
use crate::render::renderer::Renderer;
use crate::retry_after::RetryAfter;
use crate::status_code::AsStatusCode;
use crate::{Case, HttpError};

/// Collects the value-dependent parts of a response: see [`HttpError::write_parts`].
///
/// An implementation of that method may call the methods in any order and any number of times, and may
/// pass the `ResponseParts` on to the `write_parts` of other errors. The response is well formed
/// whatever it does: parts that do not fit the case are left out and logged.
pub struct ResponseParts<'a>(pub(crate) Renderer<'a>);

impl ResponseParts<'_> {
    /// Adds a header.
    ///
    /// It is left out and logged if
    ///
    /// - the value is not a valid field value: control characters would allow it to end the header and
    ///   begin another (RFC 9110, section 5.5);
    /// - the field frames the message, as `Content-Length` does (RFC 9112, section 6);
    /// - the name, the value or the number of headers exceeds [`limits`](crate::registry::limits).
    ///
    /// ```
    /// use httperr::{http::StatusCode, Case, HttpError, ResponseParts};
    ///
    /// #[derive(Debug, thiserror::Error)]
    /// #[error("moved")]
    /// struct Moved {
    ///     location: String,
    /// }
    ///
    /// impl HttpError for Moved {
    ///     fn case(&self) -> Case {
    ///         Case::new(StatusCode::PERMANENT_REDIRECT)
    ///     }
    ///
    ///     fn write_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
    ///         parts.header("location", &self.location);
    ///     }
    /// }
    ///
    /// let moved = Moved { location: "/orders/8".to_owned() };
    /// assert_eq!(moved.to_response().headers()["location"], "/orders/8");
    /// let split = Moved { location: "/\r\nset-cookie: a=b".to_owned() };
    /// assert!(split.to_response().headers().get("location").is_none());
    /// ```
    pub fn header(&mut self, name: impl AsRef<str>, value: impl Display) {
        self.0.write_header_text(Name::Dynamic(name.as_ref()), &value);
    }

    /// Sets `Retry-After` (RFC 9110, section 10.2.3). A delay that cannot be sent, such as a negative
    /// one, is left out and logged.
    ///
    /// ```
    /// use std::time::Duration;
    /// use httperr::{http::StatusCode, Case, HttpError, ResponseParts};
    ///
    /// #[derive(Debug, thiserror::Error)]
    /// #[error("too many requests")]
    /// struct Limited {
    ///     wait: Duration,
    /// }
    ///
    /// impl HttpError for Limited {
    ///     fn case(&self) -> Case {
    ///         Case::new(StatusCode::TOO_MANY_REQUESTS)
    ///     }
    ///
    ///     fn write_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
    ///         parts.retry_after(&self.wait);
    ///     }
    /// }
    ///
    /// let response = Limited { wait: Duration::from_secs(30) }.to_response();
    /// assert_eq!(response.headers()["retry-after"], "30");
    /// ```
    pub fn retry_after(&mut self, delay: &(impl RetryAfter + ?Sized)) {
        if self.0.writes_headers() {
            if let Some(value) = delay.header_value() {
                self.0.write_retry_after(value.ok());
            }
        }
    }

    /// Adds an extension member to the problem document of a manual implementation (RFC 9457, section
    /// 3.2), and to the members that a [`BodyFormat`] gets.
    ///
    /// The members follow those of a declaration. A value that serializes to `null` is left out. A
    /// member whose name the document has already, and any member of a body that is not an object, is
    /// left out and logged. A value that fails to serialize turns the response into a 500.
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
    ///         Case::new(StatusCode::FORBIDDEN)
    ///     }
    ///
    ///     fn write_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
    ///         parts.extension("balance", &self.balance);
    ///     }
    /// }
    ///
    /// let response = OutOfCredit { balance: 30 }.to_response();
    /// assert!(response.body().ends_with(br#""detail":"out of credit","balance":30}"#));
    /// ```
    pub fn extension(&mut self, member: &str, value: &(impl Serialize + ?Sized)) {
        if self.0.accepts_member(member) {
            self.0.add_member(member, serde_json::to_vec(value));
        }
    }
}

/// Called by generated code, in the order of
/// [`table_format::Part`](httperr_registry::table_format::Part).
///
/// The methods that return a `bool` return whether the caller needs no further parts.
#[doc(hidden)]
impl<'a> ResponseParts<'a> {
    /// Continues with the error to which this one is `transparent`.
    pub fn transparent(&mut self, inner: &'a dyn HttpError) {
        if self.0.enter(inner) {
            inner.write_parts(self);
        }
    }

    pub fn set_case(&mut self, case: Case) -> bool {
        self.0.set_case(case);
        self.0.is_satisfied()
    }

    /// Returns whether the case is the one at that index of the declaration.
    pub fn is_case(&self, index: u16) -> bool {
        self.0.is_declared_case(index)
    }

    pub fn status<S: AsStatusCode + ?Sized>(&mut self, status: &S) -> bool {
        if self.0.accepts_status() {
            self.0.set_status(status.code());
        }
        self.0.is_satisfied()
    }

    /// Returns the index of the language of the response among those of the declaration.
    pub fn language(&self) -> u8 {
        self.0.language_index()
    }

    pub fn detail(&mut self, text: fmt::Arguments<'_>) -> bool {
        self.0.set_detail(text);
        self.0.is_satisfied()
    }

    /// Returns the public text for a placeholder in a header.
    pub fn detail_for_header(&mut self) -> Option<String> {
        self.0.detail_for_header()
    }

    /// Writes the next value of the body program.
    pub fn value<T: Serialize + ?Sized>(&mut self, value: &T) {
        if let Some(step) = self.0.begin_value() {
            let serialized = serde_json::to_writer(self.0.body_mut(), value);
            self.0.end_value(step, serialized);
        }
    }

    pub fn format<F: BodyFormat>(&mut self) {
        self.0.set_format(F::write, F::CONTENT_TYPE);
    }

    /// Begins the envelope of the inner error, whose parts follow: a table of one case. Returns whether
    /// the parts of the envelope are needed.
    pub fn envelope(&mut self, table: &'static [u8], format: u8) -> bool {
        self.0.begin_envelope(Case::from_table(table, 0, 0, ""), EnvelopeBody::from_byte(format))
    }

    /// Passes the next value of the envelope's body program.
    pub fn envelope_value<T: Serialize + ?Sized>(&mut self, value: &T) {
        self.0.add_envelope_value(serde_json::to_vec(value));
    }

    /// Adds an extension member to the inner error.
    pub fn envelope_member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        self.0.add_envelope_member(name, serde_json::to_vec(value));
    }

    /// As [`envelope_member`](Self::envelope_member), for a value that is JSON.
    pub fn envelope_json(&mut self, name: &str, json: &'static str) {
        self.0.add_envelope_member(name, Ok(json.into()));
    }

    pub fn envelope_format<F: BodyFormat>(&mut self) {
        self.0.set_envelope_format(F::write, F::CONTENT_TYPE);
    }

    /// Begins the envelope of an error without a declaration. Its code is the name of its status, with
    /// `is_member` also in a problem document. Returns whether the parts of the envelope are needed.
    pub fn format_of(
        &mut self,
        table: &'static [u8],
        format: u8,
        case: u8,
        prefix: &'static str,
        is_member: bool,
    ) -> bool {
        let is_needed = self.envelope(table, format);
        self.0.set_envelope_code(CodeCase::from_byte(case), prefix, is_member);
        is_needed
    }

    /// Returns whether the headers of an envelope are needed, after the parts of the inner error.
    pub fn is_enveloped(&mut self) -> bool {
        self.0.is_enveloped()
    }

    pub fn end_envelope(&mut self) {
        self.0.end_envelope();
    }

    /// Returns the URI of the occurrence for a placeholder in a header.
    pub fn instance(&self) -> Option<&'a str> {
        self.0.context().instance.as_deref()
    }

    /// Returns the identifier of the request for a placeholder in a header.
    pub fn request_id(&self) -> Option<&'a str> {
        self.0.context().request_id.as_deref()
    }

    /// Returns the code of the inner error for a placeholder in a header.
    pub fn code(&self) -> Option<&'static str> {
        self.0.case().code()
    }

    /// Returns the problem type of the inner error for a placeholder in a header.
    pub fn type_uri(&self) -> &'static str {
        self.0.case().type_uri().unwrap_or(ABOUT_BLANK)
    }

    /// Returns the title for a placeholder in a header.
    pub fn title(&self) -> &'static str {
        self.0.title()
    }

    /// Returns the status for a placeholder in a header.
    pub fn sent_status(&self) -> u16 {
        self.0.status().as_u16()
    }
}

impl fmt::Debug for ResponseParts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseParts").field("case", &self.0.case()).finish_non_exhaustive()
    }
}
