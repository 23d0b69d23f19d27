//! Custom body formats.

use std::error::Error;

use http::StatusCode;
use serde_json::{Map, Value};

use crate::case::Case;
use crate::context::Context;
use crate::render::json;

/// A custom format of response bodies: `#[http(body = path::ToType)]`.
///
/// ```
/// use std::error::Error;
/// use httperr::{BodyFormat, HttpError, ErrorView};
///
/// /// The error format of S3.
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
    message = "`{Self}` does not implement `BodyFormat`",
    label = "not a body format",
    note = "implement `httperr::BodyFormat` for it, or write a JSON template: `body = {{ \"code\": code, \"message\": detail }}`"
)]
pub trait BodyFormat {
    /// The media type (RFC 9110, section 8.3).
    ///
    /// If it is not a valid header value, the response is a 500, and the error is logged.
    const CONTENT_TYPE: &'static str;

    /// Writes the body. The buffer is empty at first.
    ///
    /// # Errors
    ///
    /// If it returns an error, the response is a 500 with a problem document, and the error is
    /// logged.
    fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>>;
}

/// The public view of an error that is passed to [`BodyFormat::write`].
///
/// ```
/// use std::error::Error;
/// use httperr::{BodyFormat, ErrorView, HttpError};
///
/// /// The members of the error, one in each line.
/// struct Lines;
///
/// impl BodyFormat for Lines {
///     const CONTENT_TYPE: &'static str = "text/plain; charset=utf-8";
///
///     fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
///         body.extend(format!("{} {}\n", error.status().as_u16(), error.title()).bytes());
///         for (name, value) in error.extensions() {
///             body.extend(format!("{name}: {value}\n").bytes());
///         }
///         Ok(())
///     }
/// }
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[error("out of credit")]
/// #[http(403, body = Lines, extension(balance = balance))]
/// struct OutOfCredit {
///     balance: i64,
/// }
///
/// let response = OutOfCredit { balance: 30 }.to_response();
/// assert_eq!(response.body(), "403 Forbidden\nbalance: 30\n");
/// ```
#[derive(Debug)]
pub struct ErrorView<'a> {
    pub(crate) case: Case,
    pub(crate) status: StatusCode,
    pub(crate) title: &'static str,
    pub(crate) detail: Option<String>,
    /// The extension members as a JSON object.
    pub(crate) members: Vec<u8>,
    pub(crate) language: Option<&'static str>,
    pub(crate) context: &'a Context<'a>,
}

impl ErrorView<'_> {
    /// Returns the status code of the response.
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the machine code, or [`None`] for a manual implementation.
    pub fn code(&self) -> Option<&'static str> {
        self.case.code()
    }

    /// Returns the problem type (RFC 9457, section 3.1.1), or [`None`] for `about:blank`.
    pub fn type_uri(&self) -> Option<&'static str> {
        self.case.type_uri()
    }

    /// Returns the title (RFC 9457, section 3.1.3).
    pub const fn title(&self) -> &str {
        self.title
    }

    /// Returns the public text, or [`None`] if the text is not sent to the client.
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// Returns the language of the title and of the text, as a tag (RFC 5646), or [`None`] if the
    /// declaration has no [languages](derive@crate::HttpError#languages).
    ///
    /// ```
    /// use std::error::Error;
    /// use httperr::{BodyFormat, Context, ErrorView, HttpError};
    ///
    /// struct Page;
    ///
    /// impl BodyFormat for Page {
    ///     const CONTENT_TYPE: &'static str = "text/html; charset=utf-8";
    ///
    ///     fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
    ///         let language = error.language().unwrap_or("en");
    ///         body.extend(format!("<html lang={language}><p>{}", error.title()).bytes());
    ///         Ok(())
    ///     }
    /// }
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("no such page")]
    /// #[http(404, body = Page, title(en = "No such page", de = "Keine solche Seite"))]
    /// struct NoPage;
    ///
    /// let context = Context::new().languages("de-AT, en;q=0.5");
    /// let response = NoPage.to_response_with(&context);
    /// assert_eq!(response.body(), "<html lang=de><p>Keine solche Seite");
    /// assert_eq!(response.headers()["content-language"], "de");
    /// ```
    pub const fn language(&self) -> Option<&str> {
        self.language
    }

    /// Returns the URI reference of this occurrence (RFC 9457, section 3.1.5).
    pub fn instance(&self) -> Option<&str> {
        self.context.instance.as_deref()
    }

    /// Returns the request ID.
    pub fn request_id(&self) -> Option<&str> {
        self.context.request_id.as_deref()
    }

    /// Returns the metadata of the request, with the [data](Context::data) of the application.
    ///
    /// ```
    /// use std::error::Error;
    /// use httperr::{BodyFormat, Context, ErrorView, HttpError};
    ///
    /// #[derive(Clone, Copy)]
    /// struct Theme(&'static str);
    ///
    /// struct Page;
    ///
    /// impl BodyFormat for Page {
    ///     const CONTENT_TYPE: &'static str = "text/html; charset=utf-8";
    ///
    ///     fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
    ///         let theme = error.context().data().copied().unwrap_or(Theme("light"));
    ///         body.extend(format!("<body class={}>{}", theme.0, error.title()).bytes());
    ///         Ok(())
    ///     }
    /// }
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("no such page")]
    /// #[http(404, body = Page)]
    /// struct NoPage;
    ///
    /// let context = Context::new().with_data(Theme("dark"));
    /// assert_eq!(NoPage.to_response_with(&context).body(), "<body class=dark>Not Found");
    /// ```
    pub const fn context(&self) -> &Context<'_> {
        self.context
    }

    /// Returns the extension members (RFC 9457, section 3.2), without numbers that a [`Value`] cannot
    /// hold.
    pub fn extensions(&self) -> Map<String, Value> {
        let parse =
            |(name, value)| Some((json::unescape(name), serde_json::from_slice(value).ok()?));
        json::members(&self.members).filter_map(parse).collect()
    }
}

/// [`BodyFormat::write`] of any type.
pub(crate) type WriteBody = fn(&ErrorView<'_>, &mut Vec<u8>) -> Result<(), Box<dyn Error>>;
