//! The structure of a body: what the body program writes for any value of a case.
//!
//! The program is run with a marker in place of each part that is not constant. The JSON that it
//! writes is then read, so that a template is described exactly as it is sent.

use httperr_registry::table_format::{BodyKind, Flags, Op, Reader, ValueType};
use httperr_registry::ABOUT_BLANK;

use crate::case::Case;
use crate::render::json;

/// A JSON value of a body.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    Object(Object),
    Array(Vec<Shape>),
    /// JSON that is the same in every response.
    Constant(String),
    /// A string for people, which is not to be compared. The text is an example.
    Text(String),
    /// The status of the response, if it is the same for every value.
    Status(Option<u16>),
    /// The URI reference of the occurrence, or `null`.
    Instance,
    /// The ID of the request, or `null`.
    RequestId,
    Value(Value),
    /// Anything.
    Any,
}

/// A value that comes from the error.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value {
    /// The table of its declaration, and the index of the case there.
    pub(crate) case: Case,
    /// Its index among the values of the program.
    pub(crate) index: usize,
    /// In the notation of [`ValueType`].
    pub(crate) ty: &'static str,
    /// JSON, or empty.
    pub(crate) example: &'static str,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Object {
    pub(crate) members: Vec<Member>,
    /// It may have members that are not known.
    pub(crate) is_open: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) shape: Shape,
    /// It is in every response.
    pub(crate) is_required: bool,
}

/// The texts that a body is written with.
pub(crate) struct Texts<'a> {
    /// The case of the error itself.
    pub(crate) case: Case,
    pub(crate) status: Option<u16>,
    /// The extension members of the error inside an envelope.
    pub(crate) extensions: &'a Object,
}

/// Returns the structure of the body that the entry of `declaration` writes: the case itself, or an
/// envelope.
pub(crate) fn shape_of(declaration: Case, texts: &Texts<'_>) -> Shape {
    let row = declaration.row();
    let kind = row.flags.body();
    let body = declaration.body_bytes();
    if kind == BodyKind::Text {
        return Shape::Text(public_text(texts.case));
    }
    let (json, parts) = match row.flags.has(Flags::CONSTANT_BODY) {
        true => (body.to_vec(), Vec::new()),
        false => run(Reader::new(body), declaration, texts),
    };
    let parser = Parser { parts, texts };
    let mut shape = parser.parse(&json);
    if let (Shape::Object(object), BodyKind::Problem) = (&mut shape, kind) {
        describe_problem(object, texts);
    }
    shape
}

/// A part of a body, in place of a marker.
struct Part {
    shape: Shape,
    is_required: bool,
}

/// Not a character, so that it is in no text (Unicode, section 23.7).
const MARKER: char = '\u{FDD0}';

fn run(mut program: Reader<'static>, declaration: Case, texts: &Texts<'_>) -> (Vec<u8>, Vec<Part>) {
    let values = declaration.later().values;
    let mut body = Vec::new();
    let mut parts = Vec::new();
    let mut next_value = 0..;
    let mut value = || {
        let index = next_value.next().unwrap_or_default();
        let (ty, example) = values.get(index).copied().unwrap_or_default();
        Value { case: declaration, index, ty, example }
    };
    loop {
        body.extend_from_slice(program.text());
        let Some(op) = program.op() else { return (body, parts) };
        let mut add = |shape, is_required| {
            parts.push(Part { shape, is_required });
            format!("{MARKER}{}", parts.len() - 1)
        };
        match op {
            Op::Comma => json::write_comma(&mut body),
            // Within the quotes of a string.
            Op::Title => {
                let title = texts.case.title().unwrap_or("title").to_owned();
                body.extend(add(Shape::Text(title), true).bytes());
            }
            Op::Detail | Op::Text => {
                body.extend(add(Shape::Text(public_text(texts.case)), true).bytes());
            }
            Op::Status => {
                json::write_string(&mut body, &add(Shape::Status(texts.status), true));
            }
            Op::Instance => json::write_string(&mut body, &add(Shape::Instance, true)),
            Op::RequestId => json::write_string(&mut body, &add(Shape::RequestId, true)),
            Op::Value => json::write_string(&mut body, &add(Shape::Value(value()), true)),
            Op::Code => match code_json(texts.case) {
                Some(code) => body.extend(code.bytes()),
                None => body.extend_from_slice(b"null"),
            },
            Op::Type => {
                json::write_string(&mut body, texts.case.type_uri().unwrap_or(ABOUT_BLANK));
            }
            Op::Member => {
                let value = value();
                let is_required = ValueType::parse(value.ty).is_never_null();
                write_member(&mut body, program.text(), &add(Shape::Value(value), is_required));
            }
            Op::DetailMember => {
                let text = Shape::Text(public_text(texts.case));
                write_member(&mut body, program.text(), &add(text, false));
            }
            Op::InstanceMember => {
                write_member(&mut body, program.text(), &add(Shape::Instance, false));
            }
            Op::RequestIdMember => {
                write_member(&mut body, program.text(), &add(Shape::RequestId, false));
            }
            Op::CodeMember => {
                let name = program.text();
                if let Some(code) = code_json(texts.case) {
                    json::write_quoted_name(&mut body, name);
                    body.extend(code.bytes());
                }
            }
            Op::TypeMember => {
                let name = program.text();
                if let Some(uri) = texts.case.type_uri() {
                    json::write_quoted_name(&mut body, name);
                    json::write_string(&mut body, uri);
                }
            }
            Op::Spread | Op::Extensions => {
                let _object = program.number();
                let own: Vec<String> = serde_json::from_slice(program.text()).unwrap_or_default();
                let members = match op {
                    Op::Spread => {
                        let _value = value();
                        Object { members: Vec::new(), is_open: true }
                    }
                    _ => without(texts.extensions, &own),
                };
                json::write_name(&mut body, &add(Shape::Object(members), true));
                body.push(b'0');
            }
        }
    }
}

