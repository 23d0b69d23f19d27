//! The facts about every HTTP status code, as one `const` table.
//!
//! ```
//! use httperr_registry::{Class, Standing};
//!
//! let row = httperr_registry::get(404).unwrap();
//! assert_eq!(row.name, "NOT_FOUND");
//! assert_eq!(row.phrase, "Not Found");
//! assert_eq!(row.class(), Class::ClientError);
//!
//! assert_eq!(httperr_registry::by_name("PAYLOAD_TOO_LARGE").unwrap().code, 413);
//! assert_eq!(httperr_registry::get(305).unwrap().standing, Standing::Deprecated);
//! assert_eq!(httperr_registry::effective(471), 400); // RFC 9110, section 15
//! ```
//!
//! The rows are the [IANA registry](https://www.iana.org/assignments/http-status-codes), the
//! unofficial codes that are seen in the wild, and three values above 599 that are mistaken for
//! codes. Every look-up is a `const fn`; the crate is `no_std` and has no dependency.
//!
//! The procedural macros and the runtime of `httperr` share this crate: each fact about a code is in
//! its row, and nothing else compares status numbers.
#![no_std]
#![doc(html_root_url = "https://docs.rs/httperr-registry/0.1.0")]

mod chinese;
mod codes;
#[doc(hidden)]
pub mod derive_rules;
pub mod fields;
mod grammar;
mod grpc;
#[doc(hidden)]
pub mod json;
pub mod limits;
mod problem;
#[doc(hidden)]
pub mod table_format;
#[doc(hidden)]
pub mod uri;

pub use chinese::{is_simplified_chinese, phrase_in, phrase_zh};
pub use codes::CODES;
pub use fields::{describes_content, field, Cardinality, HeaderField, FIELDS};
pub use grpc::{grpc_code, Grpc};
pub use problem::{ABOUT_BLANK, PROBLEM_MEMBERS};

/// A status code and what is known about it.
///
/// ```
/// use httperr_registry::{get, Content, Retry, Version};
///
/// let row = get(429).unwrap();
/// assert_eq!(row.spec.to_string(), "RFC 6585, section 4");
/// assert_eq!(row.since, Version::Http11);
/// assert_eq!(row.content, Content::Allowed);
/// assert!(row.must_not_store);
/// assert!(matches!(row.retry, Retry::Yes(_) | Retry::If(_)));
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Code {
    /// The number on the wire.
    pub code: u16,
    /// The canonical name in `UPPER_SNAKE`, from the reason phrase of the defining document.
    pub name: &'static str,
    /// Other names for the same code: those of the `http` crate, of older RFCs, and of servers.
    pub aliases: &'static [&'static str],
    /// The recommended reason phrase (RFC 9110, section 15.1), or the name that its vendor gives it.
    /// For 306 and 418, which have no phrase, the name by which they are known.
    pub phrase: &'static str,
    /// The status of its registration.
    pub standing: Standing,
    /// The reason for [`standing`](Self::standing).
    pub rationale: &'static str,
    /// The code to use instead, if this one should not be used.
    pub replacement: Option<&'static str>,
    /// The document that defines it.
    pub spec: Spec,
    /// The lowest HTTP version that has it.
    pub since: Version,
    /// The rule for the content of a response (RFC 9110, section 6.4.1).
    pub content: Content,
    /// A cache may store the response without explicit freshness (RFC 9110, section 15.1).
    pub heuristically_cacheable: bool,
    /// A cache must not store the response (RFC 6585).
    pub must_not_store: bool,
    /// The header fields that a response with this code must or should carry.
    pub fields: &'static [Field],
    /// The advice on sending the same request again.
    pub retry: Retry,
    /// The gRPC codes for it, the usual one first. Where there are none, [`grpc_code`] returns that of
    /// its class.
    pub grpc: &'static [Grpc],
    /// The meaning of the code, in English.
    pub meaning: &'static str,
    /// The meaning of the code, in Simplified Chinese.
    pub meaning_zh: &'static str,
}

impl Code {
    /// Returns the class of the code: its first digit. For a row above 599 it is
    /// [`Class::ServerError`], as a client treats an invalid value (RFC 9110, section 15).
    pub const fn class(&self) -> Class {
        Class::of(self.code)
    }

    /// Returns whether the code ends a request: any but 1xx (RFC 9110, section 15.2).
    pub const fn is_final(&self) -> bool {
        !matches!(self.class(), Class::Informational)
    }

