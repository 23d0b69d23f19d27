//! The grammars of header fields, with the examples of the RFCs that define them.

use std::collections::HashSet;

use http::HeaderValue;
use httperr_registry::fields::{check, Grammar};
use httperr_registry::{field, Cardinality, CODES, FIELDS};
use proptest::prelude::*;

/// The valid values of one field.
type Examples = (&'static str, &'static [&'static str]);

#[rustfmt::skip]
const VALID: &[Examples] = &[
    // RFC 9110, section 12.5.1.
    ("Accept", &[
        "audio/*; q=0.2, audio/basic",
        "text/plain; q=0.5, text/html, text/x-dvi; q=0.8, text/x-c",
        "text/*, text/plain, text/plain;format=flowed, */*",
        "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5",
        "application/json; Q=1.000, */*;q=0.",
    ]),
    // Section 12.5.3.
    ("Accept-Encoding", &[
        "compress, gzip", "", "*", "compress;q=0.5, gzip;q=1.0", "gzip;q=1.0, identity; q=0.5, *;q=0",
    ]),
    // Section 14.3.
    ("Accept-Ranges", &["bytes", "none", "bytes, pages"]),
    ("Access-Control-Allow-Credentials", &["true"]),
    ("Access-Control-Allow-Headers", &["*", "X-PINGOTHER, Content-Type", ""]),
    ("Access-Control-Allow-Methods", &["*", "POST, GET, OPTIONS", ""]),
    ("Access-Control-Allow-Origin", &[
        "*", "null", "https://example.com", "http://localhost:3000", "http://[::1]:8080", "app+x://id",
    ]),
    ("Access-Control-Expose-Headers", &["*", "Retry-After, ETag"]),
    ("Access-Control-Max-Age", &["0", "86400"]),
    // RFC 9111, section 5.1.
    ("Age", &["0", "2147483648", "99999999999999999999999999"]),
    // RFC 9110, section 10.2.1: an empty list allows no methods.
    ("Allow", &["GET, HEAD, PUT", "GET", "", "GET,HEAD\t, PUT", "M-SEARCH"]),
    // RFC 9111, section 5.2.3; RFC 5861, section 3; RFC 8246, section 2.
    ("Cache-Control", &[
        "private, community=\"UCI\"", "max-age=5", "max-age=600, stale-while-revalidate=30",
        "max-age=600, stale-if-error=1200", "max-age=31536000, immutable", "no-store", "No-Store, MAX-AGE=0",
        "no-cache=\"set-cookie, set-cookie2\"", "no-cache", "private=\"x-user\"", "s-maxage=10",
        "must-understand, no-store", "extension=token, other", "",
    ]),
    ("Connection", &["close", "keep-alive, Upgrade"]),
    // RFC 9110, section 8.4.
    ("Content-Encoding", &["gzip", "gzip, br"]),
    // Section 8.5; RFC 5646, appendix A.
    ("Content-Language", &[
        "da", "mi, en", "de", "fr", "ja", "i-enochian", "zh-Hant", "zh-Hans", "sr-Cyrl", "sr-Latn",
        "zh-cmn-Hans-CN", "cmn-Hans-CN", "zh-yue-HK", "yue-HK", "zh-Hans-CN", "sr-Latn-RS", "sl-rozaj",
        "sl-rozaj-biske", "sl-nedis", "de-CH-1901", "sl-IT-nedis", "hy-Latn-IT-arevela", "de-DE", "en-US",
        "es-419", "de-CH-x-phonebk", "az-Arab-x-AZE-derbend", "x-whatever", "qaa-Qaaa-QM-x-southern",
        "de-Qaaa", "sr-Latn-QM", "sr-Qaaa-RS", "en-US-u-islamcal", "zh-CN-a-myext-x-private",
        "en-a-myext-b-another", "i-klingon", "x-a-1",
    ]),
    ("Content-Location", &["http://example.com/a?b=c", "/orders/7", "../a", ""]),
    // RFC 9110, sections 14.4 and 15.3.7.1.
    ("Content-Range", &[
        "bytes 42-1233/1234", "bytes 42-1233/*", "bytes */1234", "bytes 0-499/1234", "bytes 500-999/1234",
        "bytes 500-1233/1234", "bytes 734-1233/1234", "bytes 21010-47021/47022", "bytes 7-7/008",
        "exampleunit 1-99999999999999999999999/199999999999999999999999",
    ]),
    // Sections 8.3, 8.3.1 and 15.3.7.2; an empty parameter, section 5.6.6.
    ("Content-Type", &[
        "text/html; charset=ISO-8859-4", "text/html;charset=utf-8", "Text/HTML;Charset=\"utf-8\"",
        "text/html; charset=\"utf-8\"", "text/html;charset=UTF-8",
        "multipart/byteranges; boundary=THIS_STRING_SEPARATES", "application/problem+json",
        "text/plain;a=\"; \\\" \u{e9}\\\u{e9}\"", "text/html;", "text/html ; ; a=b",
    ]),
    // Sections 6.6.1 and 5.6.7; a leap second and a leap day.
    ("Date", &[
        "Tue, 15 Nov 1994 08:12:31 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", "Sat, 31 Dec 2016 23:59:60 GMT",
        "Tue, 29 Feb 2000 00:00:00 GMT",
    ]),
    // Section 8.8.3.
    ("ETag", &["\"xyzzy\"", "W/\"xyzzy\"", "\"\"", "\"a,b\\\"", "\"\u{e9}\""]),
    // RFC 9111, section 5.3.
    ("Expires", &["Thu, 01 Dec 1994 16:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"]),
    // RFC 9110, section 8.8.2.
    ("Last-Modified", &["Tue, 15 Nov 1994 12:45:26 GMT"]),
    // RFC 8288, section 3.5.
    ("Link", &[
        "<http://example.com/TheBook/chapter2>; rel=\"previous\"; title=\"previous chapter\"",
        "</>; rel=\"http://example.net/foo\"",
        "</terms>; rel=\"copyright\"; anchor=\"#foo\"",
        "</TheBook/chapter2>; rel=\"previous\"; title*=UTF-8'de'letztes%20Kapitel, \
         </TheBook/chapter4>; rel=\"next\"; title*=UTF-8'de'n%c3%a4chstes%20Kapitel",
        "<http://example.org/>; rel=\"start http://example.net/relation/other\"",
        "<https://example.org/>; rel=\"start\", <https://example.org/index>; rel=\"index\"",
        "<a,b;c>;rel=next;flag", "<>; rel=self", "",
    ]),
    // RFC 9110, section 10.2.2.
    ("Location", &[
        "/People.html#tim", "http://www.example.net/index.html", "http://www.example.org/~tim",
        "https://example.com/?a=%20", "",
    ]),
    ("Proxy-Authenticate", &["Basic realm=\"proxy\"", "Negotiate"]),
    // Section 10.2.3.
    ("Retry-After", &["Fri, 31 Dec 1999 23:59:59 GMT", "120", "0"]),
    // RFC 6455, section 4.4.
    ("Sec-WebSocket-Version", &["13", "13, 8, 7", "0", "255"]),
    // RFC 6265, section 3.1; zero seconds, section 5.2.2.
    ("Set-Cookie", &[
        "SID=31d4d96e407aad42", "SID=31d4d96e407aad42; Path=/; Domain=example.com",
        "SID=31d4d96e407aad42; Path=/; Secure; HttpOnly", "lang=en-US; Path=/; Domain=example.com",
        "lang=en-US; Expires=Wed, 09 Jun 2021 10:18:14 GMT", "lang=; Expires=Sun, 06 Nov 1994 08:49:37 GMT",
        "a=\"b\"; max-age=0; SameSite=Lax; secure; Partitioned",
    ]),
    // RFC 6797, section 6.2.
    ("Strict-Transport-Security", &[
        "max-age=31536000", "max-age=15768000 ; includeSubDomains", "max-age=\"31536000\"", "max-age=0",
        "max-age=0; includeSubDomains", "; includeSubDomains;; preload; MAX-AGE=1;",
    ]),
    // RFC 9110, sections 7.8 and 15.5.22.
    ("Upgrade", &["websocket, IRC/6.9, RTA/x11", "HTTP/3.0", "TLS/1.3", "h2c"]),
    // Section 12.5.5.
    ("Vary", &["accept-encoding, accept-language", "*", ""]),
    // Section 11.6.1; RFC 6750, section 3; RFC 7616, section 3.9.1; RFC 7617, section 2.1; RFC 4559,
    // section 5.
    ("WWW-Authenticate", &[
        "Basic realm=\"simple\", Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\"",
        "Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic realm=\"simple\"",
        "Bearer", "Bearer, Basic", "Bearer realm=\"example\"",
        "Bearer realm=\"example\", error=\"invalid_token\", error_description=\"The access token expired\"",
        "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, \
         nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\"",
        "Basic realm=\"foo\", charset=\"UTF-8\"", "Basic   realm=api", "Negotiate",
        "Negotiate a87421000492aa874209af8bc028", "Negotiate YII==, Bearer", "NTLM TlRMTVNTUAAC=",
    ]),
    ("X-Content-Type-Options", &["nosniff", "NoSniff"]),
    // RFC 7034, section 2.
    ("X-Frame-Options", &["DENY", "SAMEORIGIN", "deny", "ALLOW-FROM https://example.com"]),
];

/// A field, an invalid value of it, and the error.
type Invalid = (&'static str, &'static str, &'static str);

#[rustfmt::skip]
const INVALID: &[Invalid] = &[
    ("Accept", "json", "expected `/` and a subtype, found the end of the value"),
    ("Accept", "text/html;q=high", "a weight is a number from `0` to `1` with at most three decimals"),
    ("Accept", "text/html;q=1.5", "a weight is a number from `0` to `1` with at most three decimals"),
    ("Accept", "text/html;q=0.1234", "a weight is a number from `0` to `1` with at most three decimals"),
    ("Accept", "text/html; application/json", "expected `=`, found `/` at byte 22"),
    ("Accept-Encoding", "gzip;level=9", "the only parameter of a content coding is its weight, `q`"),
    ("Accept-Encoding", "gzip;q=2", "a weight is a number from `0` to `1` with at most three decimals"),
    ("Accept-Ranges", "", "expected a token, found the end of the value"),
    ("Access-Control-Allow-Credentials", "True", "expected `true`, found `T` at byte 0"),
    ("Access-Control-Allow-Credentials", "trueish", "expected the end of the value, found `i` at byte 4"),
    ("Access-Control-Allow-Origin", "", "expected an origin, found the end of the value"),
    ("Access-Control-Allow-Origin", "example.com", "expected `://` after the scheme of an origin, found the end of the value"),
    ("Access-Control-Allow-Origin", "https://example.com/", "expected the end of the origin, found `/` at byte 19"),
    ("Access-Control-Allow-Origin", "https://a.example, https://b.example", "expected the end of the origin, found `,` at byte 17"),
    ("Access-Control-Allow-Origin", "https://*.<", "'<' is not allowed in a host (RFC 3986, section 3.2.2)"),
    ("Access-Control-Max-Age", "-1", "expected a number of seconds, found `-` at byte 0"),
    ("Age", "", "expected a number of seconds, found the end of the value"),
    ("Age", "1.5", "expected a digit or the end of the value, found `.` at byte 1"),
    ("Allow", "GET HEAD", "expected `,` or the end of the value, found `H` at byte 4"),
    ("Allow", "GET,,HEAD", "an element of the list is empty"),
    ("Allow", "GET, HEAD,", "an element of the list is empty"),
    ("Allow", ", GET", "an element of the list is empty"),
    ("Allow", "\"GET\"", "expected a token, found `\"` at byte 0"),
    ("Allow", "GET\u{e9}", "expected `,` or the end of the value, found `\u{e9}` at byte 3"),
    ("Allow", "GET\n", "expected a visible character, a space or a tab, found '\\n' at byte 3"),
    // RFC 9111, sections 5.2.2.1 and 5.2.2.10.
    ("Cache-Control", "max-age=\"5\"", "a number of seconds must not be quoted"),
    ("Cache-Control", "s-maxage=\"10\"", "a number of seconds must not be quoted"),
    ("Cache-Control", "max-age", "expected `=` and a number of seconds, found the end of the value"),
    ("Cache-Control", "max-age=1h", "expected a digit, found `h` at byte 9"),
    ("Cache-Control", "max-age=-1", "expected a number of seconds, found `-` at byte 8"),
    ("Cache-Control", "max-age = 60", "whitespace is not allowed around `=`"),
    ("Cache-Control", "max-age= 60", "whitespace is not allowed around `=`"),
    ("Cache-Control", "max-age=", "expected a token or a quoted string, found the end of the value"),
    ("Cache-Control", "no-store=1", "expected `,` or the end of the value, found `=` at byte 8"),
    ("Cache-Control", "no-store; max-age=0", "expected `,` or the end of the value, found `;` at byte 8"),
    ("Cache-Control", "private=\"a b\"", "expected `,` or the end of the value, found `b` at byte 11"),
    ("Cache-Control", "a=\"b", "expected a closing `\"`, found the end of the value"),
    ("Cache-Control", "a=\"b\\", "expected a closing `\"`, found the end of the value"),
    ("Content-Language", "en_US", "expected `-` between subtags, found `_` at byte 2"),
    ("Content-Language", "a-DE", "a language subtag has two to eight letters"),
    ("Content-Language", "en-", "expected a subtag of letters and digits, found the end of the value"),
    ("Content-Language", "de-u", "expected `-` and a subtag, found the end of the value"),
    ("Content-Language", "x, en", "expected `-` and a subtag, found `,` at byte 1"),
    ("Content-Language", "en-abcdefghi", "a subtag of a language tag has at most eight characters"),
    ("Content-Language", "*", "expected a language tag, found `*` at byte 0"),
    ("Content-Language", "en;q=1", "expected `,` or the end of the value, found `;` at byte 2"),
    ("Content-Location", "/a#b", "a fragment is not allowed here"),
    ("Content-Range", "", "expected a range unit, such as `bytes`, found the end of the value"),
    ("Content-Range", "*/1234", "expected a space after the range unit, found `/` at byte 1"),
    ("Content-Range", "bytes=0-499/1234", "expected a space after the range unit, found `=` at byte 5"),
    ("Content-Range", "bytes */*", "expected the complete length, found `*` at byte 8"),
    ("Content-Range", "bytes */", "expected the complete length, found the end of the value"),
    ("Content-Range", "bytes x", "expected the first position, or `*` if the range is unsatisfied, found `x` at byte 6"),
    ("Content-Range", "bytes 0-499", "expected `/` and the complete length, found the end of the value"),
    ("Content-Range", "bytes 10-9/100", "the last position is less than the first one"),
    ("Content-Range", "bytes 0-100/100", "the complete length is not greater than the last position"),
    ("Content-Range", "bytes 0-499/1234 ,", "expected the end of the value, found a space at byte 16"),
    ("Content-Type", "", "expected a media type, found the end of the value"),
    ("Content-Type", "json", "expected `/` and a subtype, found the end of the value"),
    ("Content-Type", "text/html, text/plain", "expected `;` or the end of the value, found `,` at byte 9"),
    ("Content-Type", "text/html charset=utf-8", "expected `;` or the end of the value, found a space at byte 9"),
    ("Content-Type", "text/html; charset = utf-8", "whitespace is not allowed around `=`"),
    ("Content-Type", "text/html; charset", "expected `=`, found the end of the value"),
    ("Content-Type", "text/html; =utf-8", "expected the name of a parameter, found `=` at byte 11"),
    ("Content-Type", "text/html; charset=\"utf-8", "expected a closing `\"`, found the end of the value"),
    // RFC 9110, section 5.6.7.
    ("Date", "Sunday, 06-Nov-94 08:49:37 GMT", "the date format of RFC 850 is obsolete: a sender must generate IMF-fixdate"),
    ("Date", "Sun Nov  6 08:49:37 1994", "the date format of asctime is obsolete: a sender must generate IMF-fixdate"),
    ("Date", "1994-11-06T08:49:37Z", "expected the name of a day, `Mon` to `Sun`, found `1` at byte 0"),
    ("Date", "sun, 06 Nov 1994 08:49:37 GMT", "expected the name of a day, `Mon` to `Sun`, found `s` at byte 0"),
    ("Date", "Sun,06 Nov 1994 08:49:37 GMT", "expected a space after `,`, found `0` at byte 4"),
    ("Date", "Sun, 6 Nov 1994 08:49:37 GMT", "expected a day of two digits, found a space at byte 6"),
    ("Date", "Sun, 06-Nov-1994 08:49:37 GMT", "expected a space after the day, found `-` at byte 7"),
    ("Date", "Sun, 06 nov 1994 08:49:37 GMT", "expected the name of a month, `Jan` to `Dec`, found `n` at byte 8"),
    ("Date", "Sun, 06 November 1994 08:49:37 GMT", "expected a space after the month, found `e` at byte 11"),
    ("Date", "Sun, 06 Nov 94 08:49:37 GMT", "expected a year of four digits, found a space at byte 14"),
    ("Date", "Sun, 06 Nov 1994", "expected a space after the year, found the end of the value"),
    ("Date", "Sun, 06 Nov 1994 24:00:00 GMT", "expected an hour from `00` to `23`, found `2` at byte 17"),
    ("Date", "Sun, 06 Nov 1994 08:60:37 GMT", "expected a minute from `00` to `59`, found `6` at byte 20"),
    ("Date", "Sun, 06 Nov 1994 08:49 GMT", "expected `:`, found a space at byte 22"),
    ("Date", "Sun, 06 Nov 1994 08:49:61 GMT", "expected a second from `00` to `60`, found `6` at byte 23"),
    ("Date", "Sun, 06 Nov 1994 08:49:37", "expected a space after the time, found the end of the value"),
    ("Date", "Sun, 06 Nov 1994 08:49:37 UTC", "expected the time zone `GMT`, found `U` at byte 26"),
    ("Date", "Sun, 06 Nov 1994 08:49:37 GMT+1", "expected the end of the value, found `+` at byte 29"),
    ("Date", "Mon, 06 Nov 1994 08:49:37 GMT", "this date is a Sunday"),
    ("Date", "Tue, 31 Nov 1994 08:49:37 GMT", "the month does not have this day"),
    ("Date", "Wed, 29 Feb 1900 08:49:37 GMT", "the month does not have this day"),
    ("Date", "Wed, 00 Feb 1900 08:49:37 GMT", "the month does not have this day"),
    ("ETag", "xyzzy", "expected `\"` or `W/\"`, found `x` at byte 0"),
    ("ETag", "w/\"xyzzy\"", "expected `\"` or `W/\"`, found `w` at byte 0"),
    ("ETag", "\"xyzzy", "expected a character of an entity tag or a closing `\"`, found the end of the value"),
    ("ETag", "\"x y\"", "expected a character of an entity tag or a closing `\"`, found a space at byte 2"),
    ("ETag", "\"a\", \"b\"", "expected the end of the value, found `,` at byte 3"),
    ("Expires", "0", "expected the name of a day, `Mon` to `Sun`, found `0` at byte 0"),
    ("Expires", "-1", "expected the name of a day, `Mon` to `Sun`, found `-` at byte 0"),
    ("Last-Modified", "", "expected the name of a day, `Mon` to `Sun`, found the end of the value"),
    ("Link", "/next; rel=next", "expected `<` before the target of a link, found `/` at byte 0"),
    ("Link", "</next; rel=next", "expected `>` after the target of a link, found the end of the value"),
    ("Link", "</next>", "expected `; rel=` and a relation type, found the end of the value"),
    ("Link", "</next>; title=\"b\", </a>; rel=a", "expected `; rel=` and a relation type, found `,` at byte 18"),
    ("Link", "</next>; rel=a; rel=b", "`rel` must not appear more than once"),
    ("Link", "</next>; rel", "expected `=` and a relation type, found the end of the value"),
    ("Link", "</next>;", "expected the name of a parameter, found the end of the value"),
    ("Link", "</a b>; rel=a", "' ' is not allowed in a path (RFC 3986, section 3.3)"),
    ("Location", "/a b", "' ' is not allowed in a path (RFC 3986, section 3.3)"),
    ("Location", "/a%2", "`%` is not followed by two hexadecimal digits (RFC 3986, section 2.1)"),
    ("Location", "/orders/{id}", "'{' is not allowed in a path (RFC 3986, section 3.3)"),
    ("Proxy-Authenticate", "realm=\"proxy\"", "the parameter is not preceded by an authentication scheme such as `Bearer`"),
    ("Retry-After", "", "expected a number of seconds or a date, found the end of the value"),
    ("Retry-After", "-5", "expected a number of seconds or a date, found `-` at byte 0"),
    ("Retry-After", "5s", "expected a digit or the end of the value, found `s` at byte 1"),
    ("Retry-After", "1.5", "expected a digit or the end of the value, found `.` at byte 1"),
    ("Retry-After", "Thu, 31 Dec 1999 23:59:59 GMT", "this date is a Friday"),
    ("Sec-WebSocket-Version", "256", "expected a version from `0` to `255`, found `2` at byte 0"),
    ("Sec-WebSocket-Version", "13, 08", "expected a version from `0` to `255`, found `0` at byte 4"),
    ("Sec-WebSocket-Version", "", "expected a version from `0` to `255`, found the end of the value"),
    ("Set-Cookie", "SID", "expected `=` and the value of the cookie, found the end of the value"),
    ("Set-Cookie", "=a", "expected the name of a cookie, found `=` at byte 0"),
    ("Set-Cookie", "SID=a b", "expected `;` or the end of the value, found a space at byte 5"),
    ("Set-Cookie", "SID=a,b", "expected `;` or the end of the value, found `,` at byte 5"),
    ("Set-Cookie", "SID=\"a", "expected a character of a cookie value or a closing `\"`, found the end of the value"),
    ("Set-Cookie", "SID=a;Secure", "expected a space after `;`, found `S` at byte 6"),
    ("Set-Cookie", "SID=a; ", "expected a space after `;`, found the end of the value"),
    ("Set-Cookie", "SID=a; Secure=true", "expected `;` or the end of the value, found `=` at byte 13"),
    ("Set-Cookie", "SID=a; Max-Age=-1", "expected a number of seconds, found `-` at byte 15"),
    ("Set-Cookie", "SID=a; Max-Age", "expected `=` and a number of seconds, found the end of the value"),
    ("Set-Cookie", "SID=a; Domain=", "expected a domain, found the end of the value"),
    ("Set-Cookie", "SID=a; Domain=https://example.com", "expected `;` or the end of the value, found `:` at byte 19"),
    ("Set-Cookie", "SID=a; Expires=0", "expected the name of a day, `Mon` to `Sun`, found `0` at byte 15"),
    ("Set-Cookie", "SID=a; Expires=Tue, 09 Jun 2021 10:18:14 GMT", "this date is a Wednesday"),
    ("Strict-Transport-Security", "", "the directive `max-age` is required"),
    ("Strict-Transport-Security", "includeSubDomains", "the directive `max-age` is required"),
    ("Strict-Transport-Security", "max-age", "expected `=` and a number of seconds, found the end of the value"),
    ("Strict-Transport-Security", "max-age=1y", "expected a digit, found `y` at byte 9"),
    ("Strict-Transport-Security", "max-age=\"\"", "expected a number of seconds, found `\"` at byte 9"),
    ("Strict-Transport-Security", "max-age=1, includeSubDomains", "expected `;` or the end of the value, found `,` at byte 9"),
    ("Strict-Transport-Security", "max-age=1; max-age=2", "a directive must not appear more than once"),
    ("Strict-Transport-Security", "max-age=1; includeSubDomains; INCLUDESUBDOMAINS", "a directive must not appear more than once"),
    ("Strict-Transport-Security", "max-age=1; includeSubDomains=1", "`includeSubDomains` does not have a value"),
    ("Upgrade", "", "expected a protocol, found the end of the value"),
    ("Upgrade", "TLS/", "expected the version of the protocol, found the end of the value"),
    ("Upgrade", "TLS/1.3/2", "expected `,` or the end of the value, found `/` at byte 7"),
    ("Vary", "Accept; Origin", "expected `,` or the end of the value, found `;` at byte 6"),
    ("WWW-Authenticate", "", "expected at least one challenge, found the end of the value"),
    ("WWW-Authenticate", "realm=\"api\"", "the parameter is not preceded by an authentication scheme such as `Bearer`"),
    ("WWW-Authenticate", "Bearer, realm=\"api\"", "the parameter is not preceded by an authentication scheme such as `Bearer`"),
    ("WWW-Authenticate", "Bearer abc, realm=\"api\"", "the parameter is not preceded by an authentication scheme such as `Bearer`"),
    ("WWW-Authenticate", "Bearer: realm=\"api\"", "expected a space after the authentication scheme, found `:` at byte 6"),
    ("WWW-Authenticate", "Bearer realm=\"api", "expected a closing `\"`, found the end of the value"),
    ("WWW-Authenticate", "Bearer realm=\"api\" error=\"x\"", "expected `,` or the end of the value, found `e` at byte 19"),
    ("WWW-Authenticate", "Bearer realm=\"api\"; error=\"x\"", "expected `,` or the end of the value, found `;` at byte 18"),
    ("WWW-Authenticate", "Bearer realm = \"api\"", "whitespace is not allowed around `=`"),
    ("WWW-Authenticate", "Bearer realm=\"api\", error=", "expected a token or a quoted string, found the end of the value"),
    ("WWW-Authenticate", "Bearer realm=\"api\",", "an element of the list is empty"),
    ("WWW-Authenticate", "Bearer \"api\"", "expected the name of a parameter, found `\"` at byte 7"),
    ("WWW-Authenticate", "Bearer realm=my api", "expected `,` or the end of the value, found `a` at byte 16"),
    ("X-Content-Type-Options", "no-sniff", "expected `nosniff`, found `n` at byte 0"),
    ("X-Frame-Options", "SAME-ORIGIN", "expected `DENY` or `SAMEORIGIN`, found `S` at byte 0"),
    ("X-Frame-Options", "DENY, SAMEORIGIN", "expected the end of the value, found `,` at byte 4"),
    ("X-Frame-Options", "ALLOW-FROM", "expected a space and an origin, found the end of the value"),
    ("X-Frame-Options", "ALLOW-FROM https://a.example/b", "expected the end of the origin, found `/` at byte 28"),
    ("X-Request-Id", "a\0b", "expected a visible character, a space or a tab, found '\\0' at byte 1"),
];

#[test]
fn the_examples_of_the_rfcs_are_valid() {
    for (name, values) in VALID {
        for value in *values {
            assert_eq!(check(name, value), Ok(()), "{name}: {value}");
        }
    }
}

#[test]
fn an_invalid_value_gets_the_error_that_names_the_first_mistake() {
    for (name, value, message) in INVALID {
        match check(name, value) {
            Err(error) => assert_eq!(&error.to_string(), message, "{name}: {value}"),
            Ok(()) => panic!("{name}: {value}"),
        }
    }
}

#[test]
fn each_grammar_has_valid_and_invalid_examples() {
    let valid: HashSet<String> = VALID.iter().map(|(name, _)| name.to_lowercase()).collect();
    let invalid: HashSet<Grammar> = INVALID
        .iter()
        .filter_map(|(name, ..)| field(&name.to_lowercase()))
        .map(|row| row.grammar)
        .collect();
    for row in FIELDS.iter().filter(|row| row.grammar != Grammar::FieldValue) {
        assert!(valid.contains(row.name), "{}", row.name);
        assert!(invalid.contains(&row.grammar), "{:?}", row.grammar);
    }
}

#[test]
fn the_example_of_each_row_is_valid() {
    for row in FIELDS {
        assert_eq!(check(row.name, row.example), Ok(()), "{}", row.name);
        let has_grammar = row.grammar != Grammar::FieldValue;
        assert_eq!(has_grammar, row.spec.to_string() != "RFC 9110, section 5.5", "{}", row.name);
        assert_eq!(has_grammar, row.example != "text", "{}", row.name);
    }
    for row in CODES {
        for field in row.fields {
            assert_eq!(check(field.name, field.example), Ok(()), "{}: {}", row.code, field.name);
        }
    }
}

#[test]
fn an_error_gives_what_a_message_needs() {
    let error = check("WWW-AUTHENTICATE", "Basic, realm=\"api\"").unwrap_err();
    assert_eq!(error.offset(), 7);
    assert_eq!(error.grammar(), Grammar::Challenges);
    assert_eq!(error.grammar().to_string(), "a list of challenges");
    assert_eq!(error.example(), "Bearer realm=\"api\"");
    assert_eq!(error.spec().to_string(), "RFC 9110, section 11.6.1");

    let error = check("x-request-id", "\u{7f}").unwrap_err();
    assert_eq!(error.grammar(), Grammar::FieldValue);
    assert_eq!(error.spec().to_string(), "RFC 9110, section 5.5");
}

#[test]
fn the_offset_is_that_of_the_mistake() {
    let offset = |name, value| check(name, value).unwrap_err().offset();
    assert_eq!(offset("Allow", " \tGET ;"), 6);
    assert_eq!(offset("Allow", "GET, , HEAD"), 5);
    assert_eq!(offset("Allow", "GET, "), 4);
    assert_eq!(offset("Cache-Control", "no-cache, max-age=\"5\""), 19);
    assert_eq!(offset("Content-Range", "bytes 10-9/100"), 9);
    assert_eq!(offset("Content-Range", "bytes 0-100/100"), 12);
    assert_eq!(offset("Date", "Tue, 31 Nov 1994 08:49:37 GMT"), 5);
    assert_eq!(offset("Date", " Mon, 06 Nov 1994 08:49:37 GMT"), 1);
    assert_eq!(offset("Link", "</>; rel=a, </%zz>; rel=a"), 14);
    assert_eq!(offset("Location", "/%20/%2/"), 5);
    assert_eq!(offset("Location", "/a#b#c"), 4);
    assert_eq!(offset("Location", "/a\u{e9}"), 2);
    assert_eq!(offset("Location", "/%\u{e9}"), 1);
    assert_eq!(offset("Location", "://a"), 0);
    assert_eq!(offset("Location", "//[::1]/?a["), 10);
    assert_eq!(offset("Location", "//[::1]/#a["), 10);
    assert_eq!(offset("Location", "http://[::x]/"), 7);
    assert_eq!(offset("Strict-Transport-Security", "max-age=1; max-age=2"), 11);
}

#[test]
fn a_date_is_valid_on_one_day_of_the_week_only() {
    const MONTHS: [(&str, u32); 12] = [
        ("Jan", 31),
        ("Feb", 28),
        ("Mar", 31),
        ("Apr", 30),
        ("May", 31),
        ("Jun", 30),
        ("Jul", 31),
        ("Aug", 31),
        ("Sep", 30),
        ("Oct", 31),
        ("Nov", 30),
        ("Dec", 31),
    ];
    // 1 January 1900 was a Monday.
    let mut names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].into_iter().cycle();
    for year in 1900..2101 {
        let is_leap_year = year % 4 == 0 && ![1900, 2100].contains(&year);
        for (month, days) in MONTHS {
            for day in 1..=days + u32::from(is_leap_year && month == "Feb") {
                let expected = names.next().unwrap();
                for name in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] {
                    let date = format!("{name}, {day:02} {month} {year} 00:00:00 GMT");
                    assert_eq!(check("date", &date).is_ok(), name == expected, "{date}");
                }
            }
        }
    }
}

fn valid_pair() -> impl Strategy<Value = (&'static str, &'static str)> {
    let pairs: Vec<_> = VALID
        .iter()
        .flat_map(|(name, values)| values.iter().map(|value| (*name, *value)))
        .collect();
    proptest::sample::select(pairs)
}

/// The fields whose values are one when a comma joins them (RFC 9110, section 5.3).
fn list() -> impl Strategy<Value = Examples> {
    let is_list = |(name, _): &&Examples| {
        let row = field(&name.to_lowercase()).unwrap();
        row.cardinality == Cardinality::List && row.name != "set-cookie"
    };
    proptest::sample::select(VALID.iter().filter(is_list).copied().collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn no_value_of_any_field_makes_the_check_panic(at in 0..FIELDS.len(), value in "\\PC*|(?s).*") {
        if let Err(error) = check(FIELDS[at].name, &value) {
            prop_assert!(value.is_char_boundary(error.offset()), "{error}");
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn a_value_close_to_a_valid_one_does_not_make_the_check_panic(
        (name, value) in valid_pair(),
        at in any::<proptest::sample::Index>(),
        removed in 0..3usize,
        inserted in "[\\x00-\\x7f\u{e9}]{0,3}|[ ,;=\"\\\\<>/%#*é-]{0,3}",
    ) {
        let chars: Vec<char> = value.chars().collect();
        let at = at.index(chars.len() + 1);
        let rest = &chars[(at + removed).min(chars.len())..];
        let value: String =
            chars[..at].iter().copied().chain(inserted.chars()).chain(rest.iter().copied()).collect();
        if let Err(error) = check(name, &value) {
            prop_assert!(value.is_char_boundary(error.offset()), "{error}");
            prop_assert!(error.to_string().is_ascii() || !value.is_ascii());
        }
    }

    #[test]
    fn whitespace_around_a_valid_value_is_not_part_of_it(
        (name, value) in valid_pair(), before in "[ \t]{0,3}", after in "[ \t]{0,3}",
    ) {
        prop_assert_eq!(check(name, &format!("{before}{value}{after}")), Ok(()));
    }

    #[test]
    fn valid_values_of_a_list_are_valid_together(
        (name, values) in list(),
        value in any::<proptest::sample::Index>(),
        other in any::<proptest::sample::Index>(),
        before in "[ \t]{0,3}",
        after in "[ \t]{0,3}",
    ) {
        let (value, other) = (values[value.index(values.len())], values[other.index(values.len())]);
        let joined = format!("{value}{before},{after}{other}");
        prop_assert_eq!(check(name, &joined).is_ok(), !value.is_empty() && !other.is_empty());
    }

    #[test]
    fn a_field_without_a_grammar_accepts_what_the_http_crate_does(value in "(?s).*|[\\x00-\\xff]*") {
        let is_valid = HeaderValue::from_str(&value).is_ok()
            || HeaderValue::from_bytes(value.as_bytes()).is_ok();
        prop_assert_eq!(check("x-any", &value).is_ok(), is_valid);
    }
}
