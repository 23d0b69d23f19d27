//! The program that writes the body of a response (`httperr_registry::table_format::Op`).

use httperr_registry::table_format::{Op, Output as _};

use crate::emit::bytes::Bytes;
use crate::json;
use crate::model::Value;

#[derive(Default)]
pub(crate) struct BodyProgram {
    steps: Bytes,
    /// The text after the last step.
    literal: String,
    /// The object has a member that is never omitted.
    has_member: bool,
    /// The number of objects with a spread.
    spreads: usize,
    values: Vec<Value>,
}

impl BodyProgram {
    pub(crate) fn literal(&mut self, text: &str) {
        self.literal.push_str(text);
    }

    pub(crate) fn json_string(&mut self, text: &str) {
        json::write_string(text, &mut self.literal);
    }

    /// Writes `,"name":`, without the comma if it is the first member.
    pub(crate) fn member_name(&mut self, name: &str) {
        self.quoted_member_name(&format!("{}:", json::string(name)));
    }

    /// Does what [`member_name`](Self::member_name) does, for a name that is a JSON string already,
    /// with its colon: those of a problem document need not be escaped for each case.
    pub(crate) fn quoted_member_name(&mut self, name: &str) {
        let may_be_first = self.literal.is_empty() && !self.has_member;
        if may_be_first {
            self.op(Op::Comma);
        } else if self.literal.as_bytes().last() != Some(&b'{') {
            self.literal.push(',');
        }
        self.literal(name);
        self.has_member = true;
    }

    /// Writes a string whose content the step writes.
    pub(crate) fn string_op(&mut self, op: Op) {
        self.literal("\"");
        self.op(op);
        self.literal("\"");
    }

    pub(crate) fn op(&mut self, op: Op) {
        self.flush_literal();
        self.steps.op(op);
    }

    pub(crate) fn member_op(&mut self, op: Op, name: &str) {
        self.flush_literal();
        self.steps.member_op(op, json::string(name).as_bytes());
    }

    pub(crate) fn value(&mut self, value: &Value) {
        self.op(Op::Value);
        self.values.push(value.clone());
    }

    /// Writes a member that is omitted if the value is `null`.
    pub(crate) fn value_member(&mut self, name: &str, value: &Value) {
        self.member_op(Op::Member, name);
        self.values.push(value.clone());
    }

    /// Returns the number of a new object with a spread.
    pub(crate) fn spread_object(&mut self) -> usize {
        self.spreads += 1;
        self.spreads - 1
    }

    /// Writes the members of a value, but for those in `own_members`, a JSON array of names.
    pub(crate) fn spread(&mut self, object: usize, own_members: &str, value: &Value) {
        self.flush_literal();
        self.steps.spread_op(Op::Spread, object, own_members.as_bytes());
        self.values.push(value.clone());
    }

    /// Writes the extension members of the inner error, but for those in `own_members`.
    pub(crate) fn inner_extensions(&mut self, object: usize, own_members: &str) {
        self.flush_literal();
        self.steps.spread_op(Op::Extensions, object, own_members.as_bytes());
    }

    /// Returns the text of a program without steps.
    pub(crate) fn constant(&self) -> Option<&[u8]> {
        self.steps.0.is_empty().then_some(self.literal.as_bytes())
    }

    pub(crate) fn take_values(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.values)
    }

    pub(crate) fn into_bytes(mut self) -> Vec<u8> {
        self.flush_literal();
        self.steps.0
    }

    fn flush_literal(&mut self) {
        self.steps.text(self.literal.as_bytes());
        self.literal.clear();
    }
}
