//! The body of a case: its content if that is constant, else the program that writes it.

use httperr_registry::table_format::{BodyKind, Op};
use httperr_registry::ABOUT_BLANK;

use crate::emit::body_program::BodyProgram;
use crate::json;
use crate::model::{self, Case, ConstText, DetailSource, Extension, ExtensionValue, Member, Node};
use crate::syntax::ast::Placeholder;

pub(crate) struct Body {
    pub(crate) kind: BodyKind,
    pub(crate) program: BodyProgram,
}

impl Body {
    /// Returns the content, unless it takes a program to write it.
    pub(crate) fn constant(&self) -> Option<&[u8]> {
        match self.kind {
            BodyKind::Custom => None,
            _ => self.program.constant(),
        }
    }
}

pub(crate) fn body(case: &Case) -> Body {
    let mut program = BodyProgram::default();
    if !case.has_content() {
        return Body { kind: BodyKind::Empty, program };
    }
    let kind = match &case.body {
        model::Body::Problem => {
            problem(case, &mut program);
            BodyKind::Problem
        }
        model::Body::Template(template) => {
            node(case, template, &mut program);
            BodyKind::Json
        }
        model::Body::Text => {
            match (case.detail(), case.title()) {
                (ConstText::Text(text), _) | (ConstText::None, Some(text)) => program.literal(text),
                _ => program.op(Op::Text),
            }
            BodyKind::Text
        }
        model::Body::Type(_) => {
            program.literal("{");
            extensions(case, &mut program);
            program.literal("}");
            BodyKind::Custom
        }
        model::Body::Empty => BodyKind::Empty,
    };
    Body { kind, program }
}

