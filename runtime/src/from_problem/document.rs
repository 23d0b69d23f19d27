//! The body of a response, and the values at JSON pointers in it.

use std::borrow::Cow;

use http::header::{HeaderMap, CONTENT_TYPE};
use http::response::Parts;
use serde::de::IgnoredAny;

use super::mismatch::shorten;
use crate::problem::without_lone_surrogates;
use crate::render::json;
use crate::Problem;

/// The body of a response, as far as it can be read.
#[derive(Debug)]
pub(super) struct Document<'a> {
    body: &'a [u8],
    /// Well-formed JSON, if the content is a problem document or JSON.
    json: Cow<'a, [u8]>,
    pub(super) kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Problem,
    Json,
    Text,
    Empty,
    /// Anything else, with the reason why it is not read.
    Other(String),
}

impl<'a> Document<'a> {
    pub(super) fn new(headers: &HeaderMap, body: &'a [u8], limit: usize) -> Self {
        if body.len() > limit {
            let reason = format!("the body is longer than the limit of {limit} bytes");
            return Document { body: &[], json: Cow::Borrowed(&[]), kind: Kind::Other(reason) };
        }
        let mut document =
            Document { body, json: Cow::Borrowed(&[]), kind: content_kind(headers, body) };
        if matches!(document.kind, Kind::Problem | Kind::Json) {
            let is_problem = document.kind == Kind::Problem;
            match parse(body, is_problem) {
                Ok(json) => document.json = json,
                Err(reason) => document.kind = Kind::Other(reason),
            }
        }
        document
    }

    pub(super) fn body(&self) -> &'a [u8] {
        self.body
    }

    /// Returns the problem document, or one with the status alone.
    pub(super) fn problem(&self, parts: &Parts) -> Problem {
        Problem::from_response_parts(parts.status, &parts.headers, self.body)
            .unwrap_or_else(|_| Problem::new(parts.status))
    }

    /// Returns the JSON at a pointer (RFC 6901). Of members with one name, the last one counts.
    pub(super) fn at(&self, pointer: &str) -> Option<&[u8]> {
        let mut value = self.json.as_ref();
        for token in pointer.split('/').skip(1) {
            value = match value.first()? {
                b'{' => {
                    let name = token.replace("~1", "/").replace("~0", "~");
                    json::members(value)
                        .filter(|(quoted, _)| json::unescape(quoted) == name)
                        .last()?
                        .1
                }
                b'[' => json::elements(value).get(token.parse::<usize>().ok()?).copied()?,
                _ => return None,
            };
        }
        Some(value).filter(|value| !value.is_empty())
    }

    /// Returns the string at a pointer.
    pub(super) fn string_at(&self, pointer: &str) -> Option<String> {
        let value = self.at(pointer)?;
        serde_json::from_slice(value).ok()
    }
}

fn content_kind(headers: &HeaderMap, body: &[u8]) -> Kind {
    let content_type = headers.get(CONTENT_TYPE);
    let essence =
        content_type.and_then(|value| value.as_bytes().split(|byte| *byte == b';').next());
    let essence = String::from_utf8_lossy(essence.unwrap_or_default()).trim().to_ascii_lowercase();
    match essence.as_str() {
        _ if body.is_empty() => Kind::Empty,
        Problem::MEDIA_TYPE => Kind::Problem,
        "application/json" => Kind::Json,
        "text/plain" => Kind::Text,
        "" => Kind::Other("the response has no content type".to_owned()),
        other if other.ends_with("+json") => Kind::Json,
        other => Kind::Other(format!("the content type is `{}`", shorten(other))),
    }
}

/// Returns well-formed JSON, without what a server may send and a parser rejects.
fn parse(body: &[u8], is_problem: bool) -> Result<Cow<'_, [u8]>, String> {
    let text = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    if std::str::from_utf8(text).is_err() {
        return Err("the body is not UTF-8 (RFC 8259, section 8.1)".to_owned());
    }
    serde_json::from_slice::<IgnoredAny>(text)
        .map_err(|error| format!("the body is not valid JSON: {error}"))?;
    let json = text.trim_ascii();
    if is_problem && !json.starts_with(b"{") {
        return Err("the problem document is not a JSON object (RFC 9457, section 3)".to_owned());
    }
    if !json.starts_with(b"{") && !json.starts_with(b"[") {
        return Err("the body is neither a JSON object nor an array".to_owned());
    }
    Ok(match json.windows(2).any(|pair| pair == b"\\u") {
        true => Cow::Owned(without_lone_surrogates(json)),
        false => Cow::Borrowed(json),
    })
}
