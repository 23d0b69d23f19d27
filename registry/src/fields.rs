//! The names of HTTP fields that have a constant in `http::header`.

use crate::same;

/// A field name that `http::header` has a constant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldName {
    /// The constant's name: `WWW_AUTHENTICATE`.
    pub constant: &'static str,
    /// The name on the wire, in lower case: `www-authenticate`.
    pub name: &'static str,
    /// How a response may set it.
    pub setting: Setting,
}

/// How a response may set a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// Once: the field is a singleton (RFC 9110, section 5.5), or its definition allows one line
    /// in a response, as that of `Sec-WebSocket-Protocol` does (RFC 6455, section 11.3.4).
    Single,
    /// Any number of times: the lines are a list, or the field is an exception such as
    /// `Set-Cookie` (RFC 9110, section 5.3).
    List,
    /// Never by hand: it frames the message, and the server computes it (RFC 9112, section 6).
    /// `TE` and `Trailer` are among them: they announce what only the framing can keep.
    Framing,
}

const fn name(constant: &'static str, name: &'static str, setting: Setting) -> FieldName {
    FieldName { constant, name, setting }
}

/// Every field name that has a constant, in the order of `http::header`.
///
/// A table of cases names a field by its place here: rows are only ever added at the end.
pub const FIELDS: &[FieldName] = &[
    name("ACCEPT", "accept", Setting::List),
    name("ACCEPT_CHARSET", "accept-charset", Setting::List),
    name("ACCEPT_ENCODING", "accept-encoding", Setting::List),
    name("ACCEPT_LANGUAGE", "accept-language", Setting::List),
    name("ACCEPT_RANGES", "accept-ranges", Setting::List),
    name("ACCESS_CONTROL_ALLOW_CREDENTIALS", "access-control-allow-credentials", Setting::Single),
    name("ACCESS_CONTROL_ALLOW_HEADERS", "access-control-allow-headers", Setting::List),
    name("ACCESS_CONTROL_ALLOW_METHODS", "access-control-allow-methods", Setting::List),
    name("ACCESS_CONTROL_ALLOW_ORIGIN", "access-control-allow-origin", Setting::Single),
    name("ACCESS_CONTROL_EXPOSE_HEADERS", "access-control-expose-headers", Setting::List),
    name("ACCESS_CONTROL_MAX_AGE", "access-control-max-age", Setting::Single),
    name("ACCESS_CONTROL_REQUEST_HEADERS", "access-control-request-headers", Setting::List),
    name("ACCESS_CONTROL_REQUEST_METHOD", "access-control-request-method", Setting::Single),
    name("AGE", "age", Setting::Single),
    name("ALLOW", "allow", Setting::List),
    name("ALT_SVC", "alt-svc", Setting::List),
    name("AUTHORIZATION", "authorization", Setting::Single),
    name("CACHE_CONTROL", "cache-control", Setting::List),
    name("CACHE_STATUS", "cache-status", Setting::List),
    name("CDN_CACHE_CONTROL", "cdn-cache-control", Setting::List),
    name("CONNECTION", "connection", Setting::List),
    name("CONTENT_DISPOSITION", "content-disposition", Setting::Single),
    name("CONTENT_ENCODING", "content-encoding", Setting::List),
    name("CONTENT_LANGUAGE", "content-language", Setting::List),
    name("CONTENT_LENGTH", "content-length", Setting::Framing),
    name("CONTENT_LOCATION", "content-location", Setting::Single),
    name("CONTENT_RANGE", "content-range", Setting::Single),
    name("CONTENT_SECURITY_POLICY", "content-security-policy", Setting::List),
    name(
        "CONTENT_SECURITY_POLICY_REPORT_ONLY",
        "content-security-policy-report-only",
        Setting::List,
    ),
    name("CONTENT_TYPE", "content-type", Setting::Single),
    name("COOKIE", "cookie", Setting::Single),
    name("DNT", "dnt", Setting::Single),
    name("DATE", "date", Setting::Single),
    name("ETAG", "etag", Setting::Single),
    name("EXPECT", "expect", Setting::List),
    name("EXPIRES", "expires", Setting::Single),
    name("FORWARDED", "forwarded", Setting::List),
    name("FROM", "from", Setting::Single),
    name("HOST", "host", Setting::Single),
    name("IF_MATCH", "if-match", Setting::List),
    name("IF_MODIFIED_SINCE", "if-modified-since", Setting::Single),
    name("IF_NONE_MATCH", "if-none-match", Setting::List),
    name("IF_RANGE", "if-range", Setting::Single),
    name("IF_UNMODIFIED_SINCE", "if-unmodified-since", Setting::Single),
    name("LAST_MODIFIED", "last-modified", Setting::Single),
    name("LINK", "link", Setting::List),
    name("LOCATION", "location", Setting::Single),
    name("MAX_FORWARDS", "max-forwards", Setting::Single),
    name("ORIGIN", "origin", Setting::Single),
    name("PRAGMA", "pragma", Setting::List),
    name("PROXY_AUTHENTICATE", "proxy-authenticate", Setting::List),
    name("PROXY_AUTHORIZATION", "proxy-authorization", Setting::Single),
    name("PUBLIC_KEY_PINS", "public-key-pins", Setting::Single),
    name("PUBLIC_KEY_PINS_REPORT_ONLY", "public-key-pins-report-only", Setting::Single),
    name("RANGE", "range", Setting::Single),
    name("REFERER", "referer", Setting::Single),
    name("REFERRER_POLICY", "referrer-policy", Setting::List),
    name("REFRESH", "refresh", Setting::Single),
    name("RETRY_AFTER", "retry-after", Setting::Single),
    name("SEC_WEBSOCKET_ACCEPT", "sec-websocket-accept", Setting::Single),
    name("SEC_WEBSOCKET_EXTENSIONS", "sec-websocket-extensions", Setting::Single),
    name("SEC_WEBSOCKET_KEY", "sec-websocket-key", Setting::Single),
    name("SEC_WEBSOCKET_PROTOCOL", "sec-websocket-protocol", Setting::Single),
    name("SEC_WEBSOCKET_VERSION", "sec-websocket-version", Setting::List),
    name("SERVER", "server", Setting::Single),
    name("SET_COOKIE", "set-cookie", Setting::List),
    name("STRICT_TRANSPORT_SECURITY", "strict-transport-security", Setting::Single),
    name("TE", "te", Setting::Framing),
    name("TRAILER", "trailer", Setting::Framing),
    name("TRANSFER_ENCODING", "transfer-encoding", Setting::Framing),
    name("USER_AGENT", "user-agent", Setting::Single),
    name("UPGRADE", "upgrade", Setting::List),
    name("UPGRADE_INSECURE_REQUESTS", "upgrade-insecure-requests", Setting::Single),
    name("VARY", "vary", Setting::List),
    name("VIA", "via", Setting::List),
    name("WARNING", "warning", Setting::List),
    name("WWW_AUTHENTICATE", "www-authenticate", Setting::List),
    name("X_CONTENT_TYPE_OPTIONS", "x-content-type-options", Setting::Single),
    name("X_DNS_PREFETCH_CONTROL", "x-dns-prefetch-control", Setting::Single),
    name("X_FRAME_OPTIONS", "x-frame-options", Setting::Single),
    name("X_XSS_PROTECTION", "x-xss-protection", Setting::Single),
];

/// The row of a field name in lower case.
pub const fn field(name: &str) -> Option<&'static FieldName> {
    let mut at = 0;
    while at < FIELDS.len() {
        if same(FIELDS[at].name, name) {
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
const OF_CONTENT: &[&str] = &[
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
/// A field that the row of the code asks for describes the status, as `Content-Range: bytes */1000`
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
    let of_status = || crate::get(code).into_iter().flat_map(|row| row.fields);
    OF_CONTENT.iter().any(|of_content| of_content.eq_ignore_ascii_case(name))
        && !of_status().any(|field| field.name.eq_ignore_ascii_case(name))
}