/// Writes a problem document (RFC 9457, section 3).
fn problem(case: &Case, program: &mut BodyProgram) {
    program.literal("{");
    if case.is_envelope() {
        program.member_op(Op::TypeMember, "type");
    }
    if let Some(uri) = &case.type_uri {
        program.quoted_member_name(r#""type":"#);
        program.json_string(uri);
    }
    program.quoted_member_name(r#""title":"#);
    match case.title() {
        Some(title) => program.json_string(title),
        None => program.string_op(Op::Title),
    }
    program.quoted_member_name(r#""status":"#);
    match case.fixed_status() {
        Some(status) => program.literal(&status.code.to_string()),
        None => program.op(Op::Status),
    }
    match case.detail() {
        ConstText::Text(text) => {
            program.quoted_member_name(r#""detail":"#);
            program.json_string(text);
        }
        ConstText::None => {}
        ConstText::AtRunTime if is_never_masked(case) => {
            program.quoted_member_name(r#""detail":"#);
            program.string_op(Op::Detail);
        }
        ConstText::AtRunTime => program.member_op(Op::DetailMember, "detail"),
    }
    if case.has_code_member {
        program.quoted_member_name(r#""code":"#);
        program.literal(&json_code(case));
    }
    extensions(case, program);
    program.literal("}");
}

fn is_never_masked(case: &Case) -> bool {
    case.exposes() == Some(true) || matches!(case.detail_source, DetailSource::Format(..))
}

fn extensions(case: &Case, program: &mut BodyProgram) {
    if case.is_envelope() {
        // Those of the declaration are among them.
        let object = program.spread_object();
        return program.inner_extensions(object, "[]");
    }
    for extension in &case.extensions {
        match &extension.value {
            ExtensionValue::Const(json) => {
                program.member_name(&extension.name);
                program.literal(json);
            }
            ExtensionValue::Value(value) => program.value_member(&extension.name, value),
        }
    }
}

fn node(case: &Case, value: &Node, program: &mut BodyProgram) {
    match value {
        Node::Object(members) => object(case, members, program),
        Node::Array(elements) => {
            program.literal("[");
            for (index, element) in elements.iter().enumerate() {
                if index > 0 {
                    program.literal(",");
                }
                node(case, element, program);
            }
            program.literal("]");
        }
        Node::Const(json) => program.literal(json),
        // Only a member without a name is one.
        Node::Extensions(_) => {}
        Node::Value(value) => program.value(value),
        Node::Placeholder(placeholder) => match constant(case, *placeholder) {
            Some(json) => program.literal(&json),
            None => match placeholder {
                Placeholder::Status => program.op(Op::Status),
                Placeholder::Title => program.string_op(Op::Title),
                Placeholder::Instance => program.op(Op::Instance),
                Placeholder::RequestId => program.op(Op::RequestId),
                Placeholder::Code => program.op(Op::Code),
                Placeholder::Type => program.op(Op::Type),
                Placeholder::Detail => program.string_op(Op::Detail),
            },
        },
    }
}

fn object(case: &Case, members: &[Member], program: &mut BodyProgram) {
    program.literal("{");
    let has_spread = members.iter().any(|member| member.name.is_none());
    let object = if has_spread { program.spread_object() } else { 0 };
    let mut separator = Separator::default();
    for Member { name, optional, value } in members {
        let Some(name) = name else {
            match value {
                Node::Value(value) => {
                    program.spread(object, &json_names(members), value);
                    separator.may_have_member = true;
                }
                Node::Extensions(_) if case.is_envelope() => {
                    let named: Vec<Member> =
                        members.iter().filter(|member| member.name.is_some()).cloned().collect();
                    program.inner_extensions(object, &json_names(&named));
                    separator.may_have_member = true;
                }
                Node::Extensions(extensions) => {
                    for Extension { name, value, .. } in extensions {
                        if members.iter().any(|member| member.name.as_ref() == Some(name)) {
                            continue;
                        }
                        match value {
                            ExtensionValue::Const(json) => {
                                separator.write(program);
                                program.json_string(name);
                                program.literal(":");
                                program.literal(json);
                            }
                            ExtensionValue::Value(value) => {
                                program.value_member(name, value);
                                separator.may_have_member = true;
                            }
                        }
                    }
                }
                // A field that this variant lacks has no members.
                _ => {}
            }
            continue;
        };
        match presence(case, *optional, value) {
            Presence::Never => continue,
            Presence::IfValue => {
                if let Node::Value(value) = value {
                    program.value_member(name, value);
                }
                separator.may_have_member = true;
                continue;
            }
            Presence::IfPlaceholder(op) => {
                program.member_op(op, name);
                separator.may_have_member = true;
                continue;
            }
            Presence::Always => {}
        }
        separator.write(program);
        program.json_string(name);
        program.literal(":");
        node(case, value, program);
    }
    program.literal("}");
}

/// The commas between the members of an object.
#[derive(Default)]
struct Separator {
    has_member: bool,
    /// A member before may be left out.
    may_have_member: bool,
}

impl Separator {
    /// Writes what is before a member that is never left out.
    fn write(&mut self, program: &mut BodyProgram) {
        if self.has_member {
            program.literal(",");
        } else if self.may_have_member {
            program.op(Op::Comma);
        }
        self.has_member = true;
    }
}

/// Returns the names that an object has without those that a value has, as a JSON array.
pub(crate) fn json_names(members: &[Member]) -> String {
    let names = members.iter().flat_map(|member| match (&member.name, &member.value) {
        (Some(name), _) => vec![json::string(name)],
        (None, Node::Extensions(extensions)) => {
            extensions.iter().map(|extension| json::string(&extension.name)).collect()
        }
        (None, _) => Vec::new(),
    });
    format!("[{}]", names.collect::<Vec<_>>().join(","))
}

/// When an object has a member.
enum Presence {
    Always,
    Never,
    /// If the value is not `null`.
    IfValue,
    /// If the step writes anything.
    IfPlaceholder(Op),
}

fn presence(case: &Case, optional: bool, value: &Node) -> Presence {
    match value {
        _ if !optional => Presence::Always,
        Node::Value(_) => Presence::IfValue,
        Node::Const(json) if json == "null" => Presence::Never,
        Node::Placeholder(placeholder) => placeholder_presence(case, *placeholder),
        Node::Object(_) | Node::Array(_) | Node::Const(_) | Node::Extensions(_) => Presence::Always,
    }
}

fn placeholder_presence(case: &Case, placeholder: Placeholder) -> Presence {
    match placeholder {
        Placeholder::Detail => match case.detail() {
            ConstText::Text(_) => Presence::Always,
            ConstText::None if case.title().is_some() => Presence::Never,
            _ => Presence::IfPlaceholder(Op::DetailMember),
        },
        Placeholder::Code if case.is_envelope() => Presence::IfPlaceholder(Op::CodeMember),
        Placeholder::Type if case.is_envelope() => Presence::IfPlaceholder(Op::TypeMember),
        Placeholder::Type if case.type_uri.is_none() => Presence::Never,
        Placeholder::Instance => Presence::IfPlaceholder(Op::InstanceMember),
        Placeholder::RequestId => Presence::IfPlaceholder(Op::RequestIdMember),
        Placeholder::Type | Placeholder::Status | Placeholder::Code | Placeholder::Title => {
            Presence::Always
        }
    }
}

/// Returns a placeholder's value as JSON, if it is known at compile time.
fn constant(case: &Case, placeholder: Placeholder) -> Option<String> {
    match placeholder {
        Placeholder::Status => Some(case.fixed_status()?.code.to_string()),
        Placeholder::Code | Placeholder::Type if case.is_envelope() => None,
        Placeholder::Code => Some(json_code(case)),
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

fn json_code(case: &Case) -> String {
    match case.code.is_number {
        true => case.code.text.clone(),
        false => json::string(&case.code.text),
    }
}
