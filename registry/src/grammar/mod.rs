//! The grammars of field values.
//!
//! A grammar is a function that reads a value from left to right and returns the first error. What
//! the ABNF of a list allows a recipient to accept but no sender to generate is an error too: the
//! values are those that an application sends.

mod authentication;
mod content;
mod cookie;
mod date;
mod directives;
mod reference;
mod scanner;

use core::fmt;

pub(crate) use self::scanner::Problem;
use self::scanner::{Result, Scanner, END};

/// The grammar of a field value. Displayed as a description: `a list of tokens`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Grammar {
    /// Visible characters, spaces and tabs: any field value (RFC 9110, section 5.5).
    FieldValue,
    /// Tokens separated by commas, which may be none: `GET, HEAD`.
    Tokens,
    /// One token or more, separated by commas: `bytes`.
    NonEmptyTokens,
    /// Language tags separated by commas: `mi, en`.
    LanguageTags,
    /// Protocols with optional versions, separated by commas: `websocket, TLS/1.3`.
    Protocols,
    /// Versions of the WebSocket protocol, separated by commas: `13, 8`.
    WebSocketVersions,
    /// A media type with optional parameters: `text/html; charset=utf-8`.
    MediaType,
    /// Media ranges with optional weights, separated by commas: `text/*;q=0.5, application/json`.
    MediaRanges,
    /// Content codings with optional weights, separated by commas: `gzip, br;q=0.5`.
    WeightedCodings,
    /// An entity tag, strong or weak: `"xyzzy"`, `W/"xyzzy"`.
    EntityTag,
    /// A date in the one format that a sender may generate: `Sun, 06 Nov 1994 08:49:37 GMT`.
    Date,
    /// A number of seconds: `3600`.
    Seconds,
    /// A number of seconds, or a date.
    SecondsOrDate,
    /// A range with the complete length, or only the latter: `bytes 0-499/1234`, `bytes */1234`.
    ContentRange,
    /// A URI, or a reference relative to one: `/orders/7#total`.
    UriReference,
    /// A URI reference without a fragment.
    UriWithoutFragment,
    /// Challenges separated by commas: `Bearer realm="api"`.
    Challenges,
    /// Cache directives with optional arguments, separated by commas: `private, max-age=60`.
    CacheDirectives,
    /// Links with parameters, separated by commas: `</terms>; rel="license"`.
    Links,
    /// A cookie with attributes: `id=31d4; Path=/; Secure`.
    Cookie,
    /// Directives separated by semicolons, with a `max-age`: `max-age=31536000; includeSubDomains`.
    TransportSecurity,
    /// An origin, `*` or `null`: `https://example.com`.
    AllowedOrigin,
    /// `DENY` or `SAMEORIGIN`.
    FrameOptions,
    /// The value `true`, in lower case.
    True,
    /// The value `nosniff`.
    NoSniff,
}

impl fmt::Display for Grammar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FieldValue => "visible characters, spaces and tabs",
            Self::Tokens | Self::NonEmptyTokens => "a list of tokens",
            Self::LanguageTags => "a list of language tags",
            Self::Protocols => "a list of protocols",
            Self::WebSocketVersions => "a list of versions of the WebSocket protocol",
            Self::MediaType => "a media type",
            Self::MediaRanges => "a list of media ranges",
            Self::WeightedCodings => "a list of content codings",
            Self::EntityTag => "an entity tag",
            Self::Date => "a date in the format IMF-fixdate",
            Self::Seconds => "a number of seconds",
            Self::SecondsOrDate => "a number of seconds, or a date in the format IMF-fixdate",
            Self::ContentRange => "a range and the complete length",
            Self::UriReference => "a URI reference",
            Self::UriWithoutFragment => "a URI reference without a fragment",
            Self::Challenges => "a list of challenges",
            Self::CacheDirectives => "a list of cache directives",
            Self::Links => "a list of links",
            Self::Cookie => "a cookie with its attributes",
            Self::TransportSecurity => "a list of directives with `max-age`",
            Self::AllowedOrigin => "an origin, `*` or `null`",
            Self::FrameOptions => "`DENY` or `SAMEORIGIN`",
            Self::True => "`true`",
            Self::NoSniff => "`nosniff`",
        })
    }
}

