//! The HTTP fields that have a constant in `http::header`, and the grammars of their values.

use core::fmt;

pub use crate::grammar::Grammar;
use crate::grammar::Problem;
use crate::{str_eq, Spec};

/// A field that `http::header` has a constant for, and what is known about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeaderField {
    /// The name of the constant: `WWW_AUTHENTICATE`.
    pub constant: &'static str,
    /// The name on the wire, in lower case: `www-authenticate`.
    pub name: &'static str,
    /// The number of field lines that a response may have.
    pub cardinality: Cardinality,
    /// The grammar of a value in a response. Fields of requests, and those that are seldom set by an
    /// application, have [`Grammar::FieldValue`].
    pub grammar: Grammar,
    /// The section that defines the grammar.
    pub spec: Spec,
    /// An example of a value: `Bearer realm="api"`.
    pub example: &'static str,
}

/// The number of lines of a field that a response may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cardinality {
    /// One: the field is a singleton (RFC 9110, section 5.5), or its definition allows one line in a
    /// response, as that of `Sec-WebSocket-Protocol` does (RFC 6455, section 11.3.4).
    Single,
    /// Any number of times: the lines are a list, or the field is an exception such as
    /// `Set-Cookie` (RFC 9110, section 5.3).
    List,
    /// None that an application sets: the field frames the message, and the server computes it
    /// (RFC 9112, section 6). `TE` and `Trailer` are among these, because they make promises that
    /// only the framing can keep.
    Framing,
}

const fn name(constant: &'static str, name: &'static str, cardinality: Cardinality) -> HeaderField {
    let spec = http("5.5");
    HeaderField { constant, name, cardinality, grammar: Grammar::FieldValue, spec, example: "text" }
}

impl HeaderField {
    const fn with(self, grammar: Grammar, spec: Spec, example: &'static str) -> Self {
        Self { grammar, spec, example, ..self }
    }

    /// Checks a value that an application sends in this field, as [`check`] does.
    ///
    /// ```
    /// use httperr_registry::field;
    ///
    /// let allow = field("allow").unwrap();
    /// assert!(allow.check("GET, HEAD").is_ok());
    /// assert!(allow.check("GET HEAD").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// The first error, from left to right. A control character comes before all others.
    pub fn check(&self, value: &str) -> Result<(), Malformed> {
        self.grammar.check(value).map_err(|error| Malformed {
            offset: error.offset,
            problem: error.problem,
            grammar: self.grammar,
            example: self.example,
            spec: self.spec,
        })
    }
}

const UNREGISTERED: HeaderField = name("", "", Cardinality::List);

/// A section of RFC 9110, which defines most fields.
const fn http(section: &'static str) -> Spec {
    rfc("RFC 9110", section)
}

/// A section of RFC 9111.
const fn caching(section: &'static str) -> Spec {
    rfc("RFC 9111", section)
}

const fn rfc(document: &'static str, section: &'static str) -> Spec {
    Spec { document, section }
}

/// The Fetch Standard, whose sections are renumbered as it changes.
const FETCH: Spec = rfc("Fetch Standard", "");

