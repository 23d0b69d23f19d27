//! The catalog as JSON: the file that a contract is compared with.

use http::StatusCode;
use httperr_registry::Grpc;
use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Value as Json};

use super::description::Description;
use super::flat::{flatten, write_type, FlatMember};
use crate::case::Case;
use crate::tag::Tag;

/// The version of the format.
pub(crate) const VERSION: u64 = 1;

/// The status of a case whose status comes from the value.
pub(crate) const FROM_VALUE: &str = "from the value";

/// Returns the document, whose cases have one line for each fact.
pub(crate) fn to_json(descriptions: &[Description]) -> String {
    let cases: Vec<Members> = descriptions.iter().map(case).collect();
    let document = Document { cases: &cases };
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

struct Document<'a> {
    cases: &'a [Members],
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut document = serializer.serialize_struct("Catalog", 2)?;
        document.serialize_field("httperr", &VERSION)?;
        document.serialize_field("cases", self.cases)?;
        document.end()
    }
}

/// The members of an object in this order, where a [`Map`] would sort them.
struct Members(Vec<(String, MemberValue)>);

enum MemberValue {
    Json(Json),
    Object(Members),
}

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl Serialize for MemberValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            MemberValue::Json(json) => json.serialize(serializer),
            MemberValue::Object(members) => members.serialize(serializer),
        }
    }
}

impl Members {
    fn add(&mut self, name: &str, value: impl Into<Json>) {
        self.0.push((name.to_owned(), MemberValue::Json(value.into())));
    }

    fn add_text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.add(name, text);
        }
    }

    fn add_object(&mut self, name: &str, members: Members) {
        if !members.0.is_empty() {
            self.0.push((name.to_owned(), MemberValue::Object(members)));
        }
    }
}

fn case(description: &Description) -> Members {
    let case = description.case;
    let mut members = Members(Vec::new());
    members.add_text("name", case.name());
    members.add("status", status_json(description.status()));
    members.add_text("code", case.code());
    members.add_text("grpc", case.declared_grpc().map(Grpc::name));
    members.add_text("title", case.title());
    members.add_text("type", case.type_uri());
    members.add_text("detail", case.detail());
    members.add_text("detail_template", case.detail_template());
    members.add_object("translations", translations(case));
    members.add_text("description", case.description());
    members.add_object("headers", headers(description));
    members.add_text("media_type", description.media_type.as_deref());
    if let Some(body) = &description.body {
        members.add_object("body", body_members(flatten(body)));
    }
    let tags: Map<String, Json> =
        case.tags().map(|(name, value)| (name.to_owned(), tag_json(value))).collect();
    if !tags.is_empty() {
        members.add("tags", tags);
    }
    members.add("log", description.log_name());
    if case.is_name_private() {
        members.add("private", true);
    }
    if case.is_same_as() {
        members.add("same_as", true);
    }
    members
}

/// Returns the texts in other languages than the first, where they are not the same.
fn translations(case: Case) -> Members {
    let detail = case.detail().or_else(|| case.detail_template());
    let mut translations = Members(Vec::new());
    for translation in case.translations() {
        let mut texts = Members(Vec::new());
        texts.add_text("title", translation.title.filter(|text| Some(*text) != case.title()));
        texts.add_text("detail", translation.detail.filter(|text| Some(*text) != detail));
        let texts = MemberValue::Object(texts);
        translations.0.push((translation.language.to_owned(), texts));
    }
    translations
}

fn status_json(status: Option<StatusCode>) -> Json {
    status.map_or_else(|| FROM_VALUE.into(), |status| status.as_u16().into())
}

fn headers(description: &Description) -> Members {
    let mut headers = Members(Vec::new());
    for header in &description.headers {
        match &header.value {
            Some(value) => headers.add(&header.name, format!("\"{value}\"")),
            None => {
                let mut ty = String::new();
                write_type(header.ty, &mut ty);
                headers.add(&header.name, ty);
            }
        }
    }
    if description.has_other_headers {
        headers.add("*", "any");
    }
    headers
}

/// An optional member has a `?` after its path.
fn body_members(members: Vec<FlatMember>) -> Members {
    let member = |FlatMember { path, is_required, ty }: FlatMember| {
        let mark = if is_required { "" } else { "?" };
        (format!("{path}{mark}"), MemberValue::Json(ty.to_string().into()))
    };
    Members(members.into_iter().map(member).collect())
}

fn tag_json(value: Tag) -> Json {
    match value {
        Tag::Str(text) => text.into(),
        Tag::Int(integer) => integer.into(),
        Tag::Bool(value) => value.into(),
    }
}