impl Grammar {
    /// Checks a value, without the whitespace around it.
    pub(crate) fn check(self, value: &str) -> Result {
        let mut scanner = Scanner::new(value);
        visible(scanner.clone())?;
        match_grammar(self, &mut scanner)
    }
}

/// `*field-content` (RFC 9110, section 5.5).
fn visible(mut value: Scanner) -> Result {
    value.take_while(|byte| byte == b'\t' || !byte.is_ascii_control());
    value.expect_end("a visible character, a space or a tab")
}

fn match_grammar(grammar: Grammar, value: &mut Scanner) -> Result {
    match grammar {
        Grammar::FieldValue => Ok(()),
        Grammar::Tokens => value.list(token),
        Grammar::NonEmptyTokens => non_empty(value, token),
        Grammar::LanguageTags => value.list(content::language_tag),
        Grammar::Protocols => non_empty(value, protocol),
        Grammar::WebSocketVersions => non_empty(value, web_socket_version),
        Grammar::MediaType => content::media_type(value),
        Grammar::MediaRanges => value.list(content::media_range),
        Grammar::WeightedCodings => value.list(content::weighted_coding),
        Grammar::EntityTag => content::entity_tag(value),
        Grammar::Date => {
            date::date(value)?;
            value.expect_end(END)
        }
        Grammar::Seconds => seconds(value),
        Grammar::SecondsOrDate => match value.peek() {
            Some(b'0'..=b'9') => seconds(value),
            Some(b'A'..=b'Z') => match_grammar(Grammar::Date, value),
            _ => Err(value.expected("a number of seconds or a date")),
        },
        Grammar::ContentRange => content::content_range(value),
        Grammar::UriReference => reference::uri_reference(value),
        Grammar::UriWithoutFragment => reference::uri_without_fragment(value),
        Grammar::Challenges => authentication::challenges(value),
        Grammar::CacheDirectives => value.list(directives::cache_directive),
        Grammar::Links => value.list(reference::link),
        Grammar::Cookie => cookie::cookie(value),
        Grammar::TransportSecurity => directives::transport_security(value),
        Grammar::AllowedOrigin => reference::allowed_origin(value),
        Grammar::FrameOptions => reference::frame_options(value),
        Grammar::True => {
            value.expect("true", "`true`")?;
            value.expect_end(END)
        }
        Grammar::NoSniff => match value.rest().eq_ignore_ascii_case("nosniff") {
            true => Ok(()),
            false => Err(value.expected("`nosniff`")),
        },
    }
}

fn token(value: &mut Scanner) -> Result {
    value.token("a token").map(|_| ())
}

fn non_empty(value: &mut Scanner, element: fn(&mut Scanner) -> Result) -> Result {
    match value.is_at_end() {
        true => element(value),
        false => value.list(element),
    }
}

fn seconds(value: &mut Scanner) -> Result {
    value.digits(scanner::SECONDS)?;
    value.expect_end("a digit or the end of the value")
}

/// `protocol` (RFC 9110, section 7.8).
fn protocol(value: &mut Scanner) -> Result {
    value.token("a protocol")?;
    match value.skip("/") {
        true => value.token("the version of the protocol").map(|_| ()),
        false => Ok(()),
    }
}

/// `version` (RFC 6455, section 4.3): a number of eight bits without leading zeros.
fn web_socket_version(value: &mut Scanner) -> Result {
    const VERSION: &str = "a version from `0` to `255`";
    let start = value.clone();
    let digits = value.digits(VERSION)?;
    match content::is_less(digits, "256") && (digits == "0" || !digits.starts_with('0')) {
        true => Ok(()),
        false => Err(start.expected(VERSION)),
    }
}
