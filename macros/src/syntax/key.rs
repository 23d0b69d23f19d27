//! The keys of `#[http(…)]`: their names, targets and usage.

use proc_macro2::Ident;
use syn::{Error, Result};

/// Where an attribute stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    Enum,
    Struct,
    Variant,
    Arm,
    Default,
    Field,
}

impl Place {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Place::Enum => "an enum",
            Place::Struct => "a struct",
            Place::Variant => "a variant",
            Place::Arm => "an arm of `match`",
            Place::Default => "`default(…)`",
            Place::Field => "a field",
        }
    }
}

/// A key: its name, the places it may stand at, and how it is written.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) places: &'static [Place],
    pub(crate) form: &'static str,
}

const CASE: &[Place] = &[Place::Enum, Place::Struct, Place::Variant, Place::Arm, Place::Default];

const OUTCOME: &[Place] = &[Place::Struct, Place::Variant, Place::Arm];

const TYPE: &[Place] = &[Place::Enum, Place::Struct];

const fn key(name: &'static str, places: &'static [Place], form: &'static str) -> Key {
    Key { name, places, form }
}

/// Every key there is.
pub(crate) const KEYS: &[Key] = &[
    key("status", CASE, "status = 404"),
    key("transparent", OUTCOME, "transparent"),
    key("match", &[Place::Struct, Place::Variant], "match field { pattern => 404, _ => 500 }"),
    key("name", &[Place::Arm], "name = \"DbDuplicate\""),
    key("code", OUTCOME, "code = \"out-of-credit\""),
    key("codes", &[Place::Enum], "codes(rename_all = \"kebab-case\", prefix = \"shop.\")"),
    key("title", CASE, "title = \"Not enough credit\""),
    key("detail", CASE, "detail = \"no account {id}\""),
    key("expose", CASE, "expose"),
    key("mask", CASE, "mask"),
    key("type_base", TYPE, "type_base = \"https://api.example.com/problems\""),
    key("type", OUTCOME, "type = \"https://api.example.com/problems/out-of-credit\""),
    key("header", CASE, "header(ALLOW = \"GET, HEAD\")"),
    key("retry_after", CASE, "retry_after = 30"),
    key("extension", CASE, "extension(balance = expr)"),
    key("extension", &[Place::Field], "extension = \"balance\""),
    key("body", CASE, "body = { \"error\": { \"code\": code, \"message\": detail } }"),
    key("same_as", &[Place::Variant, Place::Arm], "same_as = NotFound"),
    key("log", CASE, "log = warn"),
    key("default", &[Place::Enum], "default = 500"),
    key("allow", CASE, "allow(deprecated)"),
    key("without", TYPE, "without(axum)"),
    key("crate", TYPE, "crate = path::to::httperr"),
];

pub(crate) fn has_key(name: &str, place: Place) -> bool {
    KEYS.iter().any(|key| key.name == name && key.places.contains(&place))
}

/// What other libraries, or people, call a key.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("msg", "detail"),
    ("message", "detail"),
    ("description", "detail"),
    ("text", "detail"),
    ("reason", "title"),
    ("public", "expose"),
    ("visible", "expose"),
    ("internal", "mask"),
    ("private", "mask"),
    ("hidden", "mask"),
    ("hide", "mask"),
    ("error_code", "code"),
    ("id", "code"),
    ("rename", "code"),
    ("rename_all", "codes"),
    ("retry", "retry_after"),
    ("level", "log"),
    ("base", "type_base"),
    ("problems", "type_base"),
    ("uri", "type"),
    ("forward", "transparent"),
    ("inner", "transparent"),
    ("flatten", "transparent"),
    ("skip", "without"),
    ("field", "extension"),
    ("member", "extension"),
];

/// The key that a word is meant for.
pub(crate) fn meant(word: &str) -> Option<&'static str> {
    OTHER_WORDS.iter().find(|(other, _)| *other == word).map(|(_, key)| *key)
}

/// A key in the wrong place says where it belongs.
pub(crate) fn check_place(key: &Ident, text: &str, place: Place) -> Result<()> {
    if has_key(text, place) || !KEYS.iter().any(|row| row.name == text) {
        return Ok(());
    }
    let message = format!("`{text}` {}", misplaced(text, place));
    Err(Error::new(key.span(), message))
}

/// Where a key belongs.
pub(crate) fn misplaced(name: &str, place: Place) -> String {
    let rows = KEYS.iter().filter(|row| row.name == name);
    let places: Vec<&str> =
        rows.clone().flat_map(|row| row.places).map(|place| place.name()).collect();
    let forms: Vec<String> = rows.map(|row| format!("`{}`", row.form)).collect();
    format!(
        "does not belong on {}: it is a key of {}, written {}",
        place.name(),
        join(&places),
        forms.join(", on a field ")
    )
}

fn join(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// How a key is written, for messages.
pub(crate) fn form(key: &Ident) -> String {
    let text = key.to_string();
    KEYS.iter().find(|row| row.name == text).map_or(String::new(), |row| row.form.to_owned())
}

pub(crate) fn needs_value(key: &Ident) -> Error {
    Error::new(key.span(), format!("`{key}` needs a value: write `{}`", form(key)))
}

pub(crate) fn twice(what: &str) -> String {
    format!("{what} is given twice here: keep one of the two")
}
