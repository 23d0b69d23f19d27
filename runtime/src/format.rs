//! Bodies of a type of one's own.

use std::error::Error;

use http::StatusCode;
use serde_json::{Map, Value};

use crate::respond::Context;
use crate::table::Case;

/// A format of bodies: `#[http(body = path::ToType)]`.
///
/// ```
/// use std::error::Error;
/// use httperr::{BodyFormat, HttpError, ErrorView};
///
/// /// The errors of S3.
/// struct Xml;
///
/// impl BodyFormat for Xml {
///     const CONTENT_TYPE: &'static str = "application/xml";
///
///     fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
///         let code = error.code().unwrap_or("Unknown");
///         let text = error.detail().unwrap_or(error.title());
///         let text = text.replace('&', "&amp;").replace('<', "&lt;");
///         *body = format!("<Error><Code>{code}</Code><Message>{text}</Message></Error>").into();
///         Ok(())
///     }
/// }
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[http(codes(rename_all = "PascalCase"), body = Xml)]
/// enum S3Error {
///     #[error("no bucket <{name}>")]
///     #[http(404)]
///     NoSuchBucket { name: String },
/// }
///
/// let response = S3Error::NoSuchBucket { name: "a".into() }.to_response();
/// assert_eq!(response.headers()["content-type"], "application/xml");
/// assert_eq!(
///     response.body(),
///     "<Error><Code>NoSuchBucket</Code><Message>no bucket &lt;a></Message></Error>"
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no format of a body",
    label = "no `BodyFormat`",
    note = "implement `httperr::BodyFormat` for it, or write a JSON template: `body = {{ \"code\": code, \"message\": detail }}`"
)]
pub trait BodyFormat {
    /// The media type (RFC 9110, section 8.3). One that no header can have makes the response a
    /// 500, which is logged.
    const CONTENT_TYPE: &'static str;

    /// Writes the body, which is empty at first.
    ///
    /// # Errors
    ///
    /// An error makes the response a 500 with a problem document, and is logged.
    fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>>;
}

/// What a [`BodyFormat`] gets to see: what the client may be told about an error.
#[derive(Debug)]
pub struct ErrorView<'a> {
    pub(crate) case: Case,
    pub(crate) status: StatusCode,
    pub(crate) title: &'static str,
    pub(crate) detail: Option<String>,
    /// The extension members as a JSON object.
    pub(crate) members: Vec<u8>,
    pub(crate) context: &'a Context<'a>,
}

impl ErrorView<'_> {
    /// The status that is sent.
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The machine code; [`None`] for a case by hand.
    pub fn code(&self) -> Option<&'static str> {
        self.case.code()
    }

    /// The problem type (RFC 9457, section 3.1.1); [`None`] stands for `about:blank`.
    pub fn type_uri(&self) -> Option<&'static str> {
        self.case.type_uri()
    }

    /// The title (RFC 9457, section 3.1.3).
    pub const fn title(&self) -> &str {
        self.title
    }

    /// The public text; [`None`] where the text is kept from the client.
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// The URI reference of this occurrence (RFC 9457, section 3.1.5).
    pub fn instance(&self) -> Option<&str> {
        self.context.instance.as_deref()
    }

    /// What logs call the request.
    pub fn request_id(&self) -> Option<&str> {
        self.context.request_id.as_deref()
    }

    /// The extension members (RFC 9457, section 3.2), but for numbers that a [`Value`] cannot hold.
    pub fn extensions(&self) -> Map<String, Value> {
        let members = crate::object::members(&self.members);
        let read = members.filter_map(|(name, value)| {
            Some((crate::object::text(name), serde_json::from_slice(value).ok()?))
        });
        read.collect()
    }
}

type Write = fn(&ErrorView<'_>, &mut Vec<u8>) -> Result<(), Box<dyn Error>>;

/// A [`BodyFormat`] without its type.
#[derive(Clone, Copy)]
pub(crate) struct Format {
    pub(crate) write: Write,
}
