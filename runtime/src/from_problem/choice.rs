//! Which case a response is that of.

use httperr_registry::table_format::sources::PackedSources;
use httperr_registry::table_format::{BodyKind, Facts, Reader, Table};
use serde_json::Value;

use super::document::Kind;
use super::mismatch::{shorten, Match, Mismatch};
use super::received::{Layout, Received};
use crate::case::Case;

/// A case that a response may be that of.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    pub(super) case: Case,
    pub(super) sources: PackedSources<'static>,
    pub(super) layout: Layout,
}

/// Returns the case of the response, and what it was recognized by.
pub(super) fn choose(
    received: &Received<'_>,
    table: &'static [u8],
    sources: &'static [u8],
) -> (Match, Result<Candidate, Mismatch>) {
    if let Kind::Other(reason) = &received.document.kind {
        return (Match::Nothing, Err(Mismatch::new(reason)));
    }
    let candidates = candidates(received, table, sources);
    let mut by_type = candidates.clone();
    by_type.retain(|candidate| candidate.has_type(received));
    if !by_type.is_empty() {
        return (Match::Type, one_of(received, by_type, "type"));
    }
    let mut by_code = candidates.clone();
    by_code.retain(|candidate| candidate.has_code(received));
    if !by_code.is_empty() {
        return (Match::Code, one_of(received, by_code, "code"));
    }
    let mut by_status = candidates.clone();
    by_status.retain(|candidate| candidate.has_only_status(received));
    match &by_status[..] {
        [] => (Match::Nothing, Err(unknown(received, &candidates))),
        [only] => (Match::Status, Ok(*only)),
        several => (Match::Status, Err(ambiguous(received, several, "status"))),
    }
}

/// Returns the cases whose kind of body the response has, which a gRPC status has for all.
pub(super) fn candidates(
    received: &Received<'_>,
    table: &'static [u8],
    sources: &'static [u8],
) -> Vec<Candidate> {
    let mut reader = Reader::new(sources);
    let mut candidates = Vec::new();
    for index in 0..Table::new(table).case_count() {
        let sources = PackedSources::read(&mut reader);
        let status = Table::new(table).row(index).map_or(0, |row| row.status);
        let case = Case::from_table(table, index, status, "");
        if case.trailer().facts.has(Facts::SAME_AS) {
            continue;
        }
        let layout = received.layout(case, sources);
        let candidate = Candidate { case, sources, layout };
        if received.is_grpc || candidate.has_kind(received) {
            candidates.push(candidate);
        }
    }
    candidates
}

/// Returns the only one of the cases that have the same type, or the same code.
fn one_of(
    received: &Received<'_>,
    mut candidates: Vec<Candidate>,
    what: &str,
) -> Result<Candidate, Mismatch> {
    if candidates.len() > 1 {
        candidates.retain(|candidate| candidate.has_status(received));
    }
    if candidates.len() > 1 {
        candidates.retain(|candidate| candidate.has_constants(received));
    }
    match &candidates[..] {
        [only] => Ok(*only),
        [] => Err(Mismatch::new(format!(
            "several cases have the {what}, and none of them the status {}",
            received.status.as_u16()
        ))),
        several => Err(ambiguous(received, several, what)),
    }
}

pub(super) fn ambiguous(received: &Received<'_>, candidates: &[Candidate], what: &str) -> Mismatch {
    let names: Vec<String> = candidates
        .iter()
        .map(|candidate| format!("`{}`", candidate.case.name().unwrap_or_default()))
        .collect();
    let names = names.join(", ");
    Mismatch::new(match what {
        "status" => format!(
            "several cases without a type of their own have the status {}: {names}",
            received.status.as_u16()
        ),
        _ => format!("several cases have the {what} of the response: {names}"),
    })
}

