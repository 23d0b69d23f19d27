//! The catalog for clients: without names that are private, and without what hides behind another
//! case.

use std::borrow::Cow;

use http::StatusCode;
use serde_json::{json, Value as Json};

use super::description::{Description, Header};
use super::example::example;
use super::flat::{flatten, FlatMember, FlatType};
use super::languages::Translation;
use super::schema::{schema, ValueSchemas};
use super::Catalog;
use crate::case::Case;

/// A response as clients may know it: that of a case, or of all cases of one status whose names are
/// private.
#[derive(Clone, Debug)]
pub(crate) struct PublicCase {
    /// [`None`] if it comes from the value.
    pub(crate) status: Option<StatusCode>,
    /// [`None`] if the name is private.
    pub(crate) identity: Option<Identity>,
    pub(crate) title: String,
    pub(crate) detail: Option<&'static str>,
    pub(crate) first_language: Option<&'static str>,
    pub(crate) translations: Vec<Translation>,
    pub(crate) headers: Vec<Header>,
    pub(crate) media_type: Option<String>,
    /// [`None`] without content.
    pub(crate) body: Option<PublicBody>,
}

/// The names of a case, for clients.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Identity {
    pub(crate) name: Option<&'static str>,
    pub(crate) code: Option<&'static str>,
    pub(crate) type_uri: Option<&'static str>,
    pub(crate) description: Option<&'static str>,
}

#[derive(Clone, Debug)]
pub(crate) struct PublicBody {
    pub(crate) schema: Json,
    pub(crate) example: String,
    /// The members, however deep.
    pub(crate) members: Vec<FlatMember>,
}

impl PublicCase {
    /// Returns the key of the case in documents: its code, or else its title in kebab-case.
    pub(crate) fn key(&self) -> String {
        if let Some(code) = self.identity.and_then(|identity| identity.code) {
            return code.to_owned();
        }
        let mut key = String::new();
        for char in self.title.chars() {
            match char {
                _ if char.is_ascii_alphanumeric() => key.push(char.to_ascii_lowercase()),
                _ if !key.ends_with('-') => key.push('-'),
                _ => {}
            }
        }
        key.trim_matches('-').to_owned()
    }

    /// Returns the title for a page in a language.
    pub(crate) fn title_in(&self, language: &str) -> &str {
        self.translation(language).and_then(|translation| translation.title).unwrap_or(&self.title)
    }

    /// Returns the text for a page in a language: the documentation or the public text. The documentation
    /// is in one language only, so that a translated text is before it.
    pub(crate) fn text_in(&self, language: &str) -> Option<Cow<'static, str>> {
        let description = self.identity.and_then(|identity| identity.description);
        let detail = self.detail_in(language);
        match (detail.filter(|text| Some(*text) != self.detail), description) {
            (Some(text), Some(description)) => Some(format!("{text}\n\n{description}").into()),
            (_, description) => Some(description.or(detail)?.into()),
        }
    }

    /// Returns the public text for a page in a language.
    pub(crate) fn detail_in(&self, language: &str) -> Option<&'static str> {
        let translated = self.translation(language).and_then(|translation| translation.detail);
        translated.filter(|_| self.identity.is_some()).or(self.detail)
    }

    /// Returns the texts in a language, or in one of its regions or scripts.
    fn translation(&self, language: &str) -> Option<&Translation> {
        let is_in = |tag: &str| {
            let (primary, rest) = tag.split_at_checked(language.len())?;
            let is_same = primary.eq_ignore_ascii_case(language);
            (is_same && (rest.is_empty() || rest.starts_with('-'))).then_some(())
        };
        if self.first_language.and_then(is_in).is_some() {
            return None;
        }
        self.translations.iter().find(|translation| is_in(translation.language).is_some())
    }

    /// Returns the value of a constant member.
    pub(crate) fn constant(&self, path: &str) -> Option<&str> {
        let mut members = self.body.iter().flat_map(|body| &body.members);
        match &members.find(|member| member.is_required && member.path == path)?.ty {
            FlatType::Constant(json) => Some(json),
            FlatType::Named(_) => None,
        }
    }

    fn new(description: Description, schemas: ValueSchemas<'_>) -> Self {
        let case = description.case;
        let is_private = case.is_name_private();
        let identity = Identity {
            name: case.name(),
            code: case.code(),
            type_uri: case.type_uri(),
            description: case.description(),
        };
        let identity = Some(identity).filter(|_| !is_private);
        let body = description.body.map(|shape| {
            let mut schema = schema(&shape, schemas);
            if let (Some(identity), Some("object")) = (identity, schema["type"].as_str()) {
                for (key, text) in [("title", identity.name), ("description", identity.description)]
                {
                    if let Some(text) = text {
                        schema[key] = json!(text);
                    }
                }
            }
            PublicBody { schema, example: example(&shape, schemas), members: flatten(&shape) }
        });
        PublicCase {
            status: case.status(),
            identity,
            title: case.title().unwrap_or("Error").to_owned(),
            detail: public_text(case).filter(|_| !is_private),
            first_language: case.languages().next(),
            translations: case.translations().collect(),
            headers: description.headers,
            media_type: description.media_type,
            body,
        }
    }

    fn is_same_private(&self, other: &PublicCase) -> bool {
        self.identity.is_none()
            && other.identity.is_none()
            && self.status == other.status
            && self.media_type == other.media_type
    }

    /// Adds a case of which as little is known.
    fn merge(&mut self, other: PublicCase) {
        for header in other.headers {
            match self.headers.iter_mut().find(|own| own.name == header.name) {
                Some(own) if own.value == header.value => {}
                Some(own) => own.value = None,
                None => self.headers.push(header),
            }
        }
        let (Some(own), Some(other)) = (&mut self.body, other.body) else { return };
        if own.schema == other.schema {
            return;
        }
        match own.schema.get_mut("anyOf").and_then(Json::as_array_mut) {
            Some(schemas) if schemas.contains(&other.schema) => {}
            Some(schemas) => schemas.push(other.schema),
            None => own.schema = json!({ "anyOf": [own.schema.take(), other.schema] }),
        }
    }
}

fn public_text(case: Case) -> Option<&'static str> {
    case.detail().or_else(|| case.detail_template())
}

impl Catalog {
    /// Returns the cases as clients may know them. `schemas` has the types that a library knows.
    pub(crate) fn public_cases(self, schemas: ValueSchemas<'_>) -> Vec<PublicCase> {
        let mut cases: Vec<PublicCase> = Vec::new();
        let descriptions = self.descriptions().into_iter();
        for description in descriptions.filter(|description| !description.case.is_same_as()) {
            let case = PublicCase::new(description, schemas);
            match cases.iter_mut().find(|other| other.is_same_private(&case)) {
                Some(other) => other.merge(case),
                None => cases.push(case),
            }
        }
        cases
    }
}
