//! The fields of a case, from the parts of a response.

#![allow(missing_docs, clippy::missing_errors_doc)]

use std::borrow::Cow;
use std::str::FromStr;

use http::{header, HeaderValue};
use httperr_registry::table_format::sources::{FieldSource, PackedSources};
use serde::de::DeserializeOwned;

use super::choice::Candidate;
use super::mismatch::{shorten, FromStatus, Mismatch};
use super::received::Received;
use super::retry_after::FromRetryAfter;
use crate::render::json;

/// The fields of the case that a response is that of.
#[derive(Debug)]
pub struct Fields<'r> {
    received: &'r Received<'r>,
    name: &'static str,
    index: u16,
    sources: PackedSources<'static>,
    prefix: Option<&'static str>,
}

impl<'r> Fields<'r> {
    pub(super) fn of_case(received: &'r Received<'r>, candidate: &Candidate) -> Self {
        let Candidate { case, sources, layout } = candidate;
        Fields {
            received,
            name: case.name().unwrap_or_default(),
            index: case.index(),
            sources: *sources,
            prefix: layout.prefix,
        }
    }

    /// The fields beside an inner error, which its envelope has.
    pub(super) fn of_envelope(
        received: &'r Received<'r>,
        name: &'static str,
        sources: PackedSources<'static>,
    ) -> Self {
        Fields { received, name, index: 0, sources, prefix: Some("") }
    }

    /// Returns the index of the case in its table.
    pub fn index(&self) -> u16 {
        self.index
    }

    /// Reads a value of the body.
    pub fn value<T: DeserializeOwned>(&self, index: usize) -> Result<T, Mismatch> {
        let source = self.source(index);
        #[cfg(feature = "tonic")]
        if let Some(grpc) = self.received.grpc {
            return grpc.value(source).map_err(|what| self.mismatch(source, &what));
        }
        let Some(prefix) = self.prefix else {
            return Err(self.mismatch(source, "is not sent in this envelope"));
        };
        let pointer = format!("{prefix}{}", source.operand);
        let received = self.received.document.at(&pointer);
        let json = match received {
            Some(json) if !source.own_members.is_empty() => {
                Cow::Owned(without_members(json, source.own_members))
            }
            other => Cow::Borrowed(other.unwrap_or(b"null")),
        };
        serde_json::from_slice(&json).map_err(|error| match received {
            None => self.mismatch(source, &format!("is missing: there is no `{pointer}`")),
            Some(_) => {
                let error = shorten(&error.to_string());
                self.mismatch(source, &format!("cannot be read from `{pointer}`: {error}"))
            }
        })
    }

    /// Reads the value of a header field.
    pub fn header<T: FromStr>(&self, index: usize) -> Result<T, Mismatch> {
        match self.optional_header(index)? {
            Some(value) => Ok(value),
            None => {
                let source = self.source(index);
                let what = format!("is missing: there is no header `{}`", source.operand);
                Err(self.mismatch(source, &what))
            }
        }
    }

    /// Reads the value of a header field that may be absent.
    pub fn optional_header<T: FromStr>(&self, index: usize) -> Result<Option<T>, Mismatch> {
        let source = self.source(index);
        let Some(value) = self.received.headers.get(source.operand) else { return Ok(None) };
        let parsed = value.to_str().ok().and_then(|text| text.parse().ok());
        parsed.map(Some).ok_or_else(|| self.invalid_header(source, value))
    }

    /// Reads `Retry-After`.
    pub fn retry_after<T: FromRetryAfter>(&self, index: usize) -> Result<T, Mismatch> {
        let source = self.source(index);
        let value = self.received.headers.get(header::RETRY_AFTER);
        T::from_header_value(value).ok_or_else(|| match value {
            Some(value) => self.invalid_header(source, value),
            None => self.mismatch(source, "is missing: there is no header `retry-after`"),
        })
    }

    /// Reads the status.
    pub fn status<T: FromStatus>(&self, index: usize) -> Result<T, Mismatch> {
        if self.received.is_grpc {
            let what = "cannot be read from a gRPC code, which several HTTP statuses have";
            return Err(self.mismatch(self.source(index), what));
        }
        let status = self.received.status.as_u16();
        T::from_status(status).ok_or_else(|| {
            self.mismatch(self.source(index), &format!("cannot be read from the status {status}"))
        })
    }

    /// Returns why the case cannot be read: one of its fields is not sent.
    pub fn unsent<T>(&self) -> Result<T, Mismatch> {
        let source = FieldSource { name: self.sources.unsent, operand: "", own_members: "" };
        Err(self.mismatch(source, "is not sent"))
    }

    fn source(&self, index: usize) -> FieldSource<'static> {
        self.sources.fields().nth(index).unwrap_or_default()
    }

    fn invalid_header(&self, source: FieldSource<'_>, value: &HeaderValue) -> Mismatch {
        let value = String::from_utf8_lossy(value.as_bytes());
        let what =
            format!("cannot be read from the header `{}: {}`", source.operand, shorten(&value));
        self.mismatch(source, &what)
    }

    fn mismatch(&self, source: FieldSource<'_>, what: &str) -> Mismatch {
        Mismatch {
            reason: format!("the field `{}` of the case `{}` {what}", source.name, self.name),
            case: Some(self.name),
        }
    }
}

/// Returns an object without the members whose names are in a JSON array.
fn without_members(object: &[u8], names: &str) -> Vec<u8> {
    let names: Vec<String> = serde_json::from_str(names).unwrap_or_default();
    let mut rest = vec![b'{'];
    for (name, value) in json::members(object) {
        if !names.contains(&json::unescape(name)) {
            json::write_quoted_name(&mut rest, name);
            rest.extend_from_slice(value);
        }
    }
    rest.push(b'}');
    rest
}
