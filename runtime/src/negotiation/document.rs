//! The problem document as the other formats need it: its members in their order.

use std::borrow::Cow;

use http::StatusCode;
use serde::de::IgnoredAny;
use serde_json::{Map, Value as Json};

use crate::problem::without_lone_surrogates;
use crate::render::json;

/// The nesting at which a document is sent as JSON only.
const DEPTH: usize = 64;

/// A problem, without the format of its text.
pub(super) struct Document<'a> {
    pub(super) status: StatusCode,
    pub(super) type_uri: Option<String>,
    pub(super) title: Option<Cow<'a, str>>,
    pub(super) detail: Option<Cow<'a, str>>,
    pub(super) instance: Option<String>,
    /// The extension members.
    pub(super) members: Vec<(String, Value<'a>)>,
}

/// A JSON value.
#[derive(Debug)]
pub(super) enum Value<'a> {
    Null,
    Text(String),
    /// A number or a Boolean, in its notation.
    Literal(&'a str),
    Array(Vec<Value<'a>>),
    Object(Vec<(String, Value<'a>)>),
}

impl<'a> Document<'a> {
    /// Parses the JSON of a rendered response. [`None`] if a body format of the application wrote something
    /// else, or values are nested too deeply.
    pub(super) fn parse(json: &'a [u8], status: StatusCode) -> Option<Self> {
        serde_json::from_slice::<IgnoredAny>(json).ok()?;
        if json.trim_ascii_start().first() != Some(&b'{') {
            return None;
        }
        let mut document = Document {
            status,
            type_uri: None,
            title: None,
            detail: None,
            instance: None,
            members: Vec::new(),
        };
        for (name, value) in json::members(json) {
            let (name, value) = (unescape(name), Value::parse(value, DEPTH)?);
            match (name.as_str(), value) {
                ("type", Value::Text(uri)) => document.type_uri = Some(uri),
                ("title", Value::Text(title)) => document.title = Some(title.into()),
                ("detail", Value::Text(detail)) => document.detail = Some(detail.into()),
                ("instance", Value::Text(instance)) => document.instance = Some(instance),
                ("type" | "title" | "status" | "detail" | "instance", _) => {}
                (_, value) => document.members.push((name, value)),
            }
        }
        Some(document)
    }

    /// Returns the document with the title and the detail of this one.
    pub(super) fn to_json(&self, original: &[u8]) -> Vec<u8> {
        let mut body = Vec::with_capacity(original.len() + 64);
        body.push(b'{');
        for (name, value) in json::members(original) {
            let text = match name {
                br#""title""# => self.title.as_deref(),
                br#""detail""# => self.detail.as_deref(),
                _ => None,
            };
            json::write_quoted_name(&mut body, name);
            match text {
                Some(text) => json::write_string(&mut body, text),
                None => body.extend_from_slice(value),
            }
        }
        body.push(b'}');
        body
    }

    /// Returns the extension members, without numbers that a [`Json`] cannot hold.
    pub(super) fn members_of(json: &[u8]) -> Map<String, Json> {
        let standard = httperr_registry::PROBLEM_MEMBERS;
        json::members(json)
            .map(|(name, value)| (unescape(name), value))
            .filter(|(name, _)| !standard.contains(&name.as_str()))
            .filter_map(|(name, value)| Some((name, serde_json::from_slice(value).ok()?)))
            .collect()
    }
}

impl<'a> Value<'a> {
    fn parse(json: &'a [u8], depth: usize) -> Option<Self> {
        let depth = depth.checked_sub(1)?;
        Some(match json.first()? {
            b'"' => Value::Text(unescape(json)),
            b'[' => {
                let elements = json::elements(json);
                let values = elements.into_iter().map(|element| Value::parse(element, depth));
                Value::Array(values.collect::<Option<_>>()?)
            }
            b'{' => {
                let members = json::members(json);
                let parse = |(name, value)| Some((unescape(name), Value::parse(value, depth)?));
                Value::Object(members.map(parse).collect::<Option<_>>()?)
            }
            b'n' => Value::Null,
            _ => Value::Literal(std::str::from_utf8(json).ok()?),
        })
    }

    /// Returns the text of a value without members or elements. [`None`] for any other.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            Value::Literal(text) => Some(text),
            Value::Null => Some("null"),
            Value::Array(_) | Value::Object(_) => None,
        }
    }

    pub(super) fn to_json(&self) -> String {
        let mut out = Vec::new();
        self.write_json(&mut out);
        String::from_utf8(out).unwrap_or_default()
    }

    fn write_json(&self, out: &mut Vec<u8>) {
        match self {
            Value::Null => out.extend_from_slice(b"null"),
            Value::Text(text) => json::write_string(out, text),
            Value::Literal(text) => out.extend_from_slice(text.as_bytes()),
            Value::Array(values) => {
                out.push(b'[');
                for value in values {
                    json::write_comma(out);
                    value.write_json(out);
                }
                out.push(b']');
            }
            Value::Object(members) => {
                out.push(b'{');
                for (name, value) in members {
                    json::write_name(out, name);
                    value.write_json(out);
                }
                out.push(b'}');
            }
        }
    }
}

/// Returns the text of a JSON string, whose unpaired surrogates are U+FFFD.
fn unescape(string: &[u8]) -> String {
    let text = serde_json::from_slice(string);
    text.or_else(|_| serde_json::from_slice(&without_lone_surrogates(string))).unwrap_or_default()
}

/// Replaces the characters that neither XML 1.0 nor HTML can contain, and other control characters.
pub(super) fn printable(char: char) -> char {
    match char {
        '\t' | '\n' => char,
        '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
        _ if char.is_control() => '\u{FFFD}',
        _ => char,
    }
}

/// Returns a text of printable characters, with line feeds between its lines.
pub(super) fn printable_text(text: &str) -> String {
    text.replace("\r\n", "\n").chars().map(printable).collect()
}