fn write_member(body: &mut Vec<u8>, quoted_name: &[u8], marker: &str) {
    json::write_quoted_name(body, quoted_name);
    json::write_string(body, marker);
}

fn without(object: &Object, names: &[String]) -> Object {
    let mut object = object.clone();
    object.members.retain(|member| !names.contains(&member.name));
    object
}

/// Returns the public text as far as it is known, or else the title.
fn public_text(case: Case) -> String {
    let text = case.detail().or_else(|| case.detail_template()).or_else(|| case.title());
    text.unwrap_or("detail").to_owned()
}

pub(crate) fn code_json(case: Case) -> Option<String> {
    let code = case.code()?;
    Some(match case.has_number_code() {
        true => code.to_owned(),
        false => quote(code),
    })
}

/// Returns a text as a JSON string.
pub(crate) fn quote(text: &str) -> String {
    let mut out = Vec::new();
    json::write_string(&mut out, text);
    String::from_utf8(out).unwrap_or_default()
}

/// Reads the JSON that a program has written.
struct Parser<'a> {
    parts: Vec<Part>,
    texts: &'a Texts<'a>,
}

impl Parser<'_> {
    fn parse(&self, json: &[u8]) -> Shape {
        match json.first() {
            Some(b'{') => Shape::Object(self.object(json)),
            Some(b'[') => Shape::Array(
                json::elements(json).into_iter().map(|json| self.parse(json)).collect(),
            ),
            Some(b'"') => {
                let text = json::unescape(json);
                match self.part(&text) {
                    Some(part) => part.shape.clone(),
                    None => self.string(text),
                }
            }
            _ => Shape::Constant(String::from_utf8_lossy(json).into_owned()),
        }
    }

    fn object(&self, json: &[u8]) -> Object {
        let mut object = Object::default();
        for (name, value) in json::members(json) {
            let name = json::unescape(name);
            if let Some(Part { shape: Shape::Object(inserted), .. }) = self.part(&name) {
                object.members.extend_from_slice(&inserted.members);
                object.is_open |= inserted.is_open;
                continue;
            }
            let is_optional = value.first() == Some(&b'"')
                && self.part(&json::unescape(value)).is_some_and(|part| !part.is_required);
            let shape = self.parse(value);
            object.members.push(Member { name, shape, is_required: !is_optional });
        }
        object
    }

    fn part(&self, text: &str) -> Option<&Part> {
        self.parts.get(text.strip_prefix(MARKER)?.parse::<usize>().ok()?)
    }

    /// Returns a constant string, unless it is the title or the public text: these may be translated.
    fn string(&self, text: String) -> Shape {
        let case = self.texts.case;
        let is_for_people = [case.title(), case.detail()].contains(&Some(text.as_str()));
        match is_for_people && case.code() != Some(&text) {
            true => Shape::Text(text),
            false => Shape::Constant(quote(&text)),
        }
    }
}

/// Marks what a problem document does not fix (RFC 9457, section 3.1), and adds the members that the
/// context of the request adds.
fn describe_problem(object: &mut Object, texts: &Texts<'_>) {
    for member in &mut object.members {
        match (member.name.as_str(), &member.shape) {
            ("title" | "detail", Shape::Constant(json)) => {
                member.shape = Shape::Text(json::unescape(json.as_bytes()));
            }
            ("status", Shape::Constant(_)) => member.shape = Shape::Status(texts.status),
            _ => {}
        }
    }
    for (name, shape) in [("instance", Shape::Instance), ("request_id", Shape::RequestId)] {
        if !object.members.iter().any(|member| member.name == name) {
            object.members.push(Member { name: name.to_owned(), shape, is_required: false });
        }
    }
}
