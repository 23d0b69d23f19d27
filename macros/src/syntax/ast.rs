//! The syntax tree of `#[http(…)]`.

use std::cell::Cell;

use httperr_registry::derive_rules::Rule;
use httperr_registry::table_format;
use httperr_registry::{HeaderField, FIELDS};
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::Lit;

use crate::casing::RenameRule;
use crate::diagnostics::errors::Errors;
use crate::syntax::key::{
    duplicate_message, SpannedKey, DETAIL_ALIASES, TITLE_ALIASES, TYPE_ALIASES,
};
use crate::syntax::literal::StringLiteral;
use crate::syntax::status_code::Status;
use crate::syntax::tokens::span_of;

/// A value that is set at most once, with the span of its key.
pub(crate) struct Once<T>(Option<(Span, T)>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Once(None)
    }
}

impl<T> Once<T> {
    pub(crate) fn set(&mut self, key: SpannedKey, value: T, errors: &Errors) {
        self.set_at(key.span, &format!("`{key}`"), value, errors);
    }

    pub(crate) fn set_at(&mut self, span: Span, what: &str, value: T, errors: &Errors) {
        match self.0 {
            Some(_) => errors.at(span, duplicate_message(what)),
            None => self.0 = Some((span, value)),
        }
    }

    /// Sets the value. Returns `None` if it is set already.
    pub(crate) fn set_first(&mut self, span: Span, value: T) -> Option<()> {
        self.0.is_none().then(|| self.0 = Some((span, value)))
    }

    pub(crate) fn get(&self) -> Option<&T> {
        self.0.as_ref().map(|(_, value)| value)
    }

    pub(crate) fn get_mut(&mut self) -> Option<&mut T> {
        self.0.as_mut().map(|(_, value)| value)
    }

    pub(crate) fn span(&self) -> Option<Span> {
        self.0.as_ref().map(|(span, _)| *span)
    }

    pub(crate) fn is_set(&self) -> bool {
        self.0.is_some()
    }

    pub(crate) fn into_inner(self) -> Option<(Span, T)> {
        self.0
    }
}

/// The right side of `key = value`.
pub(crate) enum Value {
    String(StringLiteral),
    /// A literal that is not a string.
    Literal(Lit),
    Expression(TokenStream),
}

impl Value {
    pub(crate) fn span(&self) -> Span {
        match self {
            Value::String(literal) => literal.span(),
            Value::Literal(literal) => literal.span(),
            Value::Expression(tokens) => span_of(tokens),
        }
    }

    pub(crate) fn tokens(&self) -> TokenStream {
        match self {
            Value::String(literal) => literal.to_token_stream(),
            Value::Literal(literal) => literal.to_token_stream(),
            Value::Expression(tokens) => tokens.clone(),
        }
    }
}

/// A language tag (RFC 5646).
pub(crate) struct Language {
    pub(crate) tag: String,
    pub(crate) span: Span,
}

/// A text that is different in each language.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Text {
    Title,
    Detail,
}

impl Text {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Text::Title => "title",
            Text::Detail => "detail",
        }
    }
}

/// `zh = "…"` in `title(…)` or `detail(…)`.
pub(crate) struct Translation {
    pub(crate) text: Text,
    pub(crate) language: Language,
    /// Its index in those of the declaration.
    pub(crate) index: usize,
    pub(crate) value: Value,
}

#[derive(Clone)]
pub(crate) enum StatusExpr {
    Fixed(Status),
    /// A constant of another crate whose value is known here: `StatusCode::GONE`.
    Constant(Status, TokenStream),
    RunTime(TokenStream),
}

#[derive(Clone)]
pub(crate) enum HeaderName {
    /// The index of a row of `FIELDS`: each search for a name costs an unoptimized build.
    Registered(usize),
    /// Any other name, in lower case.
    Literal(String),
    /// The path to a constant of the user.
    Path(TokenStream),
}

impl HeaderName {
    pub(crate) fn from_lower_case(name: String) -> Self {
        match FIELDS.iter().position(|row| row.name == name) {
            Some(index) => HeaderName::Registered(index),
            None => HeaderName::Literal(name),
        }
    }

    pub(crate) fn known(&self) -> Option<&str> {
        match self {
            HeaderName::Registered(_) => self.row().map(|row| row.name),
            HeaderName::Literal(name) => Some(name),
            HeaderName::Path(_) => None,
        }
    }

    pub(crate) fn row(&self) -> Option<&'static HeaderField> {
        match self {
            HeaderName::Registered(index) => FIELDS.get(*index),
            HeaderName::Literal(_) | HeaderName::Path(_) => None,
        }
    }
}

/// The value of `retry_after`.
pub(crate) enum RetryAfter {
    /// Decimal digits, which need not be parsed again.
    Seconds(String, Span),
    Value(Value),
}

impl From<Value> for RetryAfter {
    fn from(value: Value) -> Self {
        RetryAfter::Value(value)
    }
}