/// Every field name that has a constant, in the order of `http::header`.
///
/// Packed tables refer to a field by its index, so rows are only ever added at the end.
pub const FIELDS: &[HeaderField] =
    &[
        name("ACCEPT", "accept", Cardinality::List).with(
            Grammar::MediaRanges,
            http("12.5.1"),
            "application/json",
        ),
        name("ACCEPT_CHARSET", "accept-charset", Cardinality::List),
        name("ACCEPT_ENCODING", "accept-encoding", Cardinality::List).with(
            Grammar::WeightedCodings,
            http("12.5.3"),
            "gzip",
        ),
        name("ACCEPT_LANGUAGE", "accept-language", Cardinality::List),
        name("ACCEPT_RANGES", "accept-ranges", Cardinality::List).with(
            Grammar::NonEmptyTokens,
            http("14.3"),
            "bytes",
        ),
        name(
            "ACCESS_CONTROL_ALLOW_CREDENTIALS",
            "access-control-allow-credentials",
            Cardinality::Single,
        )
        .with(Grammar::True, FETCH, "true"),
        name("ACCESS_CONTROL_ALLOW_HEADERS", "access-control-allow-headers", Cardinality::List)
            .with(Grammar::Tokens, FETCH, "Authorization, Content-Type"),
        name("ACCESS_CONTROL_ALLOW_METHODS", "access-control-allow-methods", Cardinality::List)
            .with(Grammar::Tokens, FETCH, "GET, POST"),
        name("ACCESS_CONTROL_ALLOW_ORIGIN", "access-control-allow-origin", Cardinality::Single)
            .with(Grammar::AllowedOrigin, FETCH, "https://example.com"),
        name("ACCESS_CONTROL_EXPOSE_HEADERS", "access-control-expose-headers", Cardinality::List)
            .with(Grammar::Tokens, FETCH, "Retry-After, X-Request-Id"),
        name("ACCESS_CONTROL_MAX_AGE", "access-control-max-age", Cardinality::Single).with(
            Grammar::Seconds,
            FETCH,
            "600",
        ),
        name("ACCESS_CONTROL_REQUEST_HEADERS", "access-control-request-headers", Cardinality::List),
        name("ACCESS_CONTROL_REQUEST_METHOD", "access-control-request-method", Cardinality::Single),
        name("AGE", "age", Cardinality::Single).with(Grammar::Seconds, caching("5.1"), "60"),
        name("ALLOW", "allow", Cardinality::List).with(
            Grammar::Tokens,
            http("10.2.1"),
            "GET, HEAD",
        ),
        name("ALT_SVC", "alt-svc", Cardinality::List),
        name("AUTHORIZATION", "authorization", Cardinality::Single),
        name("CACHE_CONTROL", "cache-control", Cardinality::List).with(
            Grammar::CacheDirectives,
            caching("5.2"),
            "private, max-age=60",
        ),
        name("CACHE_STATUS", "cache-status", Cardinality::List),
        name("CDN_CACHE_CONTROL", "cdn-cache-control", Cardinality::List),
        name("CONNECTION", "connection", Cardinality::List).with(
            Grammar::Tokens,
            http("7.6.1"),
            "close",
        ),
        name("CONTENT_DISPOSITION", "content-disposition", Cardinality::Single),
        name("CONTENT_ENCODING", "content-encoding", Cardinality::List).with(
            Grammar::Tokens,
            http("8.4"),
            "gzip",
        ),
        name("CONTENT_LANGUAGE", "content-language", Cardinality::List).with(
            Grammar::LanguageTags,
            http("8.5"),
            "en",
        ),
        name("CONTENT_LENGTH", "content-length", Cardinality::Framing),
        name("CONTENT_LOCATION", "content-location", Cardinality::Single).with(
            Grammar::UriWithoutFragment,
            http("8.7"),
            "/orders/7",
        ),
        name("CONTENT_RANGE", "content-range", Cardinality::Single).with(
            Grammar::ContentRange,
            http("14.4"),
            "bytes */1234",
        ),
        name("CONTENT_SECURITY_POLICY", "content-security-policy", Cardinality::List),
        name(
            "CONTENT_SECURITY_POLICY_REPORT_ONLY",
            "content-security-policy-report-only",
            Cardinality::List,
        ),
        name("CONTENT_TYPE", "content-type", Cardinality::Single).with(
            Grammar::MediaType,
            http("8.3"),
            "application/json",
        ),
        name("COOKIE", "cookie", Cardinality::Single),
        name("DNT", "dnt", Cardinality::Single),
        name("DATE", "date", Cardinality::Single).with(
            Grammar::Date,
            http("5.6.7"),
            "Sun, 06 Nov 1994 08:49:37 GMT",
        ),
        name("ETAG", "etag", Cardinality::Single).with(
            Grammar::EntityTag,
            http("8.8.3"),
            "\"xyzzy\"",
        ),
        name("EXPECT", "expect", Cardinality::List),
        name("EXPIRES", "expires", Cardinality::Single).with(
            Grammar::Date,
            http("5.6.7"),
            "Thu, 01 Dec 1994 16:00:00 GMT",
        ),
        name("FORWARDED", "forwarded", Cardinality::List),
        name("FROM", "from", Cardinality::Single),
        name("HOST", "host", Cardinality::Single),
        name("IF_MATCH", "if-match", Cardinality::List),
        name("IF_MODIFIED_SINCE", "if-modified-since", Cardinality::Single),
        name("IF_NONE_MATCH", "if-none-match", Cardinality::List),
        name("IF_RANGE", "if-range", Cardinality::Single),
        name("IF_UNMODIFIED_SINCE", "if-unmodified-since", Cardinality::Single),
        name("LAST_MODIFIED", "last-modified", Cardinality::Single).with(
            Grammar::Date,
            http("5.6.7"),
            "Tue, 15 Nov 1994 12:45:26 GMT",
        ),
        name("LINK", "link", Cardinality::List).with(
            Grammar::Links,
            rfc("RFC 8288", "3"),
            "</terms>; rel=\"license\"",
        ),
        name("LOCATION", "location", Cardinality::Single).with(
            Grammar::UriReference,
            http("10.2.2"),
            "/orders/7",
        ),
        name("MAX_FORWARDS", "max-forwards", Cardinality::Single),
        name("ORIGIN", "origin", Cardinality::Single),
        name("PRAGMA", "pragma", Cardinality::List),
        name("PROXY_AUTHENTICATE", "proxy-authenticate", Cardinality::List).with(
            Grammar::Challenges,
            http("11.7.1"),
            "Basic realm=\"proxy\"",
        ),
        name("PROXY_AUTHORIZATION", "proxy-authorization", Cardinality::Single),
        name("PUBLIC_KEY_PINS", "public-key-pins", Cardinality::Single),
        name("PUBLIC_KEY_PINS_REPORT_ONLY", "public-key-pins-report-only", Cardinality::Single),
        name("RANGE", "range", Cardinality::Single),
        name("REFERER", "referer", Cardinality::Single),
        name("REFERRER_POLICY", "referrer-policy", Cardinality::List),
        name("REFRESH", "refresh", Cardinality::Single),
        name("RETRY_AFTER", "retry-after", Cardinality::Single).with(
            Grammar::SecondsOrDate,
            http("10.2.3"),
            "120",
        ),
        name("SEC_WEBSOCKET_ACCEPT", "sec-websocket-accept", Cardinality::Single),
        name("SEC_WEBSOCKET_EXTENSIONS", "sec-websocket-extensions", Cardinality::Single),
        name("SEC_WEBSOCKET_KEY", "sec-websocket-key", Cardinality::Single),
        name("SEC_WEBSOCKET_PROTOCOL", "sec-websocket-protocol", Cardinality::Single),
        name("SEC_WEBSOCKET_VERSION", "sec-websocket-version", Cardinality::List).with(
            Grammar::WebSocketVersions,
            rfc("RFC 6455", "4.3"),
            "13",
        ),
        name("SERVER", "server", Cardinality::Single),
        name("SET_COOKIE", "set-cookie", Cardinality::List).with(
            Grammar::Cookie,
            rfc("RFC 6265", "4.1.1"),
            "id=31d4; Path=/; Secure; HttpOnly",
        ),
        name("STRICT_TRANSPORT_SECURITY", "strict-transport-security", Cardinality::Single).with(
            Grammar::TransportSecurity,
            rfc("RFC 6797", "6.1"),
            "max-age=31536000; includeSubDomains",
        ),
        name("TE", "te", Cardinality::Framing),
        name("TRAILER", "trailer", Cardinality::Framing),
        name("TRANSFER_ENCODING", "transfer-encoding", Cardinality::Framing),
        name("USER_AGENT", "user-agent", Cardinality::Single),
        name("UPGRADE", "upgrade", Cardinality::List).with(
            Grammar::Protocols,
            http("7.8"),
            "websocket",
        ),
        name("UPGRADE_INSECURE_REQUESTS", "upgrade-insecure-requests", Cardinality::Single),
        name("VARY", "vary", Cardinality::List).with(
            Grammar::Tokens,
            http("12.5.5"),
            "Accept, Accept-Language",
        ),
        name("VIA", "via", Cardinality::List),
        name("WARNING", "warning", Cardinality::List),
        name("WWW_AUTHENTICATE", "www-authenticate", Cardinality::List).with(
            Grammar::Challenges,
            http("11.6.1"),
            "Bearer realm=\"api\"",
        ),
        name("X_CONTENT_TYPE_OPTIONS", "x-content-type-options", Cardinality::Single).with(
            Grammar::NoSniff,
            FETCH,
            "nosniff",
        ),
        name("X_DNS_PREFETCH_CONTROL", "x-dns-prefetch-control", Cardinality::Single),
        name("X_FRAME_OPTIONS", "x-frame-options", Cardinality::Single).with(
            Grammar::FrameOptions,
            rfc("RFC 7034", "2.1"),
            "DENY",
        ),
        name("X_XSS_PROTECTION", "x-xss-protection", Cardinality::Single),
    ];

