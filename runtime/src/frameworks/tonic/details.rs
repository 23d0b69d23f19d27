//! From the public parts of an error to a status with the details of google.rpc.

use std::collections::HashMap;
use std::time::Duration;

use ::tonic::metadata::MetadataMap;
use ::tonic::{Code, Status};
use ::tonic_types::{ErrorDetails, FieldViolation, HelpLink, StatusExt as _};
use http::{header, HeaderMap, HeaderName, HeaderValue, StatusCode};
use httperr_registry::describes_content;
use serde_json::Value;

use super::field_path;
use super::reason::{domain, reason};
use crate::case::sent_grpc;
use crate::context::Context;
use crate::from_problem::FromRetryAfter as _;
use crate::render::public_view::PublicView;

/// The length that all header fields of a status may have together, in bytes. It is what gRPC allows by
/// default.
pub(super) const LIMIT: usize = 8 * 1024;

/// The length of `grpc-status`, `grpc-message` and `grpc-status-details-bin` without the values of the last
/// two.
const OWN_FIELDS: usize = (11 + 2) + 12 + 23 + 3 * FIELD_OVERHEAD;

/// The length that HTTP/2 adds to that of a field (RFC 9113, section 6.5.2).
const FIELD_OVERHEAD: usize = 32;

/// The lengths that the message, in percent-encoding, and the copied header fields may have, so that there
/// is room for the details.
const PART_LIMIT: usize = 2 * 1024;

/// The member whose list of [`FieldErrors`](crate::FieldErrors) is sent as violations alone.
pub(crate) const VIOLATIONS: &str = "errors";

struct Details {
    reason: String,
    domain: String,
    metadata: HashMap<String, String>,
    retry_delay: Option<Duration>,
    violations: Vec<FieldViolation>,
    help: Vec<HelpLink>,
    localized: Option<(String, String)>,
    request_id: Option<String>,
}

/// Returns the status, and the names of the parts that are left out, since the fields would be too long.
pub(super) fn to_status(
    view: PublicView,
    fields: &HeaderMap,
    context: &Context<'_>,
) -> (Status, Vec<&'static str>) {
    let code = Code::from_i32(sent_grpc(view.case, view.status) as i32);
    let text = view.detail.as_deref().unwrap_or(&view.title);
    let message = shorten(text);
    let mut left_out = Vec::new();
    if message.len() < text.len() {
        left_out.push("the end of the message");
    }
    let mut metadata = metadata(fields, view.status);
    if length(&metadata) > PART_LIMIT {
        metadata.clear();
        left_out.push("the header fields");
    }
    let metadata = MetadataMap::from_headers(metadata);
    let mut details = Details::new(view, fields, context);
    let used = OWN_FIELDS + encoded_len(&message) + length(metadata.as_ref());
    let rest = LIMIT.saturating_sub(used);
    for (what, drop) in DROPPED {
        let status = details.to_status(code, &message, &metadata);
        if base64_len(status.details().len()) <= rest {
            return (status, left_out);
        }
        if drop(&mut details) {
            left_out.push(what);
        }
    }
    (details.to_status(code, &message, &metadata), left_out)
}

/// Removes a part of the details. Returns whether there was one.
type Drop = fn(&mut Details) -> bool;

/// The parts that are left out of details that are too long, in this order.
const DROPPED: [(&str, Drop); 5] = [
    ("the metadata", |details| !std::mem::take(&mut details.metadata).is_empty()),
    ("the localized message", |details| details.localized.take().is_some()),
    ("the violations", |details| !std::mem::take(&mut details.violations).is_empty()),
    ("the help", |details| !std::mem::take(&mut details.help).is_empty()),
    ("the request ID", |details| details.request_id.take().is_some()),
];

impl Details {
    fn new(view: PublicView, fields: &HeaderMap, context: &Context<'_>) -> Self {
        let mut violations = None;
        let mut of_others = Vec::new();
        let mut metadata = HashMap::new();
        for (name, json) in view.members {
            let list = violations_of(&json);
            if name == VIOLATIONS && list.is_some() {
                violations = list;
                continue;
            }
            of_others.extend(list.unwrap_or_default());
            metadata.insert(name, to_text(&json));
        }
        let language = fields.get(header::CONTENT_LANGUAGE).and_then(|value| value.to_str().ok());
        let localized = language.zip(view.detail.as_deref());
        let is_absolute = |uri: &&String| uri.contains("://") || uri.starts_with("urn:");
        let help = view.type_uri.as_ref().filter(is_absolute);
        Details {
            reason: reason(view.code.as_deref(), view.status),
            domain: domain(view.case, view.type_uri.as_deref()),
            metadata,
            retry_delay: Duration::from_header_value(fields.get(header::RETRY_AFTER)),
            violations: violations.unwrap_or(of_others),
            help: help.map(|uri| HelpLink::new(&*view.title, uri)).into_iter().collect(),
            localized: localized.map(|(language, text)| (language.to_owned(), shorten(text))),
            request_id: context.request_id.as_deref().map(str::to_owned),
        }
    }

