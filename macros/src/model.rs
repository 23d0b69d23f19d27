//! The declaration as the rest of the crate sees it: a table of cases.

use httperr_registry::table_format::LogLevel;
use httperr_registry::{allows_content, is_masked_by_default, phrase};
use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};

use crate::diagnostics::warning::Warning;
use crate::syntax::ast::{Code, Extension, HeaderName, Shape};
use crate::syntax::body_template::{self as template, Part};
use crate::syntax::item;
use crate::syntax::item::Item;
use crate::syntax::status_code::Status;

/// A whole declaration.
pub(crate) struct Input<'a> {
    pub(crate) original: &'a Item,
    pub(crate) variants: Vec<Variant<'a>>,
    /// The path to the runtime.
    pub(crate) runtime: TokenStream,
    /// Whether it is another than `::httperr`.
    pub(crate) is_renamed: bool,
    /// The frameworks whose impl the user writes.
    pub(crate) without: Vec<Ident>,
    /// The constants of the user's that statuses were read from.
    pub(crate) constants: Vec<TokenStream>,
    /// What is doubtful, with the lint levels that hold where it stands.
    pub(crate) warnings: Vec<(Warning, TokenStream)>,
}

/// A variant, or the struct itself.
pub(crate) struct Variant<'a> {
    /// `None` for a struct.
    pub(crate) ident: Option<&'a Ident>,
    pub(crate) fields: Vec<Field<'a>>,
    /// What `match` looks at.
    pub(crate) scrutinee: Option<Scrutinee>,
    /// One, or one for each arm of the `match`.
    pub(crate) branches: Vec<Branch>,
}

/// A field, and the name by which expressions know it.
pub(crate) struct Field<'a> {
    pub(crate) original: &'a item::Field,
    pub(crate) binding: Ident,
}

impl Field<'_> {
    /// What stands for the field in a pattern, before the `:`.
    pub(crate) fn member(&self) -> TokenTree {
        match &self.original.name {
            Some(name) => name.clone().into(),
            None => Literal::usize_unsuffixed(self.original.index).into(),
        }
    }
}

/// What `match` looks at.
pub(crate) enum Scrutinee {
    /// The field of that index, and where it is named: the arm's pattern takes its place in the
    /// variant's.
    Field(usize, Span),
    /// Anything else, as it was written.
    Expression(TokenStream),
}

/// A pattern, where there is a `match`, and what it answers.
pub(crate) struct Branch {
    pub(crate) pattern: Option<Pattern>,
    pub(crate) outcome: Outcome,
}

/// The left side of an arm.
pub(crate) struct Pattern {
    pub(crate) attributes: TokenStream,
    pub(crate) pattern: TokenStream,
    pub(crate) guard: Option<TokenStream>,
}

/// What a branch answers.
pub(crate) enum Outcome {
    Case(Box<Case>),
    /// What the error that the expression gives answers.
    Transparent(TokenStream),
    /// What another variant answers.
    SameAs(Box<SameAs>),
}

/// A case that is answered as another: what stays its own.
pub(crate) struct SameAs {
    pub(crate) target: Ident,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) log: LogLevel,
}

/// One row of the table.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) status: CaseStatus,
    pub(crate) code: Code,
    /// The code is a member of the body.
    pub(crate) code_shown: bool,
    /// `None`: the reason phrase.
    pub(crate) title: Option<String>,
    pub(crate) type_uri: Option<String>,
    pub(crate) detail: Detail,
    /// Whether `Display` may be public; `None`: as the status says.
    pub(crate) exposure: Option<bool>,
    pub(crate) headers: Vec<CaseHeader>,
    pub(crate) retry_after: Option<TokenStream>,
    pub(crate) extensions: Vec<Extension>,
    /// What the body is made of: a template's words are parts of the answer, its fields are
    /// expressions.
    pub(crate) body: Shape,
    pub(crate) log: LogLevel,
    pub(crate) description: String,
    pub(crate) allows_success: bool,
}

/// The status of a case.
#[derive(Clone)]
pub(crate) enum CaseStatus {
    Fixed(Status),
    RunTime(TokenStream),
}

/// Where the public text comes from.
#[derive(Clone)]
pub(crate) enum Detail {
    /// `Display`, when it is public.
    Display,
    /// `Display`, when it is public; it is this text.
    DisplayIs(String),
    Constant(String),
    /// The arguments of `format_args!`, and what they capture with which trait.
    Format(TokenStream, Vec<(String, char)>),
}

/// The public text, as far as it is known while compiling.
pub(crate) enum ConstText<'a> {
    Text(&'a str),
    None,
    AtRunTime,
}

/// What of a response depends on the value.
#[derive(Clone, Copy)]
pub(crate) enum Dependence {
    Status,
    Header,
    BodyFormat,
    /// The public text, and nothing else.
    Text,
    Body,
}