/// Returns the row of a field name in lower case.
///
/// ```
/// use httperr_registry::{field, Cardinality};
///
/// assert_eq!(field("retry-after").unwrap().cardinality, Cardinality::Single);
/// assert!(field("x-request-id").is_none());
/// ```
pub const fn field(name: &str) -> Option<&'static HeaderField> {
    let mut at = 0;
    while at < FIELDS.len() {
        if str_eq(FIELDS[at].name, name) {
            return Some(&FIELDS[at]);
        }
        at += 1;
    }
    None
}

/// Checks a value that an application sends in a field. The case of the name does not matter.
///
/// A field without a row, or whose row has no grammar of its own, accepts any field value
/// (RFC 9110, section 5.5). Spaces and tabs around a value are not part of it.
///
/// ```
/// use httperr_registry::fields::check;
///
/// assert!(check("WWW-Authenticate", "Bearer realm=\"api\", Basic realm=\"simple\"").is_ok());
/// assert!(check("x-request-id", "any text").is_ok());
///
/// let error = check("allow", "GET HEAD").unwrap_err();
/// assert_eq!(error.to_string(), "expected `,` or the end of the value, found `H` at byte 4");
/// assert_eq!(error.offset(), 4);
/// assert_eq!(error.grammar().to_string(), "a list of tokens");
/// assert_eq!(error.example(), "GET, HEAD");
/// assert_eq!(error.spec().to_string(), "RFC 9110, section 10.2.1");
/// ```
///
/// # Errors
///
/// The first error, from left to right. A control character comes before all others.
pub fn check(name: &str, value: &str) -> Result<(), Malformed> {
    let row = FIELDS.iter().find(|row| row.name.eq_ignore_ascii_case(name));
    row.unwrap_or(&UNREGISTERED).check(value)
}

