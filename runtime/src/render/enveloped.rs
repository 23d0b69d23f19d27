//! From the response of an inner error to that in its envelope.
//!
//! The inner error is rendered as if it were alone. Then its body is replaced by that of the
//! envelope, and headers and members are added.

use http::{HeaderName, HeaderValue};
use httperr_registry::table_format::{BodyKind, CodeCase, EnvelopeBody, Flags, LogLevel, Reader};
use httperr_registry::{allows_content, PROBLEM_MEMBERS};

use super::envelope::{merge, Envelope, EnvelopeHeader, Envelopes, Member};
use super::headers::{IfPresent, MediaType, Name, Value};
use super::json;
use super::renderer::{Goal, Renderer, CONTENT_TYPE};
use super::status_name::code_of;
use crate::body_format::WriteBody;
use crate::case::{read_header, Case};

impl Renderer<'_> {
    /// Begins the envelope of the inner error whose parts follow. Returns whether its own are needed.
    pub(crate) fn begin_envelope(&mut self, case: Case, format: EnvelopeBody) -> bool {
        if self.goal != Goal::Response {
            return false;
        }
        let envelopes = &mut self.members.get_or_insert_with(Box::default).envelopes;
        envelopes.get_or_insert_with(Box::default).list.push(Envelope::new(case, format));
        true
    }

    fn envelope(&mut self) -> Option<&mut Envelope> {
        self.members.as_mut()?.envelopes.as_mut()?.current()
    }

    pub(crate) fn is_enveloped(&mut self) -> bool {
        self.envelope().is_some()
    }

    pub(crate) fn end_envelope(&mut self) {
        if let Some(envelope) = self.envelope() {
            envelope.is_complete = true;
        }
    }

    pub(crate) fn add_envelope_value(&mut self, value: Result<Vec<u8>, serde_json::Error>) {
        match (value, self.envelope()) {
            (Ok(value), Some(envelope)) => envelope.values.push(value),
            (Ok(_), None) => {}
            (Err(error), _) => self.fail(&error),
        }
    }

    /// Adds an extension member, unless its value is `null`.
    pub(crate) fn add_envelope_member(
        &mut self,
        name: &str,
        value: Result<Vec<u8>, serde_json::Error>,
    ) {
        match (value, self.envelope()) {
            (Ok(value), Some(envelope)) if value != b"null" => {
                envelope.members.push((name.to_owned(), value));
            }
            (Ok(_), _) => {}
            (Err(error), _) => self.fail(&error),
        }
    }

    pub(crate) fn set_envelope_format(&mut self, write_body: WriteBody, media_type: &'static str) {
        if let Some(envelope) = self.envelope() {
            envelope.write_body = Some((write_body, media_type));
        }
    }

    pub(crate) fn set_envelope_code(
        &mut self,
        case: CodeCase,
        prefix: &'static str,
        is_member: bool,
    ) {
        if let Some(envelope) = self.envelope() {
            envelope.code = Some((case, prefix, is_member));
        }
    }

    /// Adds a header. It replaces one of the inner error of the same name, unless it is a default.
    pub(crate) fn add_envelope_header(
        &mut self,
        name: HeaderName,
        value: Option<HeaderValue>,
        is_default: bool,
    ) {
        if let Some(envelope) = self.envelope() {
            envelope.headers.push(EnvelopeHeader { name, value, is_default });
        }
    }

    /// Puts the response of the inner error, whose body is complete, into the envelopes.
    #[cold]
    pub(super) fn apply_envelopes(&mut self, mut envelopes: Envelopes) {
        let flags = self.row.flags;
        let inner_has_body =
            flags.has(Flags::PROBLEM_IS_DECLARED) || !flags.has_body(BodyKind::Problem);
        self.name_status(&mut envelopes);
        let added = envelopes.take_members();
        if allows_content(self.status.as_u16()) {
            match envelopes.with_format(inner_has_body) {
                Some(envelope) if is_other_format(flags, envelope.row.flags) => {
                    let extensions = merge(self.take_extensions(), added);
                    self.members.get_or_insert_with(Box::default).extensions = extensions;
                    self.write_enveloped_body(envelope);
                }
                _ => self.merge_members(added),
            }
        }
        for envelope in envelopes.list.iter().rev() {
            self.write_envelope_headers(envelope);
            let log = envelope.row.flags.log();
            if log != LogLevel::ByStatus {
                self.row.flags = self.row.flags.with_log(log);
            }
        }
    }

    /// Gives the response the code of its status, if the error has none: as a member of a problem
    /// document, or for the template of the envelope.
    fn name_status(&mut self, envelopes: &mut Envelopes) {
        let Some(envelope) = envelopes.list.iter_mut().rev().find(|outer| outer.code.is_some())
        else {
            return;
        };
        let Some((case, prefix, is_member)) = envelope.code else { return };
        if self.case.code().is_some() {
            return;
        }
        let code = code_of(self.status.as_u16(), case, prefix);
        let is_problem = envelope.format == EnvelopeBody::Never
            || envelope.row.flags.has_body(BodyKind::Problem);
        if is_problem && is_member {
            let mut json = Vec::new();
            json::write_string(&mut json, &code);
            envelope.members.insert(0, ("code".to_owned(), json));
        }
        self.members.get_or_insert_with(Box::default).code = Some(code);
    }

    fn write_envelope_headers(&mut self, envelope: &Envelope) {
        let mut entry = envelope.case.entry_of(envelope.row);
        let count = entry.number();
        let own = count.saturating_sub(envelope.case.shared_header_count());
        let mut headers: Vec<_> = (0..count)
            .filter_map(|index| Some((read_header(&mut entry)?, index >= own)))
            .filter_map(|((name, value), is_default)| {
                Some((name.to_http()?, Some(Value::Literal(value)), is_default))
            })
            .collect();
        headers.extend(envelope.headers.iter().map(|header| {
            (header.name.clone(), header.value.clone().map(Value::Valid), header.is_default)
        }));
        let Some(fields) = &mut self.fields else { return };
        headers.retain(|(name, _, is_default)| {
            // The media type of an enum is that of its body.
            let is_present = match *name == CONTENT_TYPE {
                true => !envelope.has_body,
                false => fields.contains(name),
            };
            !(*is_default && is_present)
        });
        for (name, value, is_default) in &headers {
            if value.is_some() && !is_default && *name != CONTENT_TYPE {
                fields.remove(name);
            }
        }
        for (name, value, _) in headers {
            match value {
                Some(value) => self.write_header(Name::User(&name), Some(value)),
                None => self.omit_header(Name::User(&name)),
            }
        }
    }

    /// Takes the extension members out of the body of the inner error.
    fn take_extensions(&mut self) -> Vec<Member> {
        let flags = self.row.flags;
        let is_problem = flags.has_body(BodyKind::Problem);
        let body = std::mem::take(&mut self.body);
        if !is_problem && !flags.has_body(BodyKind::Custom) {
            return Vec::new();
        }
        let code = self.code_json();
        let mut extensions = Vec::new();
        for (name, value) in json::members(&body) {
            let name = json::unescape(name);
            if is_problem && name == "detail" && self.detail.is_none() {
                // It is not written a second time.
                self.detail = Some(json::unescape(value));
            }
            let is_code = name == "code" && code.as_deref() == Some(value);
            if !(is_problem && (PROBLEM_MEMBERS.contains(&&*name) || is_code)) {
                extensions.push((name, value.to_vec()));
            }
        }
        extensions
    }

    fn write_enveloped_body(&mut self, envelope: &mut Envelope) {
        envelope.has_body = true;
        #[cfg(feature = "tonic")]
        self.template_values.clear();
        let flags = envelope.row.flags;
        let mut entry = envelope.case.entry_of(envelope.row);
        for _ in 0..entry.number() {
            entry.header();
        }
        self.set_media_type(envelope);
        self.detail = self.public_detail();
        self.write_body = envelope.write_body.map(|(write_body, _)| write_body);
        self.row.flags = self.row.flags.with_body(flags.body());
        if flags.has(Flags::CONSTANT_BODY) {
            self.body = entry.text().to_vec();
            return;
        }
        self.program = Reader::new(entry.text());
        for value in std::mem::take(&mut envelope.values) {
            if let Some(step) = self.begin_value() {
                self.body_mut().extend_from_slice(&value);
                self.end_value(step, Ok(()));
            }
        }
        if !self.failed && self.run_to_next_value().is_some() {
            self.fail(&"a value of the envelope is missing");
        }
    }

    /// Sets the media type of the envelope, unless an envelope has a `Content-Type`.
    fn set_media_type(&mut self, envelope: &Envelope) {
        let Some(fields) = &mut self.fields else { return };
        match (envelope.row.flags.body(), envelope.write_body) {
            (BodyKind::Problem, _) => fields.set_content_type(MediaType::Problem),
            (BodyKind::Json, _) => fields.set_content_type(MediaType::Json),
            (BodyKind::Text, _) => fields.set_content_type(MediaType::Text),
            (BodyKind::Custom, Some((_, media_type))) => {
                let name = Name::Registered(&CONTENT_TYPE);
                let value = Value::Literal(media_type.as_bytes());
                if fields.set(name, value, IfPresent::Replace).is_none() {
                    self.fail(&"the media type is not a valid header value");
                }
            }
            (BodyKind::Empty | BodyKind::Custom, _) => fields.remove(&CONTENT_TYPE),
        }
    }

    /// Adds members to the body of the inner error, which keeps its format.
    fn merge_members(&mut self, added: Vec<Member>) {
        if added.is_empty() {
            return;
        }
        let flags = self.row.flags;
        if !flags.has_body(BodyKind::Problem) && !flags.has_body(BodyKind::Custom) {
            for (name, _) in added {
                self.log(&name, "the body has no extension members; it is left out");
            }
            return;
        }
        let body = std::mem::take(&mut self.body);
        let present = json::members(&body)
            .map(|(name, value)| (json::unescape(name), value.to_vec()))
            .collect();
        self.body.push(b'{');
        for (name, value) in merge(present, added) {
            self.present.request_id |= name == "request_id";
            json::write_name(&mut self.body, &name);
            self.body.extend_from_slice(&value);
        }
        self.body.push(b'}');
    }

    /// Writes the extension members of the inner error and of the envelopes, except `own_members`, as
    /// members of an object.
    pub(super) fn write_inner_extensions(&mut self, object: usize, own_members: &[u8]) {
        let own_members: Vec<String> = serde_json::from_slice(own_members).unwrap_or_default();
        let Some(members) = &mut self.members else { return };
        for (name, value) in &members.extensions {
            let member = (object, name.clone());
            if !own_members.contains(&member.1) && !members.spread.contains(&member) {
                self.present.request_id |= member.1 == "request_id";
                json::write_name(&mut self.body, &member.1);
                self.body.extend_from_slice(value);
                #[cfg(feature = "tonic")]
                self.template_values.push((name.clone(), value.clone()));
                members.spread.push(member);
            }
        }
    }

    /// Returns the code as JSON.
    pub(super) fn code_json(&self) -> Option<Vec<u8>> {
        let own = self.members.as_ref().and_then(|members| members.code.as_deref());
        let code = own.or_else(|| self.case.code())?;
        let mut json = Vec::new();
        match self.case.has_number_code() {
            true => json.extend_from_slice(code.as_bytes()),
            false => json::write_string(&mut json, code),
        }
        Some(json)
    }
}

/// Returns whether an envelope with these flags changes the body of an inner error with those. A
/// problem document, which may have a member for its code, remains as it is.
fn is_other_format(inner: Flags, envelope: Flags) -> bool {
    !(inner.has_body(BodyKind::Problem) && envelope.has_body(BodyKind::Problem))
}
