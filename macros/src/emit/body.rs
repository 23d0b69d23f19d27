//! The body of a case: bytes where all of it is known while compiling, else the steps that make it.

use httperr_registry::table_format::{BodyKind, Op, Output};
use httperr_registry::{allows_content, ABOUT_BLANK};
use proc_macro2::TokenStream;

use crate::emit::table::Bytes;
use crate::json;
use crate::model::{Case, ConstText, Detail};
use crate::syntax::ast::Shape;
use crate::syntax::body_template;
use crate::syntax::body_template::{part, Member, Node, Part};

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
    pub(crate) values: Vec<TokenStream>,
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
    match case.code.number {
        true => case.code.text.clone(),
        false => json::string(&case.code.text),
    }
}

/// The body of a case.
pub(crate) fn body(case: &Case) -> Body {
    let mut steps = Steps::default();
    if case.fixed().is_some_and(|status| !allows_content(status.code)) {
        return Body { kind: BodyKind::Empty, steps };
    }
    let kind = match &case.body {
        Shape::Problem => {
            problem(case, &mut steps);
            BodyKind::Problem
        }
        Shape::Template(template) => {
            node(case, template, &mut steps);
            BodyKind::Json
        }
        Shape::Text => {
            match (case.const_detail(), case.const_title()) {
                (ConstText::Text(text), _) | (ConstText::None, Some(text)) => steps.literal(text),
                _ => steps.op(Op::Text),
            }
            BodyKind::Text
        }
        Shape::Type(_) => {
            steps.literal("{");
            extensions(case, &mut steps);
            steps.literal("}");
            BodyKind::Custom
        }
        Shape::Empty => BodyKind::Empty,
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
    match case.const_title() {
        Some(title) => steps.literal(&json::string(title)),
        None => steps.string(Op::Title),
    }
    steps.plain_name(r#""status""#);
    match case.fixed() {
        Some(status) => steps.literal(&status.code.to_string()),
        None => steps.op(Op::Status),
    }
    match case.const_detail() {
        ConstText::Text(text) => {
            steps.plain_name(r#""detail""#);
            steps.literal(&json::string(text));
        }
        ConstText::None => {}
        // It is there for sure.
        ConstText::AtRunTime
            if case.exposed() == Some(true) || matches!(case.detail, Detail::Format(..)) =>
        {
            steps.plain_name(r#""detail""#);
            steps.string(Op::Detail);
        }
        ConstText::AtRunTime => steps.member_op(Op::DetailMember, "detail"),
    }
    if case.code_shown {
        steps.name("code");
        steps.literal(&code(case));
    }
    extensions(case, steps);
    steps.literal("}");
}

fn extensions(case: &Case, steps: &mut Steps) {
    for extension in &case.extensions {
        match body_template::constant(&extension.value) {
            // A `request_id` of the declaration's takes the place of the request's.
            Some(json) if extension.name != "request_id" => {
                steps.name(&extension.name);
                steps.literal(&json);
            }
            _ => {
                steps.member_op(Op::Member, &extension.name);
                steps.values.push(extension.value.clone());
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
        Node::Expression(tokens) => {
            steps.op(Op::Value);
            steps.values.push(tokens.clone());
        }
        other => match constant(case, other) {
            Some(json) => steps.literal(&json),
            None => match answer(other) {
                Some(Part::Status) => steps.op(Op::Status),
                Some(Part::Title) => steps.string(Op::Title),
                Some(Part::Instance) => steps.op(Op::Instance),
                Some(Part::RequestId) => steps.op(Op::RequestId),
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
            if let Node::Expression(tokens) = value {
                let own = members.iter().filter_map(|member| member.name.as_deref());
                let own = own.map(json::string).collect::<Vec<_>>().join(",");
                steps.spread(object, format!("[{own}]").as_bytes());
                steps.values.push(tokens.clone());
                perhaps = true;
            }
            continue;
        };
        let op = match (optional, value) {
            (false, _) | (true, Node::Object(_) | Node::Array(_)) => None,
            (true, Node::Expression(tokens)) => {
                steps.values.push(tokens.clone());
                Some(Op::Member)
            }
            (true, other) => match (answer(other), constant(case, other).as_deref()) {
                (None, Some("null")) => continue,
                (Some(Part::Detail), Some(_)) if matches!(case.const_detail(), ConstText::None) => {
                    continue
                }
                (Some(Part::Type), _) if case.type_uri.is_none() => continue,
                (_, Some(_)) => None,
                (Some(Part::Instance), _) => Some(Op::InstanceMember),
                (Some(Part::RequestId), _) => Some(Op::RequestIdMember),
                (Some(Part::Detail), _) => Some(Op::DetailMember),
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

fn answer(value: &Node) -> Option<Part> {
    match value {
        Node::Word(word) => part(&word.to_string()),
        _ => None,
    }
}

/// A part of a template as JSON, where it is known while compiling.
fn constant(case: &Case, value: &Node) -> Option<String> {
    if let Node::Constant(json) = value {
        return Some(json.clone());
    }
    match answer(value)? {
        Part::Status => Some(case.fixed()?.code.to_string()),
        Part::Code => Some(code(case)),
        Part::Title => case.const_title().map(json::string),
        Part::Detail => match case.const_detail() {
            ConstText::Text(text) => Some(json::string(text)),
            ConstText::None => case.const_title().map(json::string),
            ConstText::AtRunTime => None,
        },
        Part::Type => Some(json::string(case.type_uri.as_deref().unwrap_or(ABOUT_BLANK))),
        Part::Instance | Part::RequestId => None,
    }
}
