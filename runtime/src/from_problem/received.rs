//! A response, as the cases of one type see it: within the envelopes around its errors.

use http::response::Parts;
use http::{HeaderMap, StatusCode, Uri};
use httperr_registry::table_format::sources::PackedSources;
use httperr_registry::table_format::{BodyKind, Flags};

use super::document::Document;
#[cfg(feature = "tonic")]
use super::grpc::GrpcStatus;
use crate::case::Case;
use crate::catalog::description::{replacing, Envelope};
use crate::problem::resolve;

/// A response that is read.
#[derive(Clone, Debug)]
pub struct Received<'a> {
    pub(super) status: StatusCode,
    pub(super) headers: &'a HeaderMap,
    pub(super) document: &'a Document<'a>,
    /// The URI of the request, which the problem type is relative to.
    base: Option<String>,
    /// The outermost first.
    envelopes: Vec<Envelope>,
    /// Those of the envelopes.
    sources: Vec<PackedSources<'static>>,
    /// The types that are being read, each inside the one before.
    types: Vec<&'static str>,
    /// The response is a gRPC status, which has no body.
    pub(super) is_grpc: bool,
    #[cfg(feature = "tonic")]
    pub(super) grpc: Option<&'a GrpcStatus>,
}

/// Where the body of a case has its parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    pub(super) kind: BodyKind,
    pub(super) sends_code: bool,
    pub(super) code: &'static str,
    pub(super) problem_type: &'static str,
    pub(super) status: &'static str,
    /// The constants of the envelope, if there is one.
    pub(super) envelope: Option<PackedSources<'static>>,
    /// The beginning of the pointers of the case itself; [`None`] if the body has no extension members.
    pub(super) prefix: Option<&'static str>,
}

impl<'a> Received<'a> {
    pub(super) fn new(parts: &'a Parts, document: &'a Document<'a>) -> Self {
        Received {
            status: parts.status,
            headers: &parts.headers,
            document,
            base: parts.extensions.get::<Uri>().map(Uri::to_string),
            envelopes: Vec::new(),
            sources: Vec::new(),
            types: Vec::new(),
            is_grpc: false,
            #[cfg(feature = "tonic")]
            grpc: None,
        }
    }

    #[cfg(feature = "tonic")]
    pub(super) fn of_grpc(
        parts: &'a Parts,
        document: &'a Document<'a>,
        grpc: &'a GrpcStatus,
    ) -> Self {
        Received { is_grpc: true, grpc: Some(grpc), ..Received::new(parts, document) }
    }

    /// Returns whether a case may have the status of the response.
    pub(super) fn may_be_of(&self, case: Case) -> bool {
        #[cfg(feature = "tonic")]
        if let Some(grpc) = self.grpc {
            return grpc.is_of(case);
        }
        case.status().map_or(true, |status| status == self.status)
    }

    /// Returns the response for the type of that name, unless it is being read already: the type is in
    /// itself.
    pub(super) fn within(&self, name: &'static str) -> Option<Self> {
        let mut within = self.clone();
        within.types.push(name);
        (!self.types.contains(&name)).then_some(within)
    }

    pub(super) fn in_envelope(&self, envelope: Envelope, sources: PackedSources<'static>) -> Self {
        let mut inside = self.clone();
        inside.envelopes.push(envelope);
        inside.sources.push(sources);
        inside
    }

    pub(super) fn layout(&self, case: Case, own: PackedSources<'static>) -> Layout {
        let flags = case.row().flags;
        let replacing = replacing(flags, &self.envelopes);
        let index = self
            .envelopes
            .iter()
            .position(|other| replacing.is_some_and(|envelope| std::ptr::eq(envelope, other)));
        match index.and_then(|index| Some((self.envelopes.get(index)?, self.sources.get(index)?))) {
            Some((envelope, sources)) => Layout {
                kind: envelope.case.row().flags.body(),
                sends_code: !sources.code.is_empty(),
                code: sources.code,
                problem_type: sources.problem_type,
                status: sources.status,
                envelope: Some(*sources),
                prefix: sources.members.filter(|_| has_members(flags)),
            },
            None => Layout {
                kind: flags.body(),
                sends_code: own.sends_code,
                code: own.code,
                problem_type: own.problem_type,
                status: own.status,
                envelope: None,
                prefix: Some(""),
            },
        }
    }

    /// Returns the problem type of the body, resolved, unless it is `about:blank`.
    pub(super) fn problem_type(&self, layout: &Layout) -> Option<String> {
        let pointer = Some(layout.problem_type).filter(|pointer| !pointer.is_empty())?;
        let uri = self.document.string_at(pointer)?;
        (uri != httperr_registry::ABOUT_BLANK).then(|| self.resolve(&uri))
    }

    pub(super) fn resolve(&self, uri: &str) -> String {
        match &self.base {
            Some(base) => resolve(base, uri),
            None => uri.to_owned(),
        }
    }
}

/// Returns whether an envelope receives the extension members of a case with these flags.
fn has_members(flags: Flags) -> bool {
    flags.has_body(BodyKind::Problem) || flags.has_body(BodyKind::Custom)
}
