//! The body of a case: bytes where all of it is known while compiling, else the steps that make it.

use httperr_registry::table_format::{BodyKind, Op, Output};
use httperr_registry::{allows_content, ABOUT_BLANK};

use crate::emit::table::Bytes;
use crate::json;
use crate::model::{self, Case, ConstText, DetailSource, ExtensionValue, Member, Node, Value};
use crate::syntax::ast::Placeholder;

/// The body of a case.
pub(crate) struct Body {
    pub(crate) kind: BodyKind,
    pub(crate) steps: Steps,
}

impl Body {
    /// The body itself, or `None` when it takes steps to make it.
    pub(crate) fn constant(&self) -> Option<&[u8]> {
        let is_constant = self.steps.packed.0.is_empty() && self.kind != BodyKind::Custom;
        is_constant.then_some(self.steps.literal.as_bytes())
    }
}

/// A program of the table's format in the making.
#[derive(Default)]
pub(crate) struct Steps {
    packed: Bytes,
    literal: String,
    /// Whether the object has a member for sure.
    has_member: bool,
    /// How many objects with a spread there are so far.
    spreads: usize,
    /// The values that come from run time, in the order of the steps that take them.
    pub(crate) values: Vec<Value>,
}

impl Steps {
    fn literal(&mut self, text: &str) {
        self.literal.push_str(text);
    }

    /// `,"name":`, without the comma where it is the first.
    fn name(&mut self, name: &str) {
        // Members that may be left out may be all that stand before.
        let is_open = self.literal.is_empty() && !self.has_member;
        match is_open {
            true => {
                self.op(Op::Comma);
                self.literal(&json::string(name));
                self.literal(":");
            }
            false => self.plain_name(&json::string(name)),
        }
        self.has_member = true;
    }

    /// As [`name`](Self::name), of a name in its quotes.
    fn plain_name(&mut self, quoted: &str) {
        if !self.literal.ends_with('{') {
            self.literal(",");
        }
        self.literal(quoted);
        self.literal(":");
    }

    /// A step that writes the inside of a JSON string.
    fn string(&mut self, op: Op) {
        self.literal("\"");
        self.op(op);
        self.literal("\"");
    }

    fn op(&mut self, op: Op) {
        self.flush();
        self.packed.op(op);
    }

    fn member_op(&mut self, op: Op, name: &str) {
        self.flush();
        self.packed.member_op(op, json::string(name).as_bytes());
    }

    fn spread(&mut self, object: usize, own_members: &[u8]) {
        self.flush();
        self.packed.spread(object, own_members);
    }

    fn flush(&mut self) {
        self.packed.text(self.literal.as_bytes());
        self.literal.clear();
    }

    pub(crate) fn packed(mut self) -> Vec<u8> {
        self.flush();
        self.packed.0
    }
}

/// The machine code as JSON.
fn code(case: &Case) -> String {
    match case.code.is_number {
        true => case.code.text.clone(),
        false => json::string(&case.code.text),
    }
}

/// The body of a case.
pub(crate) fn body(case: &Case) -> Body {
    let mut steps = Steps::default();
    if case.fixed_status().is_some_and(|status| !allows_content(status.code)) {
        return Body { kind: BodyKind::Empty, steps };
    }
    let kind = match &case.body {
        model::Body::Problem => {
            problem(case, &mut steps);
            BodyKind::Problem
        }
        model::Body::Template(template) => {
            node(case, template, &mut steps);
            BodyKind::Json
        }
        model::Body::Text => {
            match (case.detail(), case.title()) {
                (ConstText::Text(text), _) | (ConstText::None, Some(text)) => steps.literal(text),
                _ => steps.op(Op::Text),
            }
            BodyKind::Text
        }
        model::Body::Type(_) => {
            steps.literal("{");
            extensions(case, &mut steps);
            steps.literal("}");
            BodyKind::Custom
        }
        model::Body::Empty => BodyKind::Empty,
    };
    Body { kind, steps }
}

