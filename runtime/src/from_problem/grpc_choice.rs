//! Which case a gRPC status is that of.

use serde_json::Value;

use super::choice::{ambiguous, candidates, Candidate};
use super::grpc::{json_of, member_of, GrpcStatus};
use super::mismatch::{shorten, Match, Mismatch};
use super::received::Received;
use super::BODY_LIMIT;
use crate::tonic::reason::{domain, reason};

/// Returns the case of the status, and what it was recognized by.
pub(super) fn choose(
    grpc: &GrpcStatus,
    received: &Received<'_>,
    table: &'static [u8],
    sources: &'static [u8],
) -> (Match, Result<Candidate, Mismatch>) {
    if grpc.is_too_long {
        let reason = format!("the details are longer than the limit of {BODY_LIMIT} bytes");
        return (Match::Nothing, Err(Mismatch::new(reason)));
    }
    let candidates = candidates(received, table, sources);
    for (by, what) in [(Match::Type, "type"), (Match::Code, "reason"), (Match::Status, "reason")] {
        let mut found = candidates.clone();
        found.retain(|candidate| is_recognized(grpc, candidate, by));
        for narrow in [has_reason, has_code, has_constants] {
            if found.len() > 1 {
                found.retain(|candidate| narrow(grpc, candidate));
            }
        }
        match &found[..] {
            [] => {}
            [only] => return (by, Ok(*only)),
            several => return (by, Err(ambiguous(received, several, what))),
        }
    }
    (Match::Nothing, Err(unknown(grpc)))
}

fn unknown(grpc: &GrpcStatus) -> Mismatch {
    Mismatch::new(match (&grpc.info, grpc.links.first()) {
        (Some((reason, domain)), _) => format!(
            "no case has the reason `{}` in the domain `{}`",
            shorten(reason),
            shorten(domain)
        ),
        (None, Some((uri, _))) => format!("no case has the type `{}`", shorten(uri)),
        (None, None) => {
            format!("the status {} has no `ErrorInfo`, which identifies a case", grpc.code.name())
        }
    })
}

fn is_recognized(grpc: &GrpcStatus, candidate: &Candidate, by: Match) -> bool {
    let case = candidate.case;
    match by {
        Match::Type => {
            case.type_uri().is_some_and(|own| grpc.links.iter().any(|(uri, _)| uri == own))
        }
        Match::Code => !case.is_name_private() && has_reason(grpc, candidate),
        Match::Status => {
            case.is_name_private() && has_reason(grpc, candidate) && has_code(grpc, candidate)
        }
        Match::Nothing => false,
    }
}

/// A reason is unique within a domain only.
fn has_reason(grpc: &GrpcStatus, candidate: &Candidate) -> bool {
    let Some((received, of_domain)) = &grpc.info else { return false };
    let case = candidate.case;
    let code = case.code().filter(|_| !case.is_name_private());
    let own_domain = domain(case, case.type_uri());
    let has_domain = match own_domain.is_empty() {
        true => has_code(grpc, candidate),
        false => own_domain == *of_domain,
    };
    has_domain && reason(code, case.status().unwrap_or_default()) == *received
}

fn has_code(grpc: &GrpcStatus, candidate: &Candidate) -> bool {
    grpc.is_of(candidate.case)
}

/// Returns whether the metadata does not contradict the constants of the declaration.
fn has_constants(grpc: &GrpcStatus, candidate: &Candidate) -> bool {
    candidate.sources.constants().all(|(pointer, json)| {
        let Some(text) = grpc.metadata.get(&member_of(pointer)) else { return true };
        let constant: Option<Value> = serde_json::from_str(json).ok();
        constant == Some(json_of(text)) || constant == Some(Value::from(text.as_str()))
    })
}