/// The error of a value that does not match the grammar of its field.
///
/// Displayed, it names the first error: ``expected a token, found `"` at byte 5``.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed {
    offset: usize,
    problem: Problem,
    grammar: Grammar,
    example: &'static str,
    spec: Spec,
}

impl Malformed {
    /// Returns the offset of the error in the value, in bytes. An error at the end has the offset of
    /// the end.
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// Returns the grammar of the field.
    pub const fn grammar(&self) -> Grammar {
        self.grammar
    }

    /// Returns an example of a valid value.
    pub const fn example(&self) -> &'static str {
        self.example
    }

    /// Returns the section that defines the grammar.
    pub const fn spec(&self) -> Spec {
        self.spec
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (expected, found) = match self.problem {
            Problem::Expected(expected, found) => (expected, found),
            Problem::Violated(rule) => return f.write_str(rule),
            Problem::Uri(error) => return error.fmt(f),
        };
        write!(f, "expected {expected}, found ")?;
        match found {
            None => f.write_str("the end of the value"),
            Some(' ') => write!(f, "a space at byte {}", self.offset),
            Some('\t') => write!(f, "a tab at byte {}", self.offset),
            Some(char) if char.is_control() => {
                write!(f, "{char:?} at byte {}", self.offset)
            }
            Some(char) => write!(f, "`{char}` at byte {}", self.offset),
        }
    }
}

/// The fields that describe the content of a message or the selected representation in it, in lower
/// case.
///
/// RFC 9110: representation metadata (section 8), `Accept-Ranges` and `Content-Range` (section 14),
/// `Trailer` (section 6.6.2); `Transfer-Encoding` (RFC 9112, section 6.1); `Content-Disposition`
/// (RFC 6266); `Content-Digest` and `Repr-Digest` (RFC 9530), `Digest` (RFC 3230) and `Content-MD5`
/// (RFC 2616), which they replace. Not all of them have a row in [`FIELDS`].
const CONTENT_FIELDS: &[&str] = &[
    "accept-ranges",
    "content-digest",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    "content-md5",
    "content-range",
    "content-type",
    "digest",
    "etag",
    "last-modified",
    "repr-digest",
    "trailer",
    "transfer-encoding",
];

/// Returns whether a field of a response with this status code describes the content, and is wrong
/// once the content is replaced. The case of the name does not matter.
///
/// A field that the row of the code requires describes the status, as `Content-Range: bytes */1000`
/// in a 416 does (RFC 9110, section 15.5.17).
///
/// ```
/// use httperr_registry::describes_content;
///
/// assert!(describes_content(404, "ETag"));
/// assert!(describes_content(404, "content-range"));
/// assert!(!describes_content(416, "content-range"));
/// assert!(!describes_content(405, "allow"));
/// ```
pub fn describes_content(code: u16, name: &str) -> bool {
    let status_fields = || crate::get(code).into_iter().flat_map(|row| row.fields);
    CONTENT_FIELDS.iter().any(|field| field.eq_ignore_ascii_case(name))
        && !status_fields().any(|field| field.name.eq_ignore_ascii_case(name))
}
