//! A gRPC status, with the details of google.rpc.

use std::borrow::Cow;
use std::collections::BTreeMap;

use ::tonic::Status;
use ::tonic_types::StatusExt as _;
use http::response::Parts;
use http::{header, HeaderValue, Response, StatusCode};
use httperr_registry::table_format::sources::FieldSource;
use httperr_registry::Grpc;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::mismatch::shorten;
use crate::tonic::field_path::components;
use crate::tonic::VIOLATIONS;
use crate::{FieldErrors, Problem};

/// The parts of a status that identify a case, and those that have the fields of its variant.
#[derive(Debug)]
pub(super) struct GrpcStatus {
    pub(super) code: Grpc,
    /// The reason and the domain of `ErrorInfo`.
    pub(super) info: Option<(String, String)>,
    pub(super) metadata: BTreeMap<String, String>,
    /// The links of `Help`, each with its text.
    pub(super) links: Vec<(String, String)>,
    /// The details are not read.
    pub(super) is_too_long: bool,
}

impl GrpcStatus {
    /// Reads a status. Returns it with a response that has the same problem.
    pub(super) fn new(status: &Status, limit: usize) -> (Self, Parts, Vec<u8>) {
        let code = usize::try_from(status.code() as i32).unwrap_or_default();
        let mut grpc = GrpcStatus {
            code: Grpc::ALL.get(code).copied().unwrap_or(Grpc::Unknown),
            info: None,
            metadata: BTreeMap::new(),
            links: Vec::new(),
            is_too_long: status.details().len() > limit,
        };
        let details = match grpc.is_too_long {
            true => ::tonic_types::ErrorDetails::new(),
            false => status.get_error_details(),
        };
        let mut headers = status.metadata().clone().into_headers();
        if let Some(info) = details.error_info() {
            grpc.info = Some((info.reason.clone(), info.domain.clone()));
            grpc.metadata.extend(info.metadata.clone());
        }
        if let Some(help) = details.help() {
            let links = help.links.iter();
            grpc.links = links.map(|link| (link.url.clone(), link.description.clone())).collect();
        }
        if let Some(request) = details.bad_request() {
            let mut errors = FieldErrors::new();
            for violation in &request.field_violations {
                let path = components(&violation.field);
                let path = path.unwrap_or_else(|| vec![violation.field.clone()]);
                errors.push(path, &*violation.description);
            }
            if let Ok(json) = serde_json::to_string(&errors) {
                grpc.metadata.entry(VIOLATIONS.to_owned()).or_insert(json);
            }
        }
        if let Some(delay) = details.retry_info().and_then(|retry| retry.retry_delay) {
            let seconds = delay.as_secs().saturating_add(u64::from(delay.subsec_nanos() > 0));
            headers.entry(header::RETRY_AFTER).or_insert_with(|| HeaderValue::from(seconds));
        }
        let request_id = details.request_info().map(|request| request.request_id.clone());
        let body = grpc.to_document(status.message(), request_id);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(Problem::MEDIA_TYPE));
        let (mut parts, ()) = Response::new(()).into_parts();
        parts.status = StatusCode::from_u16(grpc.code.status()).unwrap_or_default();
        parts.headers = headers;
        (grpc, parts, body)
    }

    fn to_document(&self, message: &str, request_id: Option<String>) -> Vec<u8> {
        let mut document: Map<String, Value> =
            self.metadata.iter().map(|(name, text)| (name.clone(), json_of(text))).collect();
        if let Some(id) = request_id {
            document.entry("request_id").or_insert_with(|| id.into());
        }
        if let Some((uri, title)) = self.links.first() {
            document.insert("type".to_owned(), uri.as_str().into());
            document.insert("title".to_owned(), title.as_str().into());
        }
        document.insert("status".to_owned(), self.code.status().into());
        document.insert("detail".to_owned(), message.into());
        Value::from(document).to_string().into_bytes()
    }

    /// Returns whether a case may have this code.
    pub(super) fn is_of(&self, case: crate::Case) -> bool {
        case.grpc().map_or(true, |code| code == self.code)
    }

    /// Reads a field from the metadata, or returns what is wrong.
    pub(super) fn value<T: DeserializeOwned>(&self, source: FieldSource<'_>) -> Result<T, String> {
        if !source.own_members.is_empty() {
            return self.object(source.own_members);
        }
        let name = member_of(source.operand);
        let Some(text) = self.metadata.get(&name) else {
            return serde_json::from_str("null")
                .map_err(|_| format!("is missing: there is no `{name}` in the metadata"));
        };
        // The type of the field decides between `30` and `"30"`.
        let as_string = || serde_json::from_value(Value::from(text.as_str())).ok();
        serde_json::from_str(text).or_else(|error| {
            as_string().ok_or_else(|| {
                let error = shorten(&error.to_string());
                format!("cannot be read from `{name}` of the metadata: {error}")
            })
        })
    }

    /// Reads a field whose members are inserted into an object.
    fn object<T: DeserializeOwned>(&self, own_members: &str) -> Result<T, String> {
        let own_members: Vec<String> = serde_json::from_str(own_members).unwrap_or_default();
        let is_own = |name: &&String| !own_members.contains(name);
        let names = self.metadata.keys().filter(is_own);
        let object = |value: fn(&str) -> Value| -> Value {
            names.clone().map(|name| (name.clone(), value(&self.metadata[name]))).collect()
        };
        serde_json::from_value(object(json_of)).or_else(|error| {
            let strings = serde_json::from_value(object(|text| Value::from(text)));
            strings.map_err(|_| {
                format!("cannot be read from the metadata: {}", shorten(&error.to_string()))
            })
        })
    }
}

/// Returns the value of metadata as JSON: what is none is a string.
pub(super) fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| text.into())
}

/// Returns the name of the member that a JSON pointer points to (RFC 6901, section 4).
pub(super) fn member_of(pointer: &str) -> String {
    let name = pointer.rsplit('/').next().unwrap_or_default();
    let name: Cow<'_, str> = match name.contains('~') {
        true => name.replace("~1", "/").replace("~0", "~").into(),
        false => name.into(),
    };
    name.into_owned()
}
