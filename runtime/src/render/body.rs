//! The body: the interpreter of the body program
//! ([`table_format`](httperr_registry::table_format)), and the members of manual implementations.

use bytes::Bytes;
use httperr_registry::table_format::{BodyKind, Flags, Op, Reader};
use httperr_registry::{ABOUT_BLANK, PROBLEM_MEMBERS};

use super::renderer::{Goal, Renderer};
use super::{buffer, constant, json};
use crate::body_format::{ErrorView, WriteBody};

const DUPLICATE: &str = "the body has a member of this name already; it is left out";

impl Renderer<'_> {
    /// Runs the program up to the step that takes the next value, and writes a member's name. Returns
    /// the step, and the length of the body before it.
    pub(crate) fn begin_value(&mut self) -> Option<(Op, usize)> {
        if self.goal != Goal::Response || self.failed {
            return None;
        }
        let Some(op) = self.run_to_next_value() else {
            self.log("the body", "unexpected value; it is left out");
            return None;
        };
        let start = self.body.len();
        if op == Op::Member {
            let name = self.program.text();
            self.present.request_id |= name == b"\"request_id\"";
            json::write_quoted_name(&mut self.body, name);
        }
        Some((op, start))
    }

    #[inline]
    pub(crate) fn body_mut(&mut self) -> &mut Vec<u8> {
        &mut self.body
    }

    /// Completes the step that [`begin_value`](Self::begin_value) has returned.
    pub(crate) fn end_value(
        &mut self,
        (op, start): (Op, usize),
        serialized: Result<(), serde_json::Error>,
    ) {
        if let Err(error) = serialized {
            return self.fail(&error);
        }
        match op {
            // No other JSON value ends like this.
            Op::Member if self.body.ends_with(b"null") => self.body.truncate(start),
            Op::Spread => self.spread(start),
            _ => {}
        }
        #[cfg(feature = "tonic")]
        self.record_value(start);
    }

    /// Replaces the object from `start` on by its members, except those that the object around it has
    /// of its own or from another spread.
    fn spread(&mut self, start: usize) {
        let object = self.program.number();
        let own_members = self.program.text();
        let value = self.body.split_off(start);
        match value.first() {
            Some(b'{') => {}
            _ if value == b"null" => return,
            _ => return self.fail(&"the value to spread is not an object"),
        }
        let own_members: Vec<String> = serde_json::from_slice(own_members).unwrap_or_default();
        let spread = &mut self.members.get_or_insert_with(Box::default).spread;
        for (name, value) in json::members(&value) {
            let member = (object, json::unescape(name));
            if !own_members.contains(&member.1) && !spread.contains(&member) {
                json::write_name(&mut self.body, &member.1);
                self.body.extend_from_slice(value);
                spread.push(member);
            }
        }
    }

    /// Runs the program up to the next step that takes a value, and returns that step.
    // Its callers are few: one for each value, and one for the rest of the program.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub(super) fn run_to_next_value(&mut self) -> Option<Op> {
        if self.row.flags.has(Flags::CONSTANT_BODY) {
            return None;
        }
        self.has_started = true;
        let mut program = self.program;
        let value_op = loop {
            self.body.extend_from_slice(program.text());
            let Some(op) = program.op() else { break None };
            match op {
                Op::Status => self.body.extend_from_slice(self.status.as_str().as_bytes()),
                Op::Title => self.write_escaped_title(),
                Op::Detail => {
                    if !self.write_escaped_public_text() {
                        self.write_escaped_title();
                    }
                }
                Op::Text => {
                    self.keep_detail();
                    if !self.write_public_text() {
                        self.write_title();
                    }
                }
                Op::Instance => {
                    let instance = self.context.instance.as_deref();
                    json::write_string_or_null(&mut self.body, instance);
                }
                Op::RequestId => {
                    let request_id = self.context.request_id.as_deref();
                    json::write_string_or_null(&mut self.body, request_id);
                }
                Op::Comma => json::write_comma(&mut self.body),
                Op::DetailMember => self.write_detail_member(program.text()),
                Op::InstanceMember => {
                    self.write_context_member(program.text(), self.context.instance.as_deref());
                }
                Op::RequestIdMember => {
                    self.write_context_member(program.text(), self.context.request_id.as_deref());
                }
                Op::Value | Op::Member | Op::Spread => break Some(op),
                Op::Code | Op::Type | Op::CodeMember | Op::TypeMember | Op::Extensions => {
                    self.write_part_of_inner(op, &mut program);
                }
            }
        };
        self.program = program;
        value_op
    }

    /// Executes a step of an envelope.
    #[cold]
    fn write_part_of_inner(&mut self, op: Op, program: &mut Reader<'static>) {
        match op {
            Op::Code => match self.code_json() {
                Some(code) => self.body.extend_from_slice(&code),
                None => self.body.extend_from_slice(b"null"),
            },
            Op::CodeMember => {
                let name = program.text();
                if let Some(code) = self.code_json() {
                    json::write_quoted_name(&mut self.body, name);
                    self.body.extend_from_slice(&code);
                }
            }
            Op::TypeMember => {
                self.write_context_member(program.text(), self.case.type_uri());
            }
            Op::Extensions => {
                let object = program.number();
                self.write_inner_extensions(object, program.text());
            }
            _ => {
                json::write_string(&mut self.body, self.case.type_uri().unwrap_or(ABOUT_BLANK));
            }
        }
    }

    fn write_escaped_title(&mut self) {
        let title = self.title();
        json::write_escaped(&mut self.body, title);
    }

    fn write_detail_member(&mut self, name: &[u8]) {
        let start = self.body.len();
        json::write_quoted_name(&mut self.body, name);
        self.body.push(b'"');
        match self.write_escaped_public_text() {
            true => self.body.push(b'"'),
            false => self.body.truncate(start),
        }
    }

    fn write_context_member(&mut self, name: &[u8], value: Option<&str>) {
        if let Some(value) = value {
            json::write_quoted_name(&mut self.body, name);
            json::write_string(&mut self.body, value);
        }
    }

    /// Completes the body, all of whose values have been written.
    #[inline]
    pub(super) fn finish_body(&mut self) -> Bytes {
        if self.row.flags.has(Flags::CONSTANT_BODY) {
            let body = self.program.rest();
            if self.members.is_none() {
                return constant::body(body, self.row.flags, self.context);
            }
            self.body = body.to_vec();
        } else if !self.failed {
            let is_incomplete = match self.run_to_next_value() {
                // Fails closed: no other value may be written here.
                Some(_) => true,
                None => self.write_body.is_none() && self.row.flags.has_body(BodyKind::Custom),
            };
            if is_incomplete {
                self.log("the body", "a value is missing; 500 is sent");
                self.failed = true;
            }
        }
        if self.members.is_some() {
            self.write_members();
        }
        if constant::takes_context(self.row.flags, self.context) {
            constant::append_context(&mut self.body, self.context, self.present);
        }
        if let (Some(write_body), false) = (self.write_body, self.failed) {
            self.write_custom_body(write_body);
        }
        buffer::into_bytes(std::mem::take(&mut self.body))
    }

    /// Adds a member of a manual implementation, unless its value is `null`.
    pub(crate) fn add_member(&mut self, name: &str, json: Result<Vec<u8>, serde_json::Error>) {
        let added = &mut self.members.get_or_insert_with(Box::default).added;
        match json {
            Ok(json) if json == b"null" => {}
            Ok(json) => added.push((name.to_owned(), json)),
            Err(error) => self.fail(&error),
        }
    }

    /// Returns whether a manual implementation can add a member of that name.
    pub(crate) fn accepts_member(&mut self, name: &str) -> bool {
        if self.goal != Goal::Response || self.failed {
            return false;
        }
        let added = &mut self.members.get_or_insert_with(Box::default).added;
        if PROBLEM_MEMBERS.contains(&name) || added.iter().any(|(member, _)| member == name) {
            self.log(name, DUPLICATE);
            return false;
        }
        true
    }

    #[cold]
    fn write_members(&mut self) {
        let members = *self.members.take().unwrap_or_default();
        self.write_added_members(members.added);
        if let (Some(envelopes), false) = (members.envelopes, self.failed) {
            self.apply_envelopes(*envelopes);
        }
    }

    fn write_added_members(&mut self, added: Vec<(String, Vec<u8>)>) {
        if added.is_empty() {
            return;
        }
        let has_room =
            self.row.flags.has_body(BodyKind::Problem) || self.row.flags.has_body(BodyKind::Custom);
        let mut present: Vec<String> = Vec::new();
        if has_room {
            present = json::members(&self.body).map(|(name, _)| json::unescape(name)).collect();
            self.body.pop();
        }
        for (name, value) in added {
            if !has_room {
                self.log(&name, "the body has no extension members; it is left out");
            } else if present.contains(&name) {
                self.log(&name, DUPLICATE);
            } else {
                self.present.request_id |= name == "request_id";
                json::write_name(&mut self.body, &name);
                self.body.extend_from_slice(&value);
                present.push(name);
            }
        }
        if has_room {
            self.body.push(b'}');
        }
    }

    /// Replaces the members by the body that the user's format writes.
    fn write_custom_body(&mut self, write_body: WriteBody) {
        #[cfg(feature = "tonic")]
        if self.context.is_grpc {
            return;
        }
        let members = std::mem::take(&mut self.body);
        let view = ErrorView {
            case: *self.case,
            status: self.status,
            title: self.title(),
            detail: self.public_detail(),
            members,
            language: self.language_tag(),
            context: self.context,
        };
        if let Err(error) = write_body(&view, &mut self.body) {
            self.fail(&error);
        }
    }
}