    /// Returns whether the number is a status code at all: 100–599 (RFC 9110, section 15).
    pub const fn is_valid(&self) -> bool {
        is_valid(self.code)
    }

    /// Returns whether a response with the code may have content (RFC 9110, section 6.4.1).
    pub const fn allows_content(&self) -> bool {
        matches!(self.content, Content::Allowed)
    }
}

/// The class of a status code: its first digit (RFC 9110, section 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// 1xx: interim; a final response follows.
    Informational,
    /// 2xx: received, understood, accepted.
    Successful,
    /// 3xx: further action is needed.
    Redirection,
    /// 4xx: the request is at fault.
    ClientError,
    /// 5xx: the server failed to fulfil an apparently valid request.
    ServerError,
}

impl Class {
    /// Returns the class of a number. An invalid one is a server error (RFC 9110, section 15).
    ///
    /// ```
    /// use httperr_registry::Class;
    ///
    /// assert_eq!(Class::of(418), Class::ClientError);
    /// assert_eq!(Class::of(999), Class::ServerError);
    /// ```
    #[inline]
    pub const fn of(code: u16) -> Self {
        match code {
            100..=199 => Self::Informational,
            200..=299 => Self::Successful,
            300..=399 => Self::Redirection,
            400..=499 => Self::ClientError,
            _ => Self::ServerError,
        }
    }
}

/// The status of a code's registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Registered with IANA.
    Standard,
    /// Registered for a limited time.
    Provisional,
    /// Registered, and deprecated by its definition.
    Deprecated,
    /// Reserved, with no meaning.
    Unused,
    /// Registered, but its definition is withdrawn.
    Obsoleted,
    /// Not registered; seen in the wild.
    Unofficial,
    /// Not a status code: above 599.
    OutOfRange,
}

/// A section of a document. Displayed as `RFC 9110, section 15.5.5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spec {
    /// `RFC 9110`, or the vendor that introduced the code.
    pub document: &'static str,
    /// `15.5.5`; empty if the document has no section for it.
    pub section: &'static str,
}

impl core::fmt::Display for Spec {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.section {
            "" => f.write_str(self.document),
            section => write!(f, "{}, section {section}", self.document),
        }
    }
}

/// The lowest HTTP version that has a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Version {
    /// HTTP/1.0 (RFC 1945).
    Http10,
    /// HTTP/1.1 and later.
    Http11,
    /// HTTP/1.1 and no later version: it needs `Upgrade`.
    Http11Only,
    /// Not specified by any standard.
    Unspecified,
}

/// The rule for the content of a response (RFC 9110, section 6.4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Content {
    /// The response may have content.
    Allowed,
    /// The response ends with its header section: 1xx, 204, 304.
    Forbidden,
    /// The response has content of length zero: 205.
    ZeroLength,
}

/// A header field that belongs to a status code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// The name as the RFC writes it: `WWW-Authenticate`.
    pub name: &'static str,
    /// The requirement level.
    pub level: Level,
    /// The responses that the requirement applies to.
    pub when: When,
    /// The section that requires the field.
    pub spec: Spec,
    /// An example of a value: `Bearer realm="api"`.
    pub example: &'static str,
    /// The lint of the derive about an error with this code but without the field: the name of a
    /// [`derive_rules::Rule`].
    #[doc(hidden)]
    pub rule: Option<&'static str>,
}

/// A requirement level (RFC 2119).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// An absolute requirement.
    Must,
    /// A recommendation, which there may be reasons to ignore.
    Should,
    /// Not required by a keyword, but the code has no meaning without it.
    Expected,
}

/// The responses that a requirement applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// Every response with the code.
    Always,
    /// Those that meet a condition, described in English.
    If(&'static str),
}

