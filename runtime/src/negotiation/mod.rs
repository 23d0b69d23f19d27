//! Responses in the format and in the language that the client prefers.

mod document;
mod html;
mod preferences;
mod respond;
mod text;
mod translate;
mod xml;

#[cfg(feature = "tower")]
pub(crate) use self::preferences::line;
pub(crate) use self::preferences::{language, list, media_type};
pub(crate) use self::respond::{negotiate, Rendered};
pub(crate) use self::translate::Translation;
#[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
pub(crate) use self::translate::Translator;
pub use self::translate::{ReasonPhrases, Translate};

/// The formats that a client can choose with `Accept` (RFC 9110, section 12.5.1), besides
/// `application/problem+json`.
///
/// It is passed to `ErrorLayer::negotiate`, `ErrorMiddleware::negotiate` or `ErrorFairing::negotiate`, or to
/// [`Context::negotiate`](crate::Context::negotiate):
///
/// ```
/// use httperr::{Context, HttpError, Negotiation};
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[error("no such order")]
/// #[http(404)]
/// struct NoOrder;
///
/// let context = Context::new().negotiate(Negotiation::new().html().text());
/// let response = NoOrder.to_response_with(&context.accept("text/plain, */*;q=0.1"));
/// assert_eq!(response.headers()["content-type"], "text/plain; charset=utf-8");
/// assert_eq!(response.headers()["vary"], "accept");
/// assert_eq!(response.body(), "404 Not Found\n\nno such order\n");
/// ```
///
/// - The problem document is sent as JSON to a client that accepts it as much as any other format, that
///   accepts `application/json`, that accepts nothing that is offered, or whose `Accept` is absent or
///   cannot be parsed. No response is a 406.
/// - A browser, whose `Accept` begins with `text/html`, gets HTML if that is offered.
/// - Every response that could have been another has `Vary: accept`.
/// - Fields that describe the replaced content, such as `ETag`, are removed. The status and all other
///   fields are the same in each format.
///
/// A response in a format of the application, such as `body = { … }`, is sent as it is unless
/// [`envelopes`](Self::envelopes) includes it. One without content stays without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use = "it does nothing until it is passed to a layer or a context"]
#[allow(clippy::struct_excessive_bools)]
pub struct Negotiation {
    xml: bool,
    html: bool,
    text: bool,
    envelopes: bool,
}

impl Negotiation {
    /// Offers nothing but the problem document.
    pub const fn new() -> Self {
        Negotiation { xml: false, html: false, text: false, envelopes: false }
    }

    /// Offers XML, HTML and text.
    ///
    /// ```
    /// use httperr::Negotiation;
    ///
    /// assert_eq!(Negotiation::all(), Negotiation::new().xml().html().text());
    /// ```
    pub const fn all() -> Self {
        Negotiation::new().xml().html().text()
    }

    /// Offers `application/problem+xml` (RFC 9457, appendix B), also to a client that accepts
    /// `application/xml` or `text/xml`.
    ///
    /// ```
    /// use httperr::http::StatusCode;
    /// use httperr::{Context, HttpError, Negotiation, Problem};
    ///
    /// let problem = Problem::new(StatusCode::FORBIDDEN)
    ///     .with_detail("a < b")
    ///     .with_extension("accounts", ["/a", "/b"])?;
    ///
    /// let context = Context::new().negotiate(Negotiation::new().xml()).accept("application/xml");
    /// assert_eq!(
    ///     HttpError::to_response_with(&problem, &context).body(),
    ///     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    ///      <problem xmlns=\"urn:ietf:rfc:7807\"><title>Forbidden</title><status>403</status>\
    ///      <detail>a &lt; b</detail><accounts><i>/a</i><i>/b</i></accounts></problem>\n"
    /// );
    /// # Ok::<(), httperr::ExtensionError>(())
    /// ```
    ///
    /// An element of an array is an `i`. The appendix has no notation for the following members, which are
    /// left out: one whose name is not an XML name without a colon, one that is `null`, and one that is an
    /// empty array or object. A character that XML 1.0 cannot contain is U+FFFD.
    pub const fn xml(self) -> Self {
        Negotiation { xml: true, ..self }
    }

    /// Offers `text/html`: a page without scripts, light or dark, with a content security policy that
    /// allows nothing but its style.
    pub const fn html(self) -> Self {
        Negotiation { html: true, ..self }
    }

    /// Offers `text/plain`: status, title, detail, and a line for each member. A control character is
    /// U+FFFD, as the text may be shown in a terminal.
    pub const fn text(self) -> Self {
        Negotiation { text: true, ..self }
    }

    /// Offers HTML and text in place of a format of the application too: `body = { … }`, `body = text`,
    /// `body = empty` and a [`BodyFormat`](crate::BodyFormat).
    ///
    /// They consist of the status, the title, and the detail and the code if the replaced body has them. The
    /// format of the application stays the default, and the one of equally accepted ones that is sent.
    ///
    /// ```
    /// use httperr::{Context, HttpError, Negotiation};
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("no such order")]
    /// #[http(404, body = { "message": detail })]
    /// struct NoOrder;
    ///
    /// let offered = Negotiation::all();
    /// let context = Context::new().accept("text/plain");
    /// let response = NoOrder.to_response_with(&context.clone().negotiate(offered));
    /// assert_eq!(response.body(), r#"{"message":"no such order"}"#);
    ///
    /// let response = NoOrder.to_response_with(&context.negotiate(offered.envelopes()));
    /// assert_eq!(response.body(), "404 Not Found\n\nno such order\n");
    /// ```
    pub const fn envelopes(self) -> Self {
        Negotiation { envelopes: true, ..self }
    }

    pub(crate) const fn includes_envelopes(self) -> bool {
        self.envelopes
    }

    /// Returns the formats of a problem document, the default first.
    fn of_problem(self) -> impl Iterator<Item = Format> {
        [
            (true, Format::Json),
            (self.xml, Format::Xml),
            (self.html, Format::Html),
            (self.text, Format::Text),
        ]
        .into_iter()
        .filter_map(|(is_offered, format)| is_offered.then_some(format))
    }

    /// Returns the formats that replace one of the application.
    fn of_envelope(self) -> impl Iterator<Item = Format> {
        self.of_problem()
            .filter(move |format| self.envelopes && matches!(format, Format::Html | Format::Text))
    }
}

/// A format of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Json,
    Xml,
    Html,
    Text,
}

impl Format {
    /// Returns the media type, and the names that clients use for it as well.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Format::Json => &["application/problem+json", "application/json"],
            Format::Xml => &["application/problem+xml", "application/xml", "text/xml"],
            Format::Html => &["text/html"],
            Format::Text => &["text/plain"],
        }
    }

    const fn content_type(self) -> &'static str {
        match self {
            Format::Json => "application/problem+json",
            Format::Xml => "application/problem+xml",
            Format::Html => "text/html; charset=utf-8",
            Format::Text => "text/plain; charset=utf-8",
        }
    }
}
