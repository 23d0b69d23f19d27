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
#[cfg_attr(
    not(any(feature = "aide", feature = "poem-openapi", feature = "utoipa", feature = "utoipa5")),
    allow(dead_code)
)]
pub(crate) struct Value {
    /// The table of its declaration, and the index of the case there.
    pub(crate) case: Case,
    /// Its index among the values of the program, and after these the members that an envelope adds.
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

struct Run<'a> {
    declaration: Case,
    texts: &'a Texts<'a>,
    /// The types and the examples of the values.
    values: std::vec::IntoIter<(&'static str, &'static str)>,
    value_count: usize,
    body: Vec<u8>,
    parts: Vec<Part>,
}

fn run(mut program: Reader<'static>, declaration: Case, texts: &Texts<'_>) -> (Vec<u8>, Vec<Part>) {
    let mut run = Run {
        declaration,
        texts,
        values: declaration.later().values.into_iter(),
        value_count: 0,
        body: Vec::new(),
        parts: Vec::new(),
    };
    loop {
        run.body.extend_from_slice(program.text());
        match program.op() {
            Some(op) => run.step(op, &mut program),
            None => return (run.body, run.parts),
        }
    }
}

impl Run<'_> {
    fn step(&mut self, op: Op, program: &mut Reader<'static>) {
        let case = self.texts.case;
        match op {
            Op::Comma => json::write_comma(&mut self.body),
            // Within the quotes of a string.
            Op::Title | Op::Detail | Op::Text => {
                let text = match op {
                    Op::Title => case.title().unwrap_or("title").to_owned(),
                    _ => public_text(case),
                };
                let marker = self.add(Shape::Text(text), true);
                self.body.extend(marker.bytes());
            }
            Op::Status => self.value(Shape::Status(self.texts.status)),
            Op::Instance => self.value(Shape::Instance),
            Op::RequestId => self.value(Shape::RequestId),
            Op::Value => {
                let value = self.next_value();
                self.value(Shape::Value(value));
            }
            Op::Code => self.json(&code_json(case).unwrap_or_else(|| "null".to_owned())),
            Op::Type => self.json(&quote(case.type_uri().unwrap_or(ABOUT_BLANK))),
            Op::Member => {
                let value = self.next_value();
                let is_required = ValueType::parse(value.ty).is_never_null();
                self.member(program.text(), Shape::Value(value), is_required);
            }
            Op::DetailMember => {
                self.member(program.text(), Shape::Text(public_text(case)), false);
            }
            Op::InstanceMember => self.member(program.text(), Shape::Instance, false),
            Op::RequestIdMember => self.member(program.text(), Shape::RequestId, false),
            Op::CodeMember => self.constant_member(program.text(), code_json(case)),
            Op::TypeMember => self.constant_member(program.text(), case.type_uri().map(quote)),
            Op::Spread | Op::Extensions => {
                let _object = program.number();
                let own: Vec<String> = serde_json::from_slice(program.text()).unwrap_or_default();
                let members = match op {
                    Op::Spread => {
                        let _value = self.next_value();
                        Object { members: Vec::new(), is_open: true }
                    }
                    _ => without(self.texts.extensions, &own),
                };
                let marker = self.add(Shape::Object(members), true);
                json::write_name(&mut self.body, &marker);
                self.body.push(b'0');
            }
        }
    }

    /// Adds a part, and returns its marker.
    fn add(&mut self, shape: Shape, is_required: bool) -> String {
        self.parts.push(Part { shape, is_required });
        format!("{MARKER}{}", self.parts.len() - 1)
    }

    fn next_value(&mut self) -> Value {
        let (ty, example) = self.values.next().unwrap_or_default();
        let index = self.value_count;
        self.value_count += 1;
        Value { case: self.declaration, index, ty, example }
    }

    fn json(&mut self, json: &str) {
        self.body.extend(json.bytes());
    }

    fn value(&mut self, shape: Shape) {
        let marker = self.add(shape, true);
        json::write_string(&mut self.body, &marker);
    }

    fn member(&mut self, quoted_name: &[u8], shape: Shape, is_required: bool) {
        let marker = self.add(shape, is_required);
        json::write_quoted_name(&mut self.body, quoted_name);
        json::write_string(&mut self.body, &marker);
    }

    fn constant_member(&mut self, quoted_name: &[u8], json: Option<String>) {
        if let Some(json) = json {
            json::write_quoted_name(&mut self.body, quoted_name);
            self.json(&json);
        }
    }
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