/// A header of a case.
#[derive(Clone)]
pub(crate) struct CaseHeader {
    pub(crate) name: HeaderName,
    pub(crate) span: Span,
    pub(crate) value: HeaderValue,
    pub(crate) value_span: Span,
    /// Whether the enum declares it for all its variants.
    pub(crate) is_shared: bool,
}

/// The value of a header.
#[derive(Clone)]
pub(crate) enum HeaderValue {
    Constant(String),
    RunTime(TokenStream),
    /// A part of the response that only its value tells: the status, the title or the text.
    Placeholder(Part),
}

impl Case {
    /// What stands in the place of a case that could not be read.
    pub(crate) fn fallback(span: Span) -> Self {
        Case {
            name: String::new(),
            status: CaseStatus::Fixed(Status { code: FALLBACK, span }),
            code: Code { text: String::new(), number: false },
            code_shown: false,
            title: None,
            type_uri: None,
            detail: Detail::Display,
            exposure: Some(false),
            headers: Vec::new(),
            retry_after: None,
            extensions: Vec::new(),
            body: Shape::Problem,
            log: LogLevel::ByStatus,
            description: String::new(),
            allows_success: false,
        }
    }

    /// The status, where it is known while compiling.
    pub(crate) fn fixed(&self) -> Option<Status> {
        match self.status {
            CaseStatus::Fixed(status) => Some(status),
            CaseStatus::RunTime(_) => None,
        }
    }

    /// Returns the title, where it is known while compiling.
    pub(crate) fn const_title(&self) -> Option<&str> {
        self.title.as_deref().or_else(|| self.fixed().map(|status| phrase(status.code)))
    }

    /// Returns the public text, as far as it is known while compiling.
    pub(crate) fn const_detail(&self) -> ConstText<'_> {
        match (&self.detail, self.exposed()) {
            (Detail::Constant(text), _) | (Detail::DisplayIs(text), Some(true)) => {
                ConstText::Text(text)
            }
            (Detail::Display | Detail::DisplayIs(_), Some(false)) => ConstText::None,
            _ => ConstText::AtRunTime,
        }
    }

    /// Returns whether a response with this status may have content (RFC 9110, section 6.4.1).
    pub(crate) fn has_content(&self) -> bool {
        self.fixed().map_or(true, |status| allows_content(status.code))
    }

    /// Returns whether a header field, or the delay, comes from the value.
    pub(crate) fn has_run_time_headers(&self) -> bool {
        self.retry_after.is_some()
            || self.headers.iter().any(|header| !matches!(header.value, HeaderValue::Constant(_)))
    }

    /// Returns what of the response may differ between two values of this case, if anything may.
    pub(crate) fn depends_on_value(&self) -> Option<Dependence> {
        if self.fixed().is_none() {
            return Some(Dependence::Status);
        }
        if self.has_run_time_headers() {
            return Some(Dependence::Header);
        }
        let of_text =
            Some(Dependence::Text).filter(|_| matches!(self.const_detail(), ConstText::AtRunTime));
        match &self.body {
            Shape::Type(_) => Some(Dependence::BodyFormat),
            _ if !self.has_content() => None,
            Shape::Empty => None,
            Shape::Text => of_text,
            Shape::Problem if !self.extensions.is_empty() => self
                .extensions
                .iter()
                // The runtime looks for a member of this name.
                .any(|member| {
                    member.name == "request_id" || template::constant(&member.value).is_none()
                })
                .then_some(Dependence::Body)
                .or(of_text.map(|_| Dependence::Body)),
            Shape::Problem => of_text,
            Shape::Template(node) if node.has_expression() => Some(match of_text {
                Some(text) if node.names(Part::Detail) => text,
                _ => Dependence::Body,
            }),
            Shape::Template(node) => of_text.filter(|_| node.names(Part::Detail)),
        }
    }

    /// Whether `Display` is public, where that is known while compiling.
    pub(crate) fn exposed(&self) -> Option<bool> {
        self.exposure.or(self.fixed().map(|status| !is_masked_by_default(status.code)))
    }
}

/// The status of a case whose own is missing or wrong, so that the rest of the declaration compiles.
pub(crate) const FALLBACK: u16 = 500;

/// Whether a type mentions one of these type parameters.
pub(crate) fn mentions(ty: &TokenStream, parameters: &[&Ident]) -> bool {
    fn search(tokens: TokenStream, parameters: &[&Ident]) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(ident) => parameters.iter().any(|parameter| **parameter == ident),
            TokenTree::Group(group) => search(group.stream(), parameters),
            _ => false,
        })
    }
    !parameters.is_empty() && search(ty.clone(), parameters)
}