/// The advice on sending the same request again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retry {
    /// A retry is useful. The text describes how to retry.
    Yes(&'static str),
    /// A retry may be useful. The text is the condition.
    If(&'static str),
    /// A retry would get the same response. The text is the reason.
    No(&'static str),
    /// The response is interim: there is nothing to retry.
    Interim,
}

/// Returns whether a number is a status code: 100–599 (RFC 9110, section 15).
///
/// ```
/// use httperr_registry::is_valid;
///
/// assert!(is_valid(100) && is_valid(599));
/// assert!(!is_valid(99) && !is_valid(600));
/// ```
#[inline]
pub const fn is_valid(code: u16) -> bool {
    code >= 100 && code <= 599
}

/// Returns whether a number is a status code that ends a request: any but 1xx (RFC 9110, section
/// 15.2).
///
/// ```
/// use httperr_registry::is_final;
///
/// assert!(is_final(200) && is_final(599));
/// assert!(!is_final(103) && !is_final(600));
/// ```
#[inline]
pub const fn is_final(code: u16) -> bool {
    is_valid(code) && !matches!(Class::of(code), Class::Informational)
}

/// Returns whether a number is the status code of an error: 4xx or 5xx (RFC 9110, sections 15.5 and
/// 15.6).
///
/// ```
/// use httperr_registry::is_error;
///
/// assert!(is_error(400) && is_error(599));
/// assert!(!is_error(399) && !is_error(600));
/// ```
#[inline]
pub const fn is_error(code: u16) -> bool {
    is_valid(code) && matches!(Class::of(code), Class::ClientError | Class::ServerError)
}

/// Returns whether a response with this status code may have content (RFC 9110, section 6.4.1). An
/// unknown code may.
///
/// ```
/// use httperr_registry::allows_content;
///
/// assert!(allows_content(404) && allows_content(499));
/// assert!(!allows_content(204) && !allows_content(205) && !allows_content(304));
/// ```
pub const fn allows_content(code: u16) -> bool {
    match get(code) {
        Some(row) => row.allows_content(),
        None => true,
    }
}

/// Returns whether `httperr` keeps the text of an error with this status code from the client unless
/// the declaration exposes it: from 500 on, the text is about the server (RFC 9457, section 5).
///
/// ```
/// use httperr_registry::is_masked_by_default;
///
/// assert!(is_masked_by_default(500));
/// assert!(!is_masked_by_default(404));
/// ```
#[inline]
pub const fn is_masked_by_default(code: u16) -> bool {
    matches!(Class::of(code), Class::ServerError)
}

/// Returns the row of a code.
///
/// ```
/// use httperr_registry::get;
///
/// assert_eq!(get(404).unwrap().phrase, "Not Found");
/// assert!(get(471).is_none());
/// ```
pub const fn get(code: u16) -> Option<&'static Code> {
    let (mut low, mut high) = (0, CODES.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let row = &CODES[middle];
        if row.code == code {
            return Some(row);
        }
        if row.code < code {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    None
}

/// Returns the row with this name or alias, in `UPPER_SNAKE`.
///
/// ```
/// use httperr_registry::by_name;
///
/// assert_eq!(by_name("CONTENT_TOO_LARGE").unwrap().code, 413);
/// assert_eq!(by_name("PAYLOAD_TOO_LARGE").unwrap().code, 413);
/// assert!(by_name("Not Found").is_none());
/// ```
pub const fn by_name(name: &str) -> Option<&'static Code> {
    let mut at = 0;
    while at < CODES.len() {
        let row = &CODES[at];
        if str_eq(row.name, name) {
            return Some(row);
        }
        let mut alias = 0;
        while alias < row.aliases.len() {
            if str_eq(row.aliases[alias], name) {
                return Some(row);
            }
            alias += 1;
        }
        at += 1;
    }
    None
}

/// Returns the code as which a client treats a number (RFC 9110, section 15): a registered code as
/// itself, an unknown one as the x00 of its class, an invalid value as 500.
///
/// ```
/// use httperr_registry::effective;
///
/// assert_eq!(effective(404), 404);
/// assert_eq!(effective(499), 400);
/// assert_eq!(effective(999), 500);
/// ```
pub const fn effective(code: u16) -> u16 {
    match get(code) {
        Some(row) if !matches!(row.standing, Standing::Unofficial | Standing::OutOfRange) => code,
        _ if is_valid(code) => code / 100 * 100,
        _ => 500,
    }
}

/// Compares two strings in a `const fn`, which `==` is not yet.
const fn str_eq(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut at = 0;
    while at < left.len() {
        if left[at] != right[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Returns the recommended reason phrase of a code. The phrase of an unknown code is that of the
/// code as which it is [treated](effective) (RFC 9110, section 15).
///
/// ```
/// use httperr_registry::phrase;
///
/// assert_eq!(phrase(409), "Conflict");
/// assert_eq!(phrase(471), "Bad Request");
/// ```
pub const fn phrase(code: u16) -> &'static str {
    match get(code) {
        Some(row) => row.phrase,
        None => match get(effective(code)) {
            Some(row) => row.phrase,
            None => "",
        },
    }
}