fn unknown(received: &Received<'_>, candidates: &[Candidate]) -> Mismatch {
    let mut types = candidates.iter();
    if let Some(uri) = types.find_map(|candidate| received.problem_type(&candidate.layout)) {
        return Mismatch::new(format!("no case has the type `{}`", shorten(&uri)));
    }
    let status = received.status.as_u16();
    let mut codes = candidates.iter().filter(|candidate| !candidate.layout.code.is_empty());
    let code = codes.find_map(|candidate| received.document.at(candidate.layout.code));
    if let Some(code) = code.filter(|code| *code != b"null") {
        let code = String::from_utf8_lossy(code);
        return Mismatch::new(format!(
            "no case has the code {} and the status {status}",
            shorten(&code)
        ));
    }
    Mismatch::new(format!("no case has the status {status} and this kind of body"))
}

impl Candidate {
    fn has_kind(&self, received: &Received<'_>) -> bool {
        let declares_content_type =
            || self.case.headers().any(|(name, _)| name == http::header::CONTENT_TYPE);
        match (self.layout.kind, &received.document.kind) {
            (BodyKind::Problem, Kind::Problem)
            | (BodyKind::Json, Kind::Json | Kind::Problem)
            | (BodyKind::Text, Kind::Text)
            | (BodyKind::Empty, Kind::Empty) => true,
            (BodyKind::Problem, Kind::Json) => declares_content_type(),
            _ => false,
        }
    }

    fn has_type(&self, received: &Received<'_>) -> bool {
        match (self.case.type_uri(), received.problem_type(&self.layout)) {
            (Some(own), Some(uri)) => received.resolve(own) == uri,
            _ => false,
        }
    }

    /// A code is only unique within a service, so the rest of the response must agree.
    fn has_code(&self, received: &Received<'_>) -> bool {
        if self.layout.code.is_empty()
            || received.problem_type(&self.layout).is_some()
            || !self.has_status(received)
        {
            return false;
        }
        let (Some(own), Some(json)) = (self.case.code(), received.document.at(self.layout.code))
        else {
            return false;
        };
        match serde_json::from_slice(json) {
            Ok(Value::String(code)) => !self.case.has_number_code() && code == own,
            Ok(Value::Number(code)) => self.case.has_number_code() && code.to_string() == own,
            _ => false,
        }
    }

    /// Returns whether nothing but its status identifies the case, and the response has that.
    fn has_only_status(&self, received: &Received<'_>) -> bool {
        let sends_type = self.case.type_uri().is_some() && !self.layout.problem_type.is_empty();
        let has_other_code = || {
            let json = received.document.at(self.layout.code);
            !self.layout.code.is_empty() && json.is_some_and(|json| json != b"null")
        };
        !sends_type
            && !self.layout.sends_code
            && self.has_status(received)
            && received.problem_type(&self.layout).is_none()
            && !has_other_code()
            && self.has_constants(received)
    }

    /// A status from the value may be any. In a problem document it is advisory (RFC 9457, section
    /// 3.1.2), in a template it is not.
    fn has_status(&self, received: &Received<'_>) -> bool {
        let Some(status) = self.case.status() else { return true };
        let has_in_body = || {
            let json = received.document.at(self.layout.status);
            json.is_some_and(|json| json == status.as_str().as_bytes())
        };
        status == received.status && (self.layout.status.is_empty() || has_in_body())
    }

    /// Returns whether the body has the constants of the declaration, titles and texts aside.
    fn has_constants(&self, received: &Received<'_>) -> bool {
        let has = |pointer: &str, json: &str| {
            let received = received.document.at(pointer).unwrap_or(b"null");
            let received: Option<Value> = serde_json::from_slice(received).ok();
            received.is_some() && received == serde_json::from_str(json).ok()
        };
        let of_envelope = self.layout.envelope;
        let mut of_envelope = of_envelope.iter().flat_map(|sources| sources.constants());
        of_envelope.all(|(pointer, json)| has(pointer, json))
            && self.sources.constants().all(|(pointer, json)| match self.layout.prefix {
                Some(prefix) => has(&format!("{prefix}{pointer}"), json),
                None => true,
            })
    }
}
