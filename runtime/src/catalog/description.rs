//! The description of a response, in the envelopes around its case.

use http::StatusCode;
use httperr_registry::table_format::{BodyKind, EnvelopeBody, Flags, LogLevel, ValueType};
use httperr_registry::{allows_content, PROBLEM_MEMBERS};

use super::shape::{code_json, shape_of, Member, Object, Shape, Texts, Value};
use crate::case::Case;
use crate::render::constant::default_media_type;

/// An envelope around an inner error.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Envelope {
    /// The only case of its table.
    pub(crate) case: Case,
    pub(crate) body: EnvelopeBody,
    /// The media type of its `BodyFormat`; empty without one.
    pub(crate) media_type: &'static str,
}

impl Envelope {
    pub(crate) fn is_same(&self, other: &Envelope) -> bool {
        self.body == other.body && self.case.has_table_of(other.case)
    }
}

/// A response that an error type can have.
#[derive(Clone, Debug)]
pub(crate) struct Description {
    pub(crate) case: Case,
    pub(crate) headers: Vec<Header>,
    /// It has header fields whose names are not known.
    pub(crate) has_other_headers: bool,
    /// [`None`] without content, or if it is not known.
    pub(crate) media_type: Option<String>,
    /// [`None`] if a response with this status has no content.
    pub(crate) body: Option<Shape>,
    pub(crate) log: LogLevel,
}

#[derive(Clone, Debug)]
pub(crate) struct Header {
    /// In lower case.
    pub(crate) name: String,
    /// The value, if it is the same in every response.
    pub(crate) value: Option<String>,
    /// The type of a value from run time, in the notation of [`ValueType`].
    pub(crate) ty: &'static str,
}

impl Description {
    /// Describes a case. `media_type` is that of its `BodyFormat`; `envelopes` are those around it,
    /// the outermost first.
    pub(crate) fn new(case: Case, media_type: &'static str, envelopes: &[Envelope]) -> Self {
        let mut description = Description {
            case,
            headers: Vec::new(),
            has_other_headers: false,
            media_type: None,
            body: None,
            log: case.row().flags.log(),
        };
        description.describe_body(media_type, envelopes);
        description.add_headers(case);
        for envelope in envelopes.iter().rev() {
            let has_body = replacing(case.row().flags, envelopes)
                .is_some_and(|replacing| replacing.is_same(envelope));
            description.add_envelope_headers(envelope.case, has_body);
            let log = envelope.case.row().flags.log();
            if log != LogLevel::ByStatus {
                description.log = log;
            }
        }
        if let Some(at) = description.headers.iter().position(|header| header.name == CONTENT_TYPE)
        {
            description.media_type = description.headers.remove(at).value;
        }
        description
    }

    pub(crate) fn status(&self) -> Option<StatusCode> {
        self.case.status()
    }

    pub(crate) fn log_name(&self) -> &'static str {
        let is_server_error = self.status().map(|status| status.is_server_error());
        match (self.log, is_server_error) {
            (LogLevel::ByStatus, None) => "by status",
            (LogLevel::ByStatus, Some(true)) | (LogLevel::Error, _) => "error",
            (LogLevel::ByStatus, Some(false)) | (LogLevel::Debug, _) => "debug",
            (LogLevel::Warn, _) => "warn",
            (LogLevel::Info, _) => "info",
            (LogLevel::Trace, _) => "trace",
            (LogLevel::Off, _) => "off",
        }
    }

    fn describe_body(&mut self, media_type: &'static str, envelopes: &[Envelope]) {
        let status = self.status().map(|status| status.as_u16());
        let flags = self.case.row().flags;
        let is_empty = flags.has_body(BodyKind::Empty);
        if !status.map_or(true, allows_content) {
            return;
        }
        let no_extensions = Object::default();
        let texts = Texts { case: self.case, status, extensions: &no_extensions };
        let inner = match flags.body() {
            BodyKind::Empty => Shape::Object(Object::default()),
            _ => shape_of(self.case, &texts),
        };
        let added = added_members(envelopes);
        match replacing(flags, envelopes) {
            Some(envelope) => {
                let extensions = extensions(inner, flags, self.case);
                let extensions = Object {
                    members: merge(extensions.members, added),
                    is_open: extensions.is_open,
                };
                let kind = envelope.case.row().flags.body();
                self.set_media_type(kind, envelope.media_type);
                let texts = Texts { extensions: &extensions, ..texts };
                self.body = body_of(kind, || shape_of(envelope.case, &texts));
            }
            None => {
                self.set_media_type(flags.body(), media_type);
                self.body = match inner {
                    _ if is_empty => None,
                    Shape::Object(Object { members, is_open })
                        if flags.has_body(BodyKind::Problem) =>
                    {
                        Some(Shape::Object(Object { members: merge(members, added), is_open }))
                    }
                    inner => body_of(flags.body(), || inner),
                };
            }
        }
    }

    fn set_media_type(&mut self, kind: BodyKind, of_format: &'static str) {
        self.media_type = match default_media_type(kind) {
            Some(media_type) => Some(media_type.as_str().to_owned()),
            None => Some(of_format.to_owned()).filter(|media_type| !media_type.is_empty()),
        };
    }

    /// Adds the headers of the case.
    fn add_headers(&mut self, case: Case) {
        self.headers = constant_headers(case).collect();
        self.add_later_headers(case);
    }

    /// Adds the headers of an envelope, which replace those of the same names, except for those that
    /// its enum declares for all variants. `has_body` is whether its body is the one that is sent.
    fn add_envelope_headers(&mut self, envelope: Case, has_body: bool) {
        let constant = constant_headers(envelope);
        let own = envelope.headers().count().saturating_sub(envelope.shared_header_count());
        for (index, header) in constant.enumerate() {
            let present = self.headers.iter().position(|other| other.name == header.name);
            let is_default = index >= own;
            match present {
                _ if is_default && header.name == CONTENT_TYPE && !has_body => {}
                Some(_) if is_default && header.name != CONTENT_TYPE => {}
                Some(at) => self.headers[at] = header,
                None => self.headers.push(header),
            }
        }
        self.add_later_headers(envelope);
    }

    fn add_later_headers(&mut self, declaration: Case) {
        for (name, ty) in declaration.later().headers {
            match self.headers.iter_mut().find(|header| header.name == name) {
                _ if name.is_empty() => self.has_other_headers = true,
                // Which of the two is sent depends on the values.
                Some(header) => header.value = None,
                None => self.headers.push(Header { name: name.to_owned(), value: None, ty }),
            }
        }
    }
}

