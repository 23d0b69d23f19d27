//! The keys of `#[http(…)]`: a row for each, with its name, targets, usage and aliases.

use std::fmt;

use proc_macro2::{Ident, Span};
use syn::{Error, Result};

/// The position of a list of keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum AttrTarget {
    Enum,
    Struct,
    Variant,
    Arm,
    Default,
    Field,
}

impl AttrTarget {
    pub(crate) fn name(self) -> &'static str {
        match self {
            AttrTarget::Enum => "an enum",
            AttrTarget::Struct => "a struct",
            AttrTarget::Variant => "a variant",
            AttrTarget::Arm => "an arm of `match`",
            AttrTarget::Default => "`default(…)`",
            AttrTarget::Field => "a field",
        }
    }
}

const TYPE: &[AttrTarget] = &[AttrTarget::Enum, AttrTarget::Struct];

const CASE: &[AttrTarget] = &[
    AttrTarget::Enum,
    AttrTarget::Struct,
    AttrTarget::Variant,
    AttrTarget::Arm,
    AttrTarget::Default,
];

const CASE_OR_FIELD: &[AttrTarget] = &[
    AttrTarget::Enum,
    AttrTarget::Struct,
    AttrTarget::Variant,
    AttrTarget::Arm,
    AttrTarget::Default,
    AttrTarget::Field,
];

const OUTCOME: &[AttrTarget] = &[AttrTarget::Struct, AttrTarget::Variant, AttrTarget::Arm];

const OUTCOME_OR_DEFAULT: &[AttrTarget] =
    &[AttrTarget::Struct, AttrTarget::Variant, AttrTarget::Arm, AttrTarget::Default];

const MATCH: &[AttrTarget] = &[AttrTarget::Struct, AttrTarget::Variant];

const ENUM: &[AttrTarget] = &[AttrTarget::Enum];

const ENUM_OR_FIELD: &[AttrTarget] = &[AttrTarget::Enum, AttrTarget::Field];

const ARM: &[AttrTarget] = &[AttrTarget::Arm];

const FIELD: &[AttrTarget] = &[AttrTarget::Field];

const VARIANT: &[AttrTarget] = &[AttrTarget::Variant];

const REFERENCE: &[AttrTarget] = &[AttrTarget::Variant, AttrTarget::Arm, AttrTarget::Default];

pub(crate) struct KeyRow {
    pub(crate) name: &'static str,
    pub(crate) targets: &'static [AttrTarget],
    /// An example, which messages show.
    pub(crate) usage: &'static str,
    /// Former names of the key, and names in other libraries. An error for one of them suggests the key.
    pub(crate) aliases: &'static [&'static str],
}

macro_rules! keys {
    ($($key:ident = $name:literal, $targets:ident, $usage:literal, $aliases:expr;)*) => {
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum Key {
            $($key),*
        }

        impl Key {
            pub(crate) const ALL: &'static [Key] = &[$(Key::$key),*];

            const ROWS: &'static [KeyRow] = &[$(
                KeyRow { name: $name, targets: $targets, usage: $usage, aliases: $aliases }
            ),*];
        }
    };
}

keys! {
    Status = "status", CASE, "status = 404", &[];
    Transparent = "transparent", OUTCOME, "transparent", &["forward", "inner", "flatten"];
    Other = "other", VARIANT, "other", &["rest", "unknown", "fallback", "catch_all"];
    Match = "match", MATCH, "match field { pattern => 404, _ => 500 }", &[];
    Name = "name", ARM, "name = \"DbDuplicate\"", &[];
    Code = "code", OUTCOME_OR_DEFAULT, "code = \"out-of-credit\"", &["error_code", "id", "rename"];
    Codes = "codes", ENUM, "codes(rename_all = \"kebab-case\", prefix = \"shop.\")", &["rename_all"];
    Title = "title", CASE, "title = \"Not enough credit\"", TITLE_ALIASES;
    Detail = "detail", CASE, "detail = \"no account {id}\"", DETAIL_ALIASES;
    Languages = "languages", TYPE, "languages(\"en\", \"zh\")", &["language", "lang", "locales"];
    Expose = "expose", CASE, "expose", &["public", "visible"];
    Mask = "mask", CASE, "mask", &["internal", "private", "hidden", "hide"];
    TypeBase = "type_base", TYPE, "type_base = \"https://api.example.com/problems\"",
        &["base", "problems"];
    Type = "type", OUTCOME, "type = \"https://api.example.com/problems/out-of-credit\"",
        TYPE_ALIASES;
    Header = "header", CASE, "header(ALLOW = \"GET, HEAD\")", &[];
    Headers = "headers", CASE, "headers = extra", &["header_map"];
    RetryAfter = "retry_after", CASE, "retry_after = 30", &["retry"];
    Extension = "extension", CASE_OR_FIELD, "extension(balance = expr)", &["field", "member"];
    Example = "example", FIELD, "example = 30", &["sample", "examples"];
    Body = "body", CASE, "body = { \"error\": { \"code\": code, \"message\": detail } }", &[];
    SameAs = "same_as", REFERENCE, "same_as = NotFound", &[];
    Log = "log", CASE, "log = warn", &["level"];
    Grpc = "grpc", CASE, "grpc = ABORTED", &["grpc_code", "grpc_status"];
    Tag = "tag", CASE, "tag(metric = \"db\")", &["tags", "label", "meta"];
    Default = "default", ENUM_OR_FIELD, "default = 500", &[];
    Allow = "allow", CASE, "allow(deprecated)", &[];
    Warn = "warn", CASE, "warn(undocumented)", &["deny", "forbid", "lint"];
    Without = "without", TYPE, "without(axum)", &["skip"];
    Crate = "crate", TYPE, "crate = path::to::httperr", &[];
}

