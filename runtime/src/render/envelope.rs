//! The envelopes of an inner error: what the declarations around it have beside `transparent`.

use http::{HeaderName, HeaderValue};
use httperr_registry::table_format::{CodeCase, EnvelopeBody, Row};

use crate::body_format::WriteBody;
use crate::case::Case;

/// A member, with its value as JSON.
pub(super) type Member = (String, Vec<u8>);

pub(super) struct Envelope {
    /// The only case of the envelope's table.
    pub(super) case: Case,
    pub(super) row: Row,
    pub(super) format: EnvelopeBody,
    /// The values that the body program takes, as JSON.
    pub(super) values: Vec<Vec<u8>>,
    pub(super) members: Vec<Member>,
    pub(super) headers: Vec<EnvelopeHeader>,
    pub(super) write_body: Option<(WriteBody, &'static str)>,
    /// Its body is sent.
    pub(super) has_body: bool,
    /// The case and the prefix of the code of an error without one, and whether it is a member of a
    /// problem document.
    pub(super) code: Option<(CodeCase, &'static str, bool)>,
    /// All its parts have been written.
    pub(super) is_complete: bool,
}

impl Envelope {
    pub(super) fn new(case: Case, format: EnvelopeBody) -> Self {
        Envelope {
            case,
            row: case.row(),
            format,
            values: Vec::new(),
            members: Vec::new(),
            headers: Vec::new(),
            write_body: None,
            has_body: false,
            code: None,
            is_complete: false,
        }
    }
}

/// A header whose value comes from the error around the inner one.
pub(super) struct EnvelopeHeader {
    pub(super) name: HeaderName,
    /// A header without a value suppresses the default one.
    pub(super) value: Option<HeaderValue>,
    /// The enum declares it for all its variants.
    pub(super) is_default: bool,
}

/// The envelopes around an error, the outermost first.
#[derive(Default)]
pub(super) struct Envelopes {
    pub(super) list: Vec<Envelope>,
}

impl Envelopes {
    /// Returns the envelope whose parts are being written.
    pub(super) fn current(&mut self) -> Option<&mut Envelope> {
        self.list.iter_mut().rev().find(|envelope| !envelope.is_complete)
    }

    /// Returns the envelope whose body replaces that of the inner error.
    pub(super) fn with_format(&mut self, inner_has_body: bool) -> Option<&mut Envelope> {
        let position = |format| self.list.iter().position(|envelope| envelope.format == format);
        let by_default = || position(EnvelopeBody::ByDefault).filter(|_| !inner_has_body);
        let index = position(EnvelopeBody::Always).or_else(by_default)?;
        self.list.get_mut(index)
    }

    /// Returns the members that envelopes add. That of the outermost one counts.
    pub(super) fn take_members(&mut self) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::new();
        for member in self.list.iter_mut().flat_map(|envelope| envelope.members.drain(..)) {
            if !members.iter().any(|(name, _)| *name == member.0) {
                members.push(member);
            }
        }
        members
    }
}

/// Returns the members, in their order, with the added ones in place of those of the same name, or
/// else at the end.
pub(super) fn merge(mut members: Vec<Member>, added: Vec<Member>) -> Vec<Member> {
    for (name, value) in added {
        match members.iter_mut().find(|member| member.0 == name) {
            Some(member) => member.1 = value,
            None => members.push((name, value)),
        }
    }
    members
}