fn constant_headers(declaration: Case) -> impl Iterator<Item = Header> {
    declaration.headers().map(|(name, value)| Header {
        name: name.as_str().to_owned(),
        value: value.to_str().ok().map(str::to_owned),
        ty: "str",
    })
}

const CONTENT_TYPE: &str = "content-type";

/// A custom body is described by nothing, and an empty one has none.
fn body_of(kind: BodyKind, shape: impl FnOnce() -> Shape) -> Option<Shape> {
    match kind {
        BodyKind::Empty => None,
        BodyKind::Custom => Some(Shape::Any),
        BodyKind::Problem | BodyKind::Json | BodyKind::Text => Some(shape()),
    }
}

/// Returns the envelope whose body replaces that of an inner error with these flags.
pub(crate) fn replacing(inner: Flags, envelopes: &[Envelope]) -> Option<&Envelope> {
    let inner_has_body =
        inner.has(Flags::PROBLEM_IS_DECLARED) || !inner.has_body(BodyKind::Problem);
    let find = |body| envelopes.iter().find(|envelope| envelope.body == body);
    let by_default = || find(EnvelopeBody::ByDefault).filter(|_| !inner_has_body);
    let envelope = find(EnvelopeBody::Always).or_else(by_default)?;
    let keeps_problem =
        inner.has_body(BodyKind::Problem) && envelope.case.row().flags.has_body(BodyKind::Problem);
    (!keeps_problem).then_some(envelope)
}

/// Returns the extension members of the body of an inner error.
fn extensions(inner: Shape, flags: Flags, case: Case) -> Object {
    let is_problem = flags.has_body(BodyKind::Problem);
    let Shape::Object(mut object) = inner else { return Object::default() };
    if !is_problem && !flags.has_body(BodyKind::Custom) {
        return Object::default();
    }
    let code = code_json(case);
    object.members.retain(|member| {
        let is_code = member.name == "code"
            && matches!(&member.shape, Shape::Constant(json) if Some(json) == code.as_ref());
        // The context adds it, after the envelope is written.
        let is_of_context = member.name == "request_id" && !member.is_required;
        !is_problem
            || !(PROBLEM_MEMBERS.contains(&member.name.as_str()) || is_code || is_of_context)
    });
    object
}

/// Returns the members that envelopes add. That of the outermost one counts.
fn added_members(envelopes: &[Envelope]) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for envelope in envelopes {
        let later = envelope.case.later();
        for (index, (name, ty)) in later.members.into_iter().enumerate() {
            if members.iter().any(|member| member.name == name) {
                continue;
            }
            members.push(added_member(envelope.case, later.values.len() + index, name, ty));
        }
    }
    members
}

fn added_member(case: Case, index: usize, name: &str, ty: &'static str) -> Member {
    let (shape, is_required) = match ty.strip_prefix('=') {
        Some(json) => (Shape::Constant(json.to_owned()), json != "null"),
        None => {
            let is_required = ValueType::parse(ty).is_never_null();
            (Shape::Value(Value { case, index, ty, example: "" }), is_required)
        }
    };
    Member { name: name.to_owned(), shape, is_required }
}

/// Returns the members with the added ones in place of those of the same name, or else at the end.
fn merge(mut members: Vec<Member>, added: Vec<Member>) -> Vec<Member> {
    for member in added {
        match members.iter_mut().find(|old| old.name == member.name) {
            // A member that may be absent leaves the old one.
            Some(old) if member.is_required => *old = member,
            Some(old) => old.shape = Shape::Any,
            None => members.push(member),
        }
    }
    members
}