/// The usage of `extension` on a field.
pub(crate) const FIELD_EXTENSION_USAGE: &str = "extension = \"balance\"";

/// The aliases that a key and the placeholder of the same name share.
pub(crate) const TITLE_ALIASES: &[&str] = &["reason"];
pub(crate) const DETAIL_ALIASES: &[&str] = &["msg", "message", "description", "text"];
pub(crate) const TYPE_ALIASES: &[&str] = &["uri"];

impl Key {
    fn row(self) -> &'static KeyRow {
        &Self::ROWS[self as usize]
    }

    pub(crate) fn name(self) -> &'static str {
        self.row().name
    }

    pub(crate) fn targets(self) -> &'static [AttrTarget] {
        self.row().targets
    }

    pub(crate) fn usage(self) -> &'static str {
        self.row().usage
    }

    pub(crate) fn from_name(name: &str) -> Option<Key> {
        let index = Self::ROWS.iter().position(|row| row.name == name)?;
        Self::ALL.get(index).copied()
    }

    pub(crate) fn from_alias(alias: &str) -> Option<Key> {
        let index = Self::ROWS.iter().position(|row| row.aliases.contains(&alias))?;
        Self::ALL.get(index).copied()
    }

    pub(crate) fn is_allowed_on(self, target: AttrTarget) -> bool {
        self.targets().contains(&target)
    }

    pub(crate) fn names_on(target: AttrTarget) -> Vec<&'static str> {
        let rows = Self::ROWS.iter().filter(|row| row.targets.contains(&target));
        rows.map(|row| row.name).collect()
    }

    pub(crate) fn wrong_target_message(self, target: AttrTarget) -> String {
        let targets: Vec<&str> = self.targets().iter().map(|target| target.name()).collect();
        let targets = match &targets[..] {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
        };
        let on_field = match self {
            Key::Extension => format!(", on a field `{FIELD_EXTENSION_USAGE}`"),
            Key::Default => ", on a field `default`".to_owned(),
            _ => String::new(),
        };
        let (on, usage) = (target.name(), self.usage());
        format!("is not allowed on {on}: it is a key of {targets}, written `{usage}`{on_field}")
    }
}

/// A key with the span of its identifier.
#[derive(Clone, Copy)]
pub(crate) struct SpannedKey {
    pub(crate) key: Key,
    pub(crate) span: Span,
}

impl fmt::Display for SpannedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key.name())
    }
}

impl SpannedKey {
    /// Returns the key that an identifier names, if there is one, or an error if the target does not
    /// take it.
    pub(crate) fn from_ident(ident: &Ident, target: AttrTarget) -> Result<Option<SpannedKey>> {
        let Some(key) = Key::from_name(&ident.to_string()) else { return Ok(None) };
        let spanned = SpannedKey { key, span: ident.span() };
        match key.is_allowed_on(target) {
            true => Ok(Some(spanned)),
            false => {
                let message = key.wrong_target_message(target);
                Err(spanned.error(format!("`{spanned}` {message}")))
            }
        }
    }

    pub(crate) fn usage(self) -> &'static str {
        self.key.usage()
    }

    pub(crate) fn error(self, message: impl fmt::Display) -> Error {
        Error::new(self.span, message)
    }

    pub(crate) fn missing_value(self) -> Error {
        self.error(format!("`{self}` needs a value: write `{}`", self.usage()))
    }
}

pub(crate) fn duplicate_message(what: &str) -> String {
    format!("{what} is given more than once: keep one")
}