/// `NAME = value` in `header(…)`.
pub(crate) struct Header {
    pub(crate) name: HeaderName,
    pub(crate) span: Span,
    pub(crate) value: Value,
}

/// `name = expr` in `extension(…)`, or a field under `#[http(extension)]`.
#[derive(Clone)]
pub(crate) struct Extension {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) value: TokenStream,
}

/// The value of `example` on a field.
pub(crate) struct FieldExample {
    /// The index of the field.
    pub(crate) field: usize,
    pub(crate) json: String,
}

/// `name = literal` in `tag(…)`.
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) value: TagValue,
}

#[derive(Clone)]
pub(crate) enum TagValue {
    Text(String),
    Integer(i64),
    Bool(bool),
}

/// The value of `code`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct MachineCode {
    pub(crate) text: String,
    pub(crate) is_number: bool,
}

/// `codes(rename_all = "…", prefix = "…")`.
#[derive(Clone, Default)]
pub(crate) struct Codes {
    pub(crate) rename_all: Option<&'static RenameRule>,
    pub(crate) prefix: String,
}

/// `match expr { … }`.
pub(crate) struct MatchBlock {
    pub(crate) scrutinee: TokenStream,
    pub(crate) arms: Vec<Arm>,
    /// An arm is missing here, so the others need not be exhaustive.
    pub(crate) had_errors: bool,
}

/// An arm of `match`, whose outcome takes the keys of a variant.
pub(crate) struct Arm {
    pub(crate) attributes: TokenStream,
    pub(crate) pattern: TokenStream,
    pub(crate) guard: Option<TokenStream>,
    pub(crate) attrs: HttpAttrs,
}

/// The value of `body`.
#[derive(Clone)]
pub(crate) enum BodySpec {
    /// A problem document (RFC 9457).
    Problem,
    /// The public text.
    Text,
    Empty,
    /// A type of the user that implements `BodyFormat`.
    Type(TokenStream),
    Template(TemplateValue),
}

/// A JSON value with placeholders and expressions.
#[derive(Clone)]
pub(crate) enum TemplateValue {
    Object(Vec<TemplateMember>),
    Array(Vec<TemplateValue>),
    /// The text of a JSON literal.
    Constant(String),
    /// A placeholder or a field.
    Ident(Ident),
    /// `(expr)`
    Expression(TokenStream),
}

#[derive(Clone)]
pub(crate) struct TemplateMember {
    /// `None` for `..value`, which inserts the members of an object.
    pub(crate) name: Option<String>,
    /// `"name"?: value`, which is omitted if the value is absent.
    pub(crate) optional: bool,
    pub(crate) value: TemplateValue,
}

impl TemplateValue {
    pub(crate) fn is_expression(&self) -> bool {
        match self {
            TemplateValue::Expression(_) => true,
            TemplateValue::Ident(ident) => Placeholder::from_name(&ident.to_string()).is_none(),
            _ => false,
        }
    }
}

/// A name in a template or a header that is replaced by part of the response.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Placeholder {
    Status,
    Code,
    Title,
    Detail,
    Type,
    Instance,
    /// Unless a field has this name.
    RequestId,
}

impl Placeholder {
    /// The names, and what other libraries call them.
    const ROWS: &'static [(&'static str, Placeholder, &'static [&'static str])] = &[
        ("status", Placeholder::Status, &["status_code"]),
        ("code", Placeholder::Code, &["errcode", "error_code"]),
        ("title", Placeholder::Title, TITLE_ALIASES),
        ("detail", Placeholder::Detail, DETAIL_ALIASES),
        ("type", Placeholder::Type, TYPE_ALIASES),
        ("instance", Placeholder::Instance, &[]),
        ("request_id", Placeholder::RequestId, &[]),
    ];

    pub(crate) fn from_name(name: &str) -> Option<Placeholder> {
        Self::ROWS.iter().find(|row| row.0 == name).map(|row| row.1)
    }

    pub(crate) fn names() -> Vec<&'static str> {
        Self::ROWS.iter().map(|row| row.0).collect()
    }

    pub(crate) fn name_for_alias(alias: &str) -> Option<&'static str> {
        Self::ROWS.iter().find(|row| row.2.contains(&alias)).map(|row| row.0)
    }
}

/// The value of `log`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct LogLevel {
    pub(crate) name: &'static str,
    pub(crate) level: table_format::LogLevel,
}

pub(crate) const LOG_LEVELS: &[LogLevel] = &[
    LogLevel { name: "error", level: table_format::LogLevel::Error },
    LogLevel { name: "warn", level: table_format::LogLevel::Warn },
    LogLevel { name: "info", level: table_format::LogLevel::Info },
    LogLevel { name: "debug", level: table_format::LogLevel::Debug },
    LogLevel { name: "trace", level: table_format::LogLevel::Trace },
    LogLevel { name: "off", level: table_format::LogLevel::Off },
];