/// A problem document (RFC 9457, section 3).
fn problem(case: &Case, steps: &mut Steps) {
    steps.literal("{");
    if let Some(uri) = &case.type_uri {
        steps.plain_name(r#""type""#);
        steps.literal(&json::string(uri));
    }
    steps.has_member = true;
    steps.plain_name(r#""title""#);
    match case.title() {
        Some(title) => steps.literal(&json::string(title)),
        None => steps.string(Op::Title),
    }
    steps.plain_name(r#""status""#);
    match case.fixed_status() {
        Some(status) => steps.literal(&status.code.to_string()),
        None => steps.op(Op::Status),
    }
    match case.detail() {
        ConstText::Text(text) => {
            steps.plain_name(r#""detail""#);
            steps.literal(&json::string(text));
        }
        ConstText::None => {}
        // It is there for sure.
        ConstText::AtRunTime
            if case.exposes() == Some(true)
                || matches!(case.detail_source, DetailSource::Format(..)) =>
        {
            steps.plain_name(r#""detail""#);
            steps.string(Op::Detail);
        }
        ConstText::AtRunTime => steps.member_op(Op::DetailMember, "detail"),
    }
    if case.has_code_member {
        steps.name("code");
        steps.literal(&code(case));
    }
    extensions(case, steps);
    steps.literal("}");
}

fn extensions(case: &Case, steps: &mut Steps) {
    for extension in &case.extensions {
        match &extension.value {
            ExtensionValue::Const(json) => {
                steps.name(&extension.name);
                steps.literal(json);
            }
            ExtensionValue::Value(value) => {
                steps.member_op(Op::Member, &extension.name);
                steps.values.push(value.clone());
            }
        }
    }
}

/// A value of a template.
fn node(case: &Case, value: &Node, steps: &mut Steps) {
    match value {
        Node::Object(members) => object(case, members, steps),
        Node::Array(elements) => {
            steps.literal("[");
            for (at, element) in elements.iter().enumerate() {
                if at > 0 {
                    steps.literal(",");
                }
                node(case, element, steps);
            }
            steps.literal("]");
        }
        Node::Value(value) => {
            steps.op(Op::Value);
            steps.values.push(value.clone());
        }
        other => match constant(case, other) {
            Some(json) => steps.literal(&json),
            None => match answer(other) {
                Some(Placeholder::Status) => steps.op(Op::Status),
                Some(Placeholder::Title) => steps.string(Op::Title),
                Some(Placeholder::Instance) => steps.op(Op::Instance),
                Some(Placeholder::RequestId) => steps.op(Op::RequestId),
                _ => steps.string(Op::Detail),
            },
        },
    }
}

fn object(case: &Case, members: &[Member], steps: &mut Steps) {
    steps.literal("{");
    let object = steps.spreads;
    steps.spreads += usize::from(members.iter().any(|member| member.name.is_none()));
    // Whether a member stands before for sure, and whether one may.
    let (mut sure, mut perhaps) = (false, false);
    for Member { name, optional, value } in members {
        let Some(name) = name else {
            // A field that this variant lacks has no members.
            if let Node::Value(value) = value {
                let own = members.iter().filter_map(|member| member.name.as_deref());
                let own = own.map(json::string).collect::<Vec<_>>().join(",");
                steps.spread(object, format!("[{own}]").as_bytes());
                steps.values.push(value.clone());
                perhaps = true;
            }
            continue;
        };
        let op = match (optional, value) {
            (false, _) | (true, Node::Object(_) | Node::Array(_)) => None,
            (true, Node::Value(value)) => {
                steps.values.push(value.clone());
                Some(Op::Member)
            }
            (true, other) => match (answer(other), constant(case, other).as_deref()) {
                (None, Some("null")) => continue,
                (Some(Placeholder::Detail), Some(_))
                    if matches!(case.detail(), ConstText::None) =>
                {
                    continue
                }
                (Some(Placeholder::Type), _) if case.type_uri.is_none() => continue,
                (_, Some(_)) => None,
                (Some(Placeholder::Instance), _) => Some(Op::InstanceMember),
                (Some(Placeholder::RequestId), _) => Some(Op::RequestIdMember),
                (Some(Placeholder::Detail), _) => Some(Op::DetailMember),
                _ => None,
            },
        };
        if let Some(op) = op {
            steps.member_op(op, name);
            perhaps = true;
            continue;
        }
        if sure {
            steps.literal(",");
        } else if perhaps {
            steps.op(Op::Comma);
        }
        steps.literal(&json::string(name));
        steps.literal(":");
        node(case, value, steps);
        sure = true;
    }
    steps.literal("}");
}

fn answer(value: &Node) -> Option<Placeholder> {
    match value {
        Node::Placeholder(part) => Some(*part),
        _ => None,
    }
}

/// A part of a template as JSON, where it is known while compiling.
fn constant(case: &Case, value: &Node) -> Option<String> {
    if let Node::Const(json) = value {
        return Some(json.clone());
    }
    match answer(value)? {
        Placeholder::Status => Some(case.fixed_status()?.code.to_string()),
        Placeholder::Code => Some(code(case)),
        Placeholder::Title => case.title().map(json::string),
        Placeholder::Detail => match case.detail() {
            ConstText::Text(text) => Some(json::string(text)),
            ConstText::None => case.title().map(json::string),
            ConstText::AtRunTime => None,
        },
        Placeholder::Type => Some(json::string(case.type_uri.as_deref().unwrap_or(ABOUT_BLANK))),
        Placeholder::Instance | Placeholder::RequestId => None,
    }
}
