//! The keys of `#[http(…)]`: where each may stand, how it is written, and what was read of it.

use std::cell::Cell;

use httperr_registry::derive_rules::Rule;
use httperr_registry::table_format::LogLevel;
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::{Lit, LitStr};

use crate::casing;
use crate::diagnostics::errors::Errors;
use crate::syntax::body_template::Node;
use crate::syntax::key::twice;
use crate::syntax::status_code::Status;
use crate::syntax::tokens::span_of;

/// A value given at most once, and the place of its key.
pub(crate) struct Slot<T>(Option<(Span, T)>);

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Slot(None)
    }
}

impl<T> Slot<T> {
    pub(crate) fn set(&mut self, key: &Ident, value: T, errors: &Errors) {
        self.set_at(key.span(), &format!("`{key}`"), value, errors);
    }

    pub(crate) fn set_at(&mut self, span: Span, what: &str, value: T, errors: &Errors) {
        match self.0 {
            Some(_) => errors.at(span, twice(what)),
            None => self.0 = Some((span, value)),
        }
    }

    pub(crate) fn get(&self) -> Option<&T> {
        self.0.as_ref().map(|(_, value)| value)
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

/// A value as it was written.
pub(crate) enum Value {
    Literal(Lit),
    Expression(TokenStream),
}

impl Value {
    pub(crate) fn span(&self) -> Span {
        match self {
            Value::Literal(literal) => literal.span(),
            Value::Expression(tokens) => span_of(tokens),
        }
    }

    pub(crate) fn tokens(&self) -> TokenStream {
        match self {
            Value::Literal(literal) => literal.to_token_stream(),
            Value::Expression(tokens) => tokens.clone(),
        }
    }
}

/// The status that a declaration gives.
#[derive(Clone)]
pub(crate) enum StatusKey {
    Fixed(Status),
    /// Known while compiling, and written as a constant of another crate: `StatusCode::GONE`.
    Constant(Status, TokenStream),
    RunTime(TokenStream),
}

/// The name of a header field.
#[derive(Clone)]
pub(crate) enum HeaderName {
    /// Known while compiling, in lower case.
    Known(String),
    /// The path to a constant of the user's.
    Path(TokenStream),
}

impl HeaderName {
    pub(crate) fn known(&self) -> Option<&str> {
        match self {
            HeaderName::Known(name) => Some(name),
            HeaderName::Path(_) => None,
        }
    }
}

/// `header(NAME = value)`.
pub(crate) struct Header {
    pub(crate) name: HeaderName,
    pub(crate) span: Span,
    pub(crate) value: Value,
}

/// `extension(name = expr)`, or a field that is one.
#[derive(Clone)]
pub(crate) struct Extension {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) value: TokenStream,
}

/// A machine code, and whether it is a number in the body.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Code {
    pub(crate) text: String,
    pub(crate) number: bool,
}

/// `codes(rename_all = "…", prefix = "…")`.
#[derive(Clone, Default)]
pub(crate) struct Codes {
    pub(crate) case: Option<&'static Case>,
    pub(crate) prefix: String,
}

/// A way to write a name, as serde's `rename_all` calls it.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) apply: fn(&str) -> String,
}

/// The cases of serde's `rename_all`.
pub(crate) const CASES: &[Case] = &[
    Case { name: "kebab-case", apply: |name| casing::snake(name).replace('_', "-") },
    Case { name: "snake_case", apply: casing::snake },
    Case { name: "camelCase", apply: casing::camel },
    Case { name: "PascalCase", apply: str::to_owned },
    Case { name: "SCREAMING_SNAKE_CASE", apply: |name| casing::snake(name).to_ascii_uppercase() },
    Case {
        name: "SCREAMING-KEBAB-CASE",
        apply: |name| casing::snake(name).to_ascii_uppercase().replace('_', "-"),
    },
    Case { name: "lowercase", apply: str::to_ascii_lowercase },
    Case { name: "UPPERCASE", apply: str::to_ascii_uppercase },
];

/// `match expr { … }`.
pub(crate) struct Match {
    pub(crate) scrutinee: TokenStream,
    pub(crate) arms: Vec<Arm>,
    /// Whether an arm could not be read, so that the others need not cover everything.
    pub(crate) broken: bool,
}

/// One arm: its outcome is a declaration of its own.
pub(crate) struct Arm {
    pub(crate) attributes: TokenStream,
    pub(crate) pattern: TokenStream,
    pub(crate) guard: Option<TokenStream>,
    pub(crate) keys: Keys,
}

