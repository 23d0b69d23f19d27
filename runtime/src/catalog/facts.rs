//! The facts of a case that are for documents.

use http::HeaderName;
use httperr_registry::table_format::{Facts, Flags, Text};
use serde_json::Value as Json;

use super::description::Description;
use super::example::example;
use super::schema::{schema, ValueSchemas};
use crate::case::Case;

/// The parts of a case that come from run time, each with the type of its value.
#[derive(Default)]
pub(crate) struct Later {
    /// The name is empty if it is not known.
    pub(crate) headers: Vec<(&'static str, &'static str)>,
    /// The types and the examples of the values that the body program takes.
    pub(crate) values: Vec<(&'static str, &'static str)>,
    /// The members that an envelope adds.
    pub(crate) members: Vec<(&'static str, &'static str)>,
}

impl Case {
    /// Returns the format string of a public text that is different for each value, as the declaration
    /// has it. [`None`] if there is none, or if it is not known.
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("no account {id}")]
    /// #[http(404)]
    /// struct NoAccount {
    ///     id: u64,
    /// }
    ///
    /// let case = NoAccount { id: 7 }.case();
    /// assert_eq!(case.detail(), None);
    /// assert_eq!(case.detail_template(), Some("no account {id}"));
    /// ```
    pub fn detail_template(self) -> Option<&'static str> {
        let is_constant = self.row().flags.has(Flags::CONSTANT_DETAIL);
        self.text(Text::Detail).filter(|_| !is_constant)
    }

    /// Returns the names of all header fields that the case may send, except for the default
    /// `Content-Type`: those of [`headers`](Self::headers), and those whose values come from the error.
    /// Names that the program computes are not among them.
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("busy")]
    /// #[http(503, retry_after = delay)]
    /// struct Busy {
    ///     delay: std::time::Duration,
    /// }
    ///
    /// let case = Busy { delay: std::time::Duration::from_secs(5) }.case();
    /// assert_eq!(case.header_names().collect::<Vec<_>>(), ["retry-after"]);
    /// ```
    pub fn header_names(self) -> impl Iterator<Item = HeaderName> {
        let later = self.later().headers.into_iter();
        let later = later.filter_map(|(name, _)| HeaderName::from_bytes(name.as_bytes()).ok());
        self.headers().map(|(name, _)| name).chain(later)
    }

    /// Returns the JSON Schema of the body. [`None`] if a response of the case has no content.
    ///
    /// The types of the standard library are known; a member of another type accepts anything. A type
    /// with a [`body`](derive@crate::HttpError#body) of its own is described by an empty schema. The
    /// body of an error inside another, in the format of that one, is part of its
    /// [`Catalog`](crate::Catalog).
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("out of credit")]
    /// #[http(402, body = { "code": code, "balance": balance })]
    /// struct OutOfCredit {
    ///     balance: i64,
    /// }
    ///
    /// let schema = OutOfCredit { balance: 30 }.case().schema().unwrap();
    /// assert_eq!(schema["properties"]["code"]["enum"][0], "out-of-credit");
    /// assert_eq!(schema["properties"]["balance"]["type"], "integer");
    /// ```
    pub fn schema(self) -> Option<Json> {
        Some(schema(&Description::new(self, "", &[]).body?, ValueSchemas::NONE))
    }

    /// Returns an example of the body: what the case sends for an error with placeholder values, or
    /// with those that [`example`](derive@crate::HttpError#example) declares. [`None`] if a response of
    /// the case has no content.
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("out of credit")]
    /// #[http(402)]
    /// struct OutOfCredit {
    ///     #[http(extension, example = -30)]
    ///     balance: i64,
    /// }
    ///
    /// let case = OutOfCredit { balance: 0 }.case();
    /// assert_eq!(
    ///     case.example().unwrap(),
    ///     r#"{"title":"Payment Required","status":402,"detail":"out of credit","balance":-30}"#
    /// );
    /// ```
    pub fn example(self) -> Option<String> {
        Some(example(&Description::new(self, "", &[]).body?, ValueSchemas::NONE))
    }

    /// Returns the media type of the body. [`None`] without content, and for a
    /// [`BodyFormat`](crate::BodyFormat), whose media type its [`Catalog`](crate::Catalog) has.
    ///
    /// ```
    /// use httperr::{http::StatusCode, Case};
    ///
    /// let case = Case::new(StatusCode::NOT_FOUND);
    /// assert_eq!(case.media_type().as_deref(), Some("application/problem+json"));
    /// ```
    pub fn media_type(self) -> Option<String> {
        Description::new(self, "", &[]).media_type
    }

    /// Returns whether the name of the case is not for clients: it is masked and has no code, title or
    /// type of its own.
    pub(crate) fn is_name_private(self) -> bool {
        self.trailer().facts.has(Facts::PRIVATE_NAME)
    }

    /// Returns whether the case is another one on the wire.
    pub(crate) fn is_same_as(self) -> bool {
        self.trailer().facts.has(Facts::SAME_AS)
    }

    pub(crate) fn body_bytes(self) -> &'static [u8] {
        let mut entry = self.entry_after_headers();
        entry.text()
    }

    pub(crate) fn later(self) -> Later {
        let mut entry = self.entry_after_texts();
        let trailer = entry.trailer();
        for _ in 0..entry.number() {
            entry.tag();
        }
        if !trailer.facts.has(Facts::LATER_PARTS) {
            return Later::default();
        }
        let mut pairs = || (0..entry.number()).map(|_| entry.later_pair()).collect();
        Later { headers: pairs(), values: pairs(), members: pairs() }
    }
}