/// The keys of all `#[http(…)]` attributes of one item, variant, field or arm.
#[derive(Default)]
pub(crate) struct HttpAttrs {
    pub(crate) status: Once<StatusExpr>,
    pub(crate) transparent: Once<Option<TokenStream>>,
    /// The variant is for all problems that are not those of another one.
    pub(crate) other: Once<()>,
    pub(crate) match_block: Once<MatchBlock>,
    pub(crate) name: Once<String>,
    pub(crate) code: Once<MachineCode>,
    /// The span of the value, where that of the key is in `code`.
    pub(crate) code_span: Option<Span>,
    pub(crate) codes: Once<Codes>,
    pub(crate) title: Once<StringLiteral>,
    pub(crate) detail: Once<Value>,
    /// The titles and details in other languages than the first.
    pub(crate) translations: Vec<Translation>,
    pub(crate) languages: Once<Vec<Language>>,
    /// `true` for `expose`, `false` for `mask`.
    pub(crate) exposure: Once<bool>,
    pub(crate) type_base: Once<StringLiteral>,
    pub(crate) type_uri: Once<StringLiteral>,
    pub(crate) headers: Vec<Header>,
    /// The fields of `headers = expr`.
    pub(crate) header_map: Once<TokenStream>,
    pub(crate) retry_after: Once<RetryAfter>,
    pub(crate) extensions: Vec<Extension>,
    pub(crate) body: Once<BodySpec>,
    /// The strings with a brace in the template.
    pub(crate) braced_strings: Vec<StringLiteral>,
    pub(crate) same_as: Once<Ident>,
    pub(crate) log: Once<LogLevel>,
    /// The gRPC code, as a [`GRPC_TAG`](table_format::GRPC_TAG).
    pub(crate) grpc: Once<Tag>,
    pub(crate) tags: Vec<Tag>,
    pub(crate) tag_span: Option<Span>,
    pub(crate) default: Once<Box<HttpAttrs>>,
    pub(crate) allowed: Vec<AllowedRule>,
    /// The rules in `warn(…)`.
    pub(crate) warned: Vec<&'static Rule>,
    pub(crate) without: Vec<Ident>,
    pub(crate) runtime: Once<TokenStream>,
    /// On a field: the name of the member, if it is not that of the field.
    pub(crate) extension: Once<Option<StringLiteral>>,
    /// On a field: its value in examples of the documentation, as JSON.
    pub(crate) example: Once<String>,
    /// On a field: a response does not have it.
    pub(crate) field_default: Once<()>,
    /// The indexes of the fields that a response does not have.
    pub(crate) default_fields: Vec<usize>,
    /// Those of the fields.
    pub(crate) examples: Vec<FieldExample>,
    /// Part of the attribute could not be parsed, so a key that seems to be missing may be there.
    pub(crate) had_errors: bool,
    /// Part of `allow(…)` could not be parsed, so any rule may be allowed.
    pub(crate) allows_unknown: bool,
}

/// A rule in `allow(…)`.
pub(crate) struct AllowedRule {
    pub(crate) rule: &'static Rule,
    pub(crate) span: Span,
    /// The rule applied, so the `allow` is needed.
    pub(crate) used: Cell<bool>,
}

impl HttpAttrs {
    pub(crate) fn decides_status(&self) -> bool {
        self.status.is_set() || self.transparent.is_set() || self.same_as.is_set()
    }

    /// Appends the names of the extension members, those of the arms too.
    pub(crate) fn add_extension_names(&self, names: &mut Vec<String>) {
        if let Some(block) = self.match_block.get() {
            for arm in &block.arms {
                arm.attrs.add_extension_names(names);
            }
        }
        for extension in &self.extensions {
            names.push(extension.name.clone());
        }
    }

    /// Returns the keys that change a response.
    pub(crate) fn outcome_spans(&self) -> Vec<(Span, &'static str)> {
        let mut spans = self.overridden_by_inner();
        let added = [
            (self.headers.first().map(|header| header.span), "`header`"),
            (self.extensions.first().map(|extension| extension.span), "`extension`"),
            (self.body.span(), "`body`"),
        ];
        spans.extend(added.into_iter().filter_map(|(span, what)| Some((span?, what))));
        spans
    }

    /// Returns the keys that have no effect beside `transparent`.
    pub(crate) fn overridden_by_inner(&self) -> Vec<(Span, &'static str)> {
        let translation = |text| {
            let mut all = self.translations.iter();
            Some(all.find(|translation| translation.text == text)?.language.span)
        };
        [
            (self.status.span(), "a status"),
            (self.code.span(), "`code`"),
            (self.title.span().or_else(|| translation(Text::Title)), "`title`"),
            (self.detail.span().or_else(|| translation(Text::Detail)), "`detail`"),
            (self.exposure.span(), "`expose` or `mask`"),
            (self.type_uri.span(), "`type`"),
            (self.header_map.span(), "`headers`"),
            (self.retry_after.span(), "`retry_after`"),
            (self.grpc.span(), "`grpc`"),
        ]
        .into_iter()
        .filter_map(|(span, what)| Some((span?, what)))
        .collect()
    }
}
