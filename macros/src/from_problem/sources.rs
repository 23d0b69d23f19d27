//! The parts of a body that identify its case, and those that have values.

use httperr_registry::table_format::BodyKind;

use crate::emit::body;
use crate::model::{Body, Case, Extension, ExtensionValue, Member, Node, Value};
use crate::syntax::ast::Placeholder;

/// The sources of a case, or of an envelope. The pointers are JSON pointers (RFC 6901).
#[derive(Default)]
pub(crate) struct BodySources {
    pub(crate) sends_code: bool,
    /// Empty if the body has no code.
    pub(crate) code: String,
    /// Empty if the body has no problem type.
    pub(crate) problem_type: String,
    /// Empty unless a template has the status.
    pub(crate) status: String,
    /// The object with the extension members.
    pub(crate) members: Option<String>,
    /// Pointers to constants of the declaration, and their JSON.
    pub(crate) constants: Vec<(String, String)>,
    pub(crate) values: Vec<BodyValue>,
}

/// A value of the body.
pub(crate) struct BodyValue {
    pub(crate) value: Value,
    pub(crate) pointer: String,
    /// If its members are inserted into an object: the other members of the object, as a JSON array.
    pub(crate) own_members: String,
}

impl BodySources {
    pub(crate) fn new(case: &Case<'_>) -> Self {
        let mut sources = BodySources::default();
        match &case.body {
            _ if body::body(case).kind == BodyKind::Empty => {}
            Body::Problem => sources.problem(case),
            Body::Template(node) => {
                sources.node(node, "");
                sources.sends_code = !sources.code.is_empty();
            }
            Body::Text | Body::Empty | Body::Type(_) => {}
        }
        sources
    }

    fn problem(&mut self, case: &Case<'_>) {
        if !case.extensions.iter().any(|extension| extension.name == "code") {
            "/code".clone_into(&mut self.code);
        }
        self.sends_code = case.has_code_member;
        "/type".clone_into(&mut self.problem_type);
        self.members = Some(String::new());
        self.extensions(&case.extensions, "", &[]);
    }

    fn extensions(&mut self, extensions: &[Extension], pointer: &str, members: &[Member]) {
        for Extension { name, value, .. } in extensions {
            if members.iter().any(|member| member.name.as_ref() == Some(name)) {
                continue;
            }
            let pointer = member_pointer(pointer, name);
            match value {
                ExtensionValue::Const(json) => self.constants.push((pointer, json.clone())),
                ExtensionValue::Value(value) => self.value(value, pointer, String::new()),
            }
        }
    }

    fn value(&mut self, value: &Value, pointer: String, own_members: String) {
        self.values.push(BodyValue { value: value.clone(), pointer, own_members });
    }

    fn node(&mut self, node: &Node, pointer: &str) {
        match node {
            Node::Object(members) => {
                for member in members {
                    self.member(member, members, pointer);
                }
            }
            Node::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    self.node(element, &format!("{pointer}/{index}"));
                }
            }
            Node::Const(json) => self.constants.push((pointer.to_owned(), json.clone())),
            Node::Placeholder(Placeholder::Code) => pointer.clone_into(&mut self.code),
            Node::Placeholder(Placeholder::Type) => pointer.clone_into(&mut self.problem_type),
            Node::Placeholder(Placeholder::Status) => pointer.clone_into(&mut self.status),
            // The text is for people, and the rest is that of the request.
            Node::Placeholder(_) | Node::Extensions(_) => {}
            Node::Value(value) => self.value(value, pointer.to_owned(), String::new()),
        }
    }

    fn member(&mut self, member: &Member, members: &[Member], pointer: &str) {
        match (&member.name, &member.value) {
            (Some(name), value) => self.node(value, &member_pointer(pointer, name)),
            (None, Node::Value(value)) => {
                self.value(value, pointer.to_owned(), body::json_names(members));
            }
            (None, Node::Extensions(extensions)) => {
                self.members = Some(pointer.to_owned());
                self.extensions(extensions, pointer, members);
            }
            // A field that this variant lacks has no members.
            (None, _) => {}
        }
    }
}

fn member_pointer(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}
