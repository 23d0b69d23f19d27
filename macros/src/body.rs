//! The body of a case: bytes where all of it is known while compiling, else the steps that make it.

use httperr_registry::table_format::{BodyKind, Op, Output};
use httperr_registry::{get, phrase, Content};
use proc_macro2::TokenStream;

use crate::keys::Shape;
use crate::model::{Case, Detail};
use crate::pack::Bytes;
use crate::template::{self, part, Member, Node, Part};

/// The body of a case.
pub(crate) struct Body {
    pub(crate) kind: BodyKind,
    pub(crate) steps: Steps,
}

impl Body {
    /// Whether two values of the case may have different bodies.
    pub(crate) fn is_from_value(&self) -> bool {
        self.steps.from_value || self.kind == BodyKind::Custom
    }

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
    /// Whether a step takes anything from the error's value. The request may still have a part.
    from_value: bool,
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
                self.literal(&quoted(name));
                self.literal(":");
            }
            false => self.plain_name(&quoted(name)),
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
        self.from_value |= op.depends_on_error();
        self.flush();
        self.packed.op(op);
    }

    fn member_op(&mut self, op: Op, name: &str) {
        self.from_value |= op.depends_on_error();
        self.flush();
        self.packed.member_op(op, quoted(name).as_bytes());
    }

    fn spread(&mut self, object: usize, own_members: &[u8]) {
        self.from_value = true;
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

/// A JSON string.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    httperr_registry::json::escape(text, |piece| out.push_str(piece));
    out.push('"');
    out
}

/// The public text, as far as it is known while compiling.
pub(crate) enum Known<'a> {
    Text(&'a str),
    None,
    AtRunTime,
}

pub(crate) fn detail(case: &Case) -> Known<'_> {
    match (&case.detail, case.exposed()) {
        (Detail::Constant(text), _) | (Detail::DisplayIs(text), Some(true)) => Known::Text(text),
        (Detail::Display | Detail::DisplayIs(_), Some(false)) => Known::None,
        _ => Known::AtRunTime,
    }
}

/// The title, where it is known while compiling.
pub(crate) fn title(case: &Case) -> Option<&str> {
    case.title.as_deref().or_else(|| case.fixed().map(|status| phrase(status.code)))
}

/// The machine code as JSON.
fn code(case: &Case) -> String {
    match case.code.number {
        true => case.code.text.clone(),
        false => quoted(&case.code.text),
    }
}

/// The body of a case.
pub(crate) fn body(case: &Case) -> Body {
    let mut steps = Steps::default();
    let without_content = case
        .fixed()
        .and_then(|status| get(status.code))
        .is_some_and(|row| row.content != Content::Allowed);
    if without_content {
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
            match (detail(case), title(case)) {
                (Known::Text(text), _) | (Known::None, Some(text)) => steps.literal(text),
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
        steps.literal(&quoted(uri));
    }
    steps.has_member = true;
    steps.plain_name(r#""title""#);
    match title(case) {
        Some(title) => steps.literal(&quoted(title)),
        None => steps.string(Op::Title),
    }
    steps.plain_name(r#""status""#);
    match case.fixed() {
        Some(status) => steps.literal(&status.code.to_string()),
        None => steps.op(Op::Status),
    }
    match detail(case) {
        Known::Text(text) => {
            steps.plain_name(r#""detail""#);
            steps.literal(&quoted(text));
        }
        Known::None => {}
        // It is there for sure.
        Known::AtRunTime
            if case.exposed() == Some(true) || matches!(case.detail, Detail::Format(..)) =>
        {
            steps.plain_name(r#""detail""#);
            steps.string(Op::Detail);
        }
        Known::AtRunTime => steps.member_op(Op::DetailMember, "detail"),
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
        match template::constant(&extension.value) {
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
                let own = members.iter().filter_map(|member| member.name.as_deref()).map(quoted);
                let own = format!("[{}]", own.collect::<Vec<_>>().join(","));
                steps.spread(object, own.as_bytes());
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
                (Some(Part::Detail), Some(_)) if matches!(detail(case), Known::None) => continue,
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
        steps.literal(&quoted(name));
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
        Part::Title => title(case).map(quoted),
        Part::Detail => match detail(case) {
            Known::Text(text) => Some(quoted(text)),
            Known::None => title(case).map(quoted),
            Known::AtRunTime => None,
        },
        Part::Type => Some(quoted(case.type_uri.as_deref().unwrap_or("about:blank"))),
        Part::Instance | Part::RequestId => None,
    }
}
