//! The structure of a body → a list of its members, however deep, for the contract and for people.

use std::fmt::{self, Write as _};

use httperr_registry::table_format::ValueType;
use httperr_registry::PROBLEM_MEMBERS;

use super::shape::{Member, Shape};
use crate::problem::Problem;

/// A member of a body that is not an object itself.
#[derive(Clone, Debug)]
pub(crate) struct FlatMember {
    /// Names and indexes, as a JSON Pointer (RFC 6901): `/error/code`. Empty for the body itself.
    pub(crate) path: String,
    /// It is in every response.
    pub(crate) is_required: bool,
    pub(crate) ty: FlatType,
}

impl FlatMember {
    /// Returns the path as people write it: `error.code`.
    pub(crate) fn dotted_path(&self) -> String {
        let path = self.path.strip_prefix('/').unwrap_or_default();
        path.replace('/', ".").replace("~1", "/").replace("~0", "~")
    }
}

/// Returns the members of a body but for those that every problem document has.
pub(crate) fn own_members<'a>(
    members: &'a [FlatMember],
    media_type: Option<&str>,
) -> impl Iterator<Item = &'a FlatMember> {
    let is_problem = media_type == Some(Problem::MEDIA_TYPE);
    members.iter().filter(move |member| match member.path.strip_prefix('/') {
        Some(name) => !(is_problem && (PROBLEM_MEMBERS.contains(&name) || name == "request_id")),
        // The body itself.
        None => false,
    })
}

/// The type of a member.
#[derive(Clone, Debug)]
pub(crate) enum FlatType {
    /// JSON that is the same in every response.
    Constant(String),
    /// A type in words, such as `string` or `array of i64`.
    Named(String),
}

impl fmt::Display for FlatType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FlatType::Constant(text) | FlatType::Named(text) => f.write_str(text),
        }
    }
}

pub(crate) fn flatten(shape: &Shape) -> Vec<FlatMember> {
    let mut out = Vec::new();
    add(shape, String::new(), true, &mut out);
    out
}

fn add(shape: &Shape, path: String, is_required: bool, out: &mut Vec<FlatMember>) {
    let ty = match shape {
        Shape::Object(object) => {
            for Member { name, shape, is_required: is_required_here } in &object.members {
                let mut path = path.clone();
                path.push('/');
                path.push_str(&name.replace('~', "~0").replace('/', "~1"));
                add(shape, path, is_required && *is_required_here, out);
            }
            if object.is_open {
                let ty = FlatType::Named("any".to_owned());
                out.push(FlatMember { path: format!("{path}/*"), is_required: false, ty });
            }
            return;
        }
        Shape::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                add(element, format!("{path}/{index}"), is_required, out);
            }
            return;
        }
        Shape::Constant(json) => FlatType::Constant(json.clone()),
        Shape::Status(Some(status)) => FlatType::Constant(status.to_string()),
        Shape::Status(None) => FlatType::Named("integer".to_owned()),
        Shape::Instance | Shape::RequestId if is_required => {
            FlatType::Named("string or null".to_owned())
        }
        Shape::Text(_) | Shape::Instance | Shape::RequestId => FlatType::Named("string".to_owned()),
        Shape::Value(value) => {
            let mut text = String::new();
            // A member without a value is left out.
            let ty = match ValueType::parse(value.ty) {
                ValueType::Optional(inner) if !is_required => inner,
                _ => value.ty,
            };
            write_type(ty, &mut text);
            FlatType::Named(text)
        }
        Shape::Any => FlatType::Named("any".to_owned()),
    };
    out.push(FlatMember { path, is_required, ty });
}

/// Writes a type in the notation of [`ValueType`] in words.
pub(crate) fn write_type(ty: &str, out: &mut String) {
    match ValueType::parse(ty) {
        ValueType::Optional(inner) => {
            write_type(inner, out);
            out.push_str(" or null");
        }
        ValueType::List(element) => {
            out.push_str("array of ");
            write_type(element, out);
        }
        ValueType::Map(value) => {
            out.push_str("object of ");
            write_type(value, out);
        }
        ValueType::Bool => out.push_str("boolean"),
        ValueType::Integer(name) => {
            let _ = write!(out, "integer ({name})");
        }
        ValueType::Float(name) => {
            let _ = write!(out, "number ({name})");
        }
        ValueType::Text => out.push_str("string"),
        ValueType::FieldErrors => out.push_str("array of {detail, pointer}"),
        ValueType::Named(name) => {
            let _ = write!(out, "`{name}`");
        }
        ValueType::Constant(json) => out.push_str(json),
        ValueType::Unknown => out.push_str("any"),
    }
}