/// What the body is made of.
#[derive(Clone)]
pub(crate) enum Shape {
    /// A problem document (RFC 9457).
    Problem,
    /// The public text.
    Text,
    Empty,
    /// Whatever the user's type makes of it.
    Type(TokenStream),
    Template(Node),
}

/// How a case is logged.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Log {
    pub(crate) name: &'static str,
    pub(crate) level: LogLevel,
}

pub(crate) const LEVELS: &[Log] = &[
    Log { name: "error", level: LogLevel::Error },
    Log { name: "warn", level: LogLevel::Warn },
    Log { name: "info", level: LogLevel::Info },
    Log { name: "debug", level: LogLevel::Debug },
    Log { name: "trace", level: LogLevel::Trace },
    Log { name: "off", level: LogLevel::Off },
];

/// Everything that the `#[http(…)]` attributes of one place say.
#[derive(Default)]
pub(crate) struct Keys {
    pub(crate) status: Slot<StatusKey>,
    pub(crate) transparent: Slot<Option<TokenStream>>,
    pub(crate) matches: Slot<Match>,
    pub(crate) name: Slot<String>,
    pub(crate) code: Slot<Code>,
    /// The place of the code's value.
    pub(crate) code_span: Option<Span>,
    pub(crate) codes: Slot<Codes>,
    pub(crate) title: Slot<LitStr>,
    pub(crate) detail: Slot<Value>,
    /// `true` for `expose`, `false` for `mask`.
    pub(crate) exposure: Slot<bool>,
    pub(crate) type_base: Slot<LitStr>,
    pub(crate) type_uri: Slot<LitStr>,
    pub(crate) headers: Vec<Header>,
    pub(crate) retry_after: Slot<Value>,
    pub(crate) extensions: Vec<Extension>,
    pub(crate) body: Slot<Shape>,
    /// The variant whose response this one's is.
    pub(crate) same_as: Slot<Ident>,
    pub(crate) log: Slot<Log>,
    pub(crate) default: Slot<Box<Keys>>,
    pub(crate) allowed: Vec<Allowed>,
    pub(crate) without: Vec<Ident>,
    pub(crate) runtime: Slot<TokenStream>,
    /// On a field: the member's name, where it is not the field's.
    pub(crate) extension: Slot<Option<LitStr>>,
    /// Whether something was written here that could not be read: what seems to be missing may
    /// have been meant.
    pub(crate) broken: bool,
    /// Whether `allow(…)` has a word that could not be read: any rule may have been meant.
    pub(crate) allows_unknown: bool,
}

/// A rule that `allow(…)` names.
pub(crate) struct Allowed {
    pub(crate) rule: &'static Rule,
    pub(crate) span: Span,
    /// Whether it silenced anything.
    pub(crate) used: Cell<bool>,
}

impl Keys {
    /// Returns whether a rule is silenced here, and notes that it was asked for.
    pub(crate) fn allows(&self, rule: &str) -> bool {
        let allowed = self.allowed.iter().find(|allowed| allowed.rule.name == rule);
        if let Some(allowed) = allowed {
            allowed.used.set(true);
        }
        self.allows_unknown || allowed.is_some()
    }

    /// Returns whether `allow(…)` names a rule here.
    pub(crate) fn names_rule(&self, rule: &str) -> bool {
        self.allows_unknown || self.allowed.iter().any(|allowed| allowed.rule.name == rule)
    }

    /// Whether what is said here decides the status.
    pub(crate) fn decides(&self) -> bool {
        self.status.is_set() || self.transparent.is_set() || self.same_as.is_set()
    }

    /// The names of the extension members, those of the arms included.
    pub(crate) fn members(&self) -> Vec<String> {
        let arms = self.matches.get().into_iter().flat_map(|matched| &matched.arms);
        let keys = arms.map(|arm| &arm.keys).chain([self]);
        keys.flat_map(|keys| keys.extensions.iter().map(|given| given.name.clone())).collect()
    }

    /// The places of the keys that say something about what is sent.
    pub(crate) fn outcome_spans(&self) -> Vec<(Span, &'static str)> {
        [
            (self.status.span(), "a status"),
            (self.code.span(), "`code`"),
            (self.title.span(), "`title`"),
            (self.detail.span(), "`detail`"),
            (self.exposure.span(), "`expose` or `mask`"),
            (self.type_uri.span(), "`type`"),
            (self.headers.first().map(|header| header.span), "`header`"),
            (self.retry_after.span(), "`retry_after`"),
            (self.extensions.first().map(|extension| extension.span), "`extension`"),
            (self.body.span(), "`body`"),
        ]
        .into_iter()
        .filter_map(|(span, what)| Some((span?, what)))
        .collect()
    }
}
