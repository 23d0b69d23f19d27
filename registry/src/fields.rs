//! The names of HTTP fields that have a constant in `http::header`.

use crate::str_eq;

/// A field name that `http::header` has a constant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeaderField {
    /// The name of the constant: `WWW_AUTHENTICATE`.
    pub constant: &'static str,
    /// The name on the wire, in lower case: `www-authenticate`.
    pub name: &'static str,
    /// The number of field lines that a response may have.
    pub cardinality: Cardinality,
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
    HeaderField { constant, name, cardinality }
}

/// Every field name that has a constant, in the order of `http::header`.
///
/// Packed tables refer to a field by its index, so rows are only ever added at the end.
pub const FIELDS: &[HeaderField] = &[
    name("ACCEPT", "accept", Cardinality::List),
    name("ACCEPT_CHARSET", "accept-charset", Cardinality::List),
    name("ACCEPT_ENCODING", "accept-encoding", Cardinality::List),
    name("ACCEPT_LANGUAGE", "accept-language", Cardinality::List),
    name("ACCEPT_RANGES", "accept-ranges", Cardinality::List),
    name(
        "ACCESS_CONTROL_ALLOW_CREDENTIALS",
        "access-control-allow-credentials",
        Cardinality::Single,
    ),
    name("ACCESS_CONTROL_ALLOW_HEADERS", "access-control-allow-headers", Cardinality::List),
    name("ACCESS_CONTROL_ALLOW_METHODS", "access-control-allow-methods", Cardinality::List),
    name("ACCESS_CONTROL_ALLOW_ORIGIN", "access-control-allow-origin", Cardinality::Single),
    name("ACCESS_CONTROL_EXPOSE_HEADERS", "access-control-expose-headers", Cardinality::List),
    name("ACCESS_CONTROL_MAX_AGE", "access-control-max-age", Cardinality::Single),
    name("ACCESS_CONTROL_REQUEST_HEADERS", "access-control-request-headers", Cardinality::List),
    name("ACCESS_CONTROL_REQUEST_METHOD", "access-control-request-method", Cardinality::Single),
    name("AGE", "age", Cardinality::Single),
    name("ALLOW", "allow", Cardinality::List),
    name("ALT_SVC", "alt-svc", Cardinality::List),
    name("AUTHORIZATION", "authorization", Cardinality::Single),
    name("CACHE_CONTROL", "cache-control", Cardinality::List),
    name("CACHE_STATUS", "cache-status", Cardinality::List),
    name("CDN_CACHE_CONTROL", "cdn-cache-control", Cardinality::List),
    name("CONNECTION", "connection", Cardinality::List),
    name("CONTENT_DISPOSITION", "content-disposition", Cardinality::Single),
    name("CONTENT_ENCODING", "content-encoding", Cardinality::List),
    name("CONTENT_LANGUAGE", "content-language", Cardinality::List),
    name("CONTENT_LENGTH", "content-length", Cardinality::Framing),
    name("CONTENT_LOCATION", "content-location", Cardinality::Single),
    name("CONTENT_RANGE", "content-range", Cardinality::Single),
    name("CONTENT_SECURITY_POLICY", "content-security-policy", Cardinality::List),
    name(
        "CONTENT_SECURITY_POLICY_REPORT_ONLY",
        "content-security-policy-report-only",
        Cardinality::List,
    ),
    name("CONTENT_TYPE", "content-type", Cardinality::Single),
    name("COOKIE", "cookie", Cardinality::Single),
    name("DNT", "dnt", Cardinality::Single),
    name("DATE", "date", Cardinality::Single),
    name("ETAG", "etag", Cardinality::Single),
    name("EXPECT", "expect", Cardinality::List),
    name("EXPIRES", "expires", Cardinality::Single),
    name("FORWARDED", "forwarded", Cardinality::List),
    name("FROM", "from", Cardinality::Single),
    name("HOST", "host", Cardinality::Single),
    name("IF_MATCH", "if-match", Cardinality::List),
    name("IF_MODIFIED_SINCE", "if-modified-since", Cardinality::Single),
    name("IF_NONE_MATCH", "if-none-match", Cardinality::List),
    name("IF_RANGE", "if-range", Cardinality::Single),
    name("IF_UNMODIFIED_SINCE", "if-unmodified-since", Cardinality::Single),
    name("LAST_MODIFIED", "last-modified", Cardinality::Single),
    name("LINK", "link", Cardinality::List),
    name("LOCATION", "location", Cardinality::Single),
    name("MAX_FORWARDS", "max-forwards", Cardinality::Single),
    name("ORIGIN", "origin", Cardinality::Single),
    name("PRAGMA", "pragma", Cardinality::List),
    name("PROXY_AUTHENTICATE", "proxy-authenticate", Cardinality::List),
    name("PROXY_AUTHORIZATION", "proxy-authorization", Cardinality::Single),
    name("PUBLIC_KEY_PINS", "public-key-pins", Cardinality::Single),
    name("PUBLIC_KEY_PINS_REPORT_ONLY", "public-key-pins-report-only", Cardinality::Single),
    name("RANGE", "range", Cardinality::Single),
    name("REFERER", "referer", Cardinality::Single),
    name("REFERRER_POLICY", "referrer-policy", Cardinality::List),
    name("REFRESH", "refresh", Cardinality::Single),
    name("RETRY_AFTER", "retry-after", Cardinality::Single),
    name("SEC_WEBSOCKET_ACCEPT", "sec-websocket-accept", Cardinality::Single),
    name("SEC_WEBSOCKET_EXTENSIONS", "sec-websocket-extensions", Cardinality::Single),
    name("SEC_WEBSOCKET_KEY", "sec-websocket-key", Cardinality::Single),
    name("SEC_WEBSOCKET_PROTOCOL", "sec-websocket-protocol", Cardinality::Single),
    name("SEC_WEBSOCKET_VERSION", "sec-websocket-version", Cardinality::List),
    name("SERVER", "server", Cardinality::Single),
    name("SET_COOKIE", "set-cookie", Cardinality::List),
    name("STRICT_TRANSPORT_SECURITY", "strict-transport-security", Cardinality::Single),
    name("TE", "te", Cardinality::Framing),
    name("TRAILER", "trailer", Cardinality::Framing),
    name("TRANSFER_ENCODING", "transfer-encoding", Cardinality::Framing),
    name("USER_AGENT", "user-agent", Cardinality::Single),
    name("UPGRADE", "upgrade", Cardinality::List),
    name("UPGRADE_INSECURE_REQUESTS", "upgrade-insecure-requests", Cardinality::Single),
    name("VARY", "vary", Cardinality::List),
    name("VIA", "via", Cardinality::List),
    name("WARNING", "warning", Cardinality::List),
    name("WWW_AUTHENTICATE", "www-authenticate", Cardinality::List),
    name("X_CONTENT_TYPE_OPTIONS", "x-content-type-options", Cardinality::Single),
    name("X_DNS_PREFETCH_CONTROL", "x-dns-prefetch-control", Cardinality::Single),
    name("X_FRAME_OPTIONS", "x-frame-options", Cardinality::Single),
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