    fn to_status(&self, code: Code, message: &str, metadata: &MetadataMap) -> Status {
        let mut details = ErrorDetails::new();
        details.set_error_info(&*self.reason, &*self.domain, self.metadata.clone());
        if self.retry_delay.is_some() {
            details.set_retry_info(self.retry_delay);
        }
        if !self.violations.is_empty() {
            details.set_bad_request(self.violations.clone());
        }
        if !self.help.is_empty() {
            details.set_help(self.help.clone());
        }
        if let Some((language, text)) = &self.localized {
            details.set_localized_message(language, text);
        }
        if let Some(id) = &self.request_id {
            details.set_request_info(id, "");
        }
        Status::with_error_details_and_metadata(code, message, details, metadata.clone())
    }
}

/// Returns JSON as the value of metadata: a string without its quotes.
fn to_text(json: &[u8]) -> String {
    match serde_json::from_slice::<String>(json) {
        // Read back, this is not that string.
        Ok(text) if text == "null" || text.starts_with('"') => Value::from(text).to_string(),
        Ok(text) => text,
        Err(_) => String::from_utf8_lossy(json).into_owned(),
    }
}

/// Returns the violations of a member if it is a list of [`FieldErrors`](crate::FieldErrors).
fn violations_of(json: &[u8]) -> Option<Vec<FieldViolation>> {
    let errors: crate::FieldErrors = serde_json::from_slice(json).ok()?;
    let is_pointer = |pointer: &str| pointer == "#" || pointer.starts_with("#/");
    if errors.is_empty() || !errors.iter().all(|error| is_pointer(error.pointer())) {
        return None;
    }
    let violation = |error: &crate::FieldError| {
        FieldViolation::new(field_path::from_pointer(error.pointer()), error.detail())
    };
    Some(errors.iter().map(violation).collect())
}

/// Returns the header fields that a status can have as metadata: not those of HTTP/2 and of gRPC, those
/// that describe content, and values that are not printable ASCII.
fn metadata(fields: &HeaderMap, status: StatusCode) -> HeaderMap {
    const CONNECTION: [&str; 7] = [
        "connection",
        "keep-alive",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    ];
    let is_allowed = |name: &HeaderName, value: &HeaderValue| {
        let text = name.as_str();
        !describes_content(status.as_u16(), text)
            && !CONNECTION.contains(&text)
            && !text.starts_with("grpc-")
            && !text.ends_with("-bin")
            && value.as_bytes().iter().all(|byte| matches!(byte, b' '..=b'~'))
    };
    let fields = fields.iter().filter(|(name, value)| is_allowed(name, value));
    fields.map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn length(fields: &HeaderMap) -> usize {
    let lengths = fields.iter().map(|(name, value)| name.as_str().len() + value.len());
    lengths.map(|length| length + FIELD_OVERHEAD).sum()
}

/// Returns the length of base64 without padding.
fn base64_len(bytes: usize) -> usize {
    bytes.saturating_mul(4).div_ceil(3)
}

/// Returns the length of a byte of the message in the percent-encoding of tonic.
fn encoded_len_of(byte: u8) -> usize {
    match byte {
        b'"' | b'#' | b'%' | b'<' | b'>' | b'`' | b'?' | b'{' | b'}' => 3,
        b'!'..=b'~' => 1,
        _ => 3,
    }
}

fn encoded_len(text: &str) -> usize {
    text.bytes().map(encoded_len_of).sum()
}

/// Returns the beginning of a text, cut between two characters.
fn shorten(text: &str) -> String {
    const ELLIPSIS: &str = "…";
    if encoded_len(text) <= PART_LIMIT {
        return text.to_owned();
    }
    let mut left = PART_LIMIT - encoded_len(ELLIPSIS);
    let mut short = String::new();
    for char in text.chars() {
        match left.checked_sub(encoded_len(char.encode_utf8(&mut [0; 4]))) {
            Some(rest) => left = rest,
            None => break,
        }
        short.push(char);
    }
    short + ELLIPSIS
}
