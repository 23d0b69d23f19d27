//! The declaration as the rest of the crate sees it: a table of cases.

use httperr_registry::table_format::LogLevel;
use httperr_registry::{allows_content, is_masked_by_default, phrase};
use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};

use crate::diagnostics::warning::Warning;
use crate::syntax::ast::{HeaderName, MachineCode, Placeholder};
use crate::syntax::format_string::FormatTrait;
use crate::syntax::item;
use crate::syntax::item::Item;
use crate::syntax::status_code::Status;
use crate::syntax::tokens::span_of;

/// A whole declaration.
pub(crate) struct Model<'a> {
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
    /// The value that `match` examines: an arm's pattern for a field is spliced into the variant's.
    pub(crate) scrutinee: Option<Value>,
    /// One, or one for each arm of the `match`.
    pub(crate) branches: Vec<Branch>,
}

impl<'a> Variant<'a> {
    pub(crate) fn field(&self, value: &Value) -> Option<&Field<'a>> {
        match value {
            Value::Field(index, _) => self.fields.get(*index),
            Value::Expr(_) => None,
        }
    }
}

/// A field, and the name by which expressions know it.
pub(crate) struct Field<'a> {
    pub(crate) original: &'a item::Field,
    pub(crate) binding: Ident,
}

impl Field<'_> {
    pub(crate) fn value(&self) -> Value {
        Value::Field(self.original.index, TokenTree::from(self.binding.clone()).into())
    }

    /// What stands for the field in a pattern, before the `:`.
    pub(crate) fn member(&self) -> TokenTree {
        match &self.original.name {
            Some(name) => name.clone().into(),
            None => Literal::usize_unsuffixed(self.original.index).into(),
        }
    }
}

/// An expression of the user's.
#[derive(Clone)]
pub(crate) enum Value {
    /// The field of that index, and its name as it was written. No pattern shadows the name.
    Field(usize, TokenStream),
    Expr(TokenStream),
}

impl Value {
    pub(crate) fn tokens(&self) -> &TokenStream {
        match self {
            Value::Field(_, tokens) | Value::Expr(tokens) => tokens,
        }
    }

    pub(crate) fn span(&self) -> Span {
        span_of(self.tokens())
    }
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
    /// The response of the error that the value is.
    Transparent(Value),
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
    pub(crate) code: MachineCode,
    /// The code is a member of the body.
    pub(crate) has_code_member: bool,
    /// `None`: the reason phrase.
    pub(crate) own_title: Option<String>,
    pub(crate) type_uri: Option<String>,
    pub(crate) detail_source: DetailSource,
    /// Whether `Display` may be public; `None`: as the status says.
    pub(crate) exposure: Option<bool>,
    pub(crate) headers: Vec<CaseHeader>,
    pub(crate) retry_after: Option<Value>,
    pub(crate) extensions: Vec<Extension>,
    pub(crate) body: Body,
    pub(crate) log: LogLevel,
    pub(crate) description: String,
    pub(crate) allows_success: bool,
}

/// The status of a case.
#[derive(Clone)]
pub(crate) enum CaseStatus {
    Fixed(Status),
    RunTime(Value),
}

/// Where the public text comes from.
#[derive(Clone)]
pub(crate) enum DetailSource {
    /// `Display`, when it is public.
    Display,
    /// `Display`, when it is public; it is this text.
    DisplayLiteral(String),
    Const(String),
    /// The arguments of `format_args!`, and the fields that they capture, each with the trait that
    /// formats it. A width or a precision has none.
    Format(TokenStream, Vec<(usize, Option<FormatTrait>)>),
}

/// The body of a response.
#[derive(Clone)]
pub(crate) enum Body {
    /// A problem document (RFC 9457).
    Problem,
    /// The public text.
    Text,
    Empty,
    /// A type of the user's that implements `BodyFormat`.
    Type(TokenStream),
    Template(Node),
}

/// A JSON value of a template, in which all names are resolved.
#[derive(Clone)]
pub(crate) enum Node {
    Object(Vec<Member>),
    Array(Vec<Node>),
    /// JSON text.
    Const(String),
    Placeholder(Placeholder),
    Value(Value),
}

/// A member of an object.
#[derive(Clone)]
pub(crate) struct Member {
    /// `None` for `..value`, whose members become members of the object.
    pub(crate) name: Option<String>,
    /// The member is left out if it has no value.
    pub(crate) optional: bool,
    pub(crate) value: Node,
}

impl Node {
    /// Returns whether a value of the user's is part of it.
    pub(crate) fn has_value(&self) -> bool {
        match self {
            Node::Object(members) => members.iter().any(|member| member.value.has_value()),
            Node::Array(elements) => elements.iter().any(Node::has_value),
            Node::Value(_) => true,
            Node::Placeholder(_) | Node::Const(_) => false,
        }
    }

    pub(crate) fn contains(&self, placeholder: Placeholder) -> bool {
        match self {
            Node::Object(members) => {
                members.iter().any(|member| member.value.contains(placeholder))
            }
            Node::Array(elements) => elements.iter().any(|element| element.contains(placeholder)),
            Node::Placeholder(part) => *part == placeholder,
            Node::Const(_) | Node::Value(_) => false,
        }
    }
}

/// An extension member of a problem document.
#[derive(Clone)]
pub(crate) struct Extension {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) value: ExtensionValue,
}

#[derive(Clone)]
pub(crate) enum ExtensionValue {
    /// JSON text.
    Const(String),
    Value(Value),
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
    /// The enum declares it for all its variants.
    pub(crate) is_shared: bool,
    /// The part of the response that its value was written as, also where that is a constant.
    pub(crate) placeholder: Option<Placeholder>,
}

/// The value of a header.
#[derive(Clone)]
pub(crate) enum HeaderValue {
    Const(String),
    Value(Value),
    /// A part of the response that only its value tells: the status, the title or the text.
    Placeholder(Placeholder),
}

impl Case {
    /// What stands in the place of a case that could not be read.
    pub(crate) fn fallback(span: Span) -> Self {
        Case {
            name: String::new(),
            status: CaseStatus::Fixed(Status { code: FALLBACK_STATUS, span }),
            code: MachineCode { text: String::new(), is_number: false },
            has_code_member: false,
            own_title: None,
            type_uri: None,
            detail_source: DetailSource::Display,
            exposure: Some(false),
            headers: Vec::new(),
            retry_after: None,
            extensions: Vec::new(),
            body: Body::Problem,
            log: LogLevel::ByStatus,
            description: String::new(),
            allows_success: false,
        }
    }

    /// The status, where it is known while compiling.
    pub(crate) fn fixed_status(&self) -> Option<Status> {
        match self.status {
            CaseStatus::Fixed(status) => Some(status),
            CaseStatus::RunTime(_) => None,
        }
    }

    /// Returns the title, where it is known while compiling.
    pub(crate) fn title(&self) -> Option<&str> {
        self.own_title.as_deref().or_else(|| self.fixed_status().map(|status| phrase(status.code)))
    }

    /// Returns the public text, as far as it is known while compiling.
    pub(crate) fn detail(&self) -> ConstText<'_> {
        match (&self.detail_source, self.exposes()) {
            (DetailSource::Const(text), _) | (DetailSource::DisplayLiteral(text), Some(true)) => {
                ConstText::Text(text)
            }
            (DetailSource::Display | DetailSource::DisplayLiteral(_), Some(false)) => {
                ConstText::None
            }
            _ => ConstText::AtRunTime,
        }
    }

    /// Returns whether a response with this status may have content (RFC 9110, section 6.4.1).
    pub(crate) fn has_content(&self) -> bool {
        self.fixed_status().map_or(true, |status| allows_content(status.code))
    }

    /// Returns whether a header field, or the delay, comes from the value.
    pub(crate) fn has_run_time_headers(&self) -> bool {
        self.retry_after.is_some()
            || self.headers.iter().any(|header| !matches!(header.value, HeaderValue::Const(_)))
    }

    /// Returns what of the response may differ between two values of this case, if anything may.
    pub(crate) fn depends_on_value(&self) -> Option<Dependence> {
        if self.fixed_status().is_none() {
            return Some(Dependence::Status);
        }
        if self.has_run_time_headers() {
            return Some(Dependence::Header);
        }
        let of_text =
            Some(Dependence::Text).filter(|_| matches!(self.detail(), ConstText::AtRunTime));
        match &self.body {
            Body::Type(_) => Some(Dependence::BodyFormat),
            _ if !self.has_content() => None,
            Body::Empty => None,
            Body::Problem if !self.extensions.is_empty() => self
                .extensions
                .iter()
                .any(|member| matches!(member.value, ExtensionValue::Value(_)))
                .then_some(Dependence::Body)
                .or(of_text.map(|_| Dependence::Body)),
            Body::Text | Body::Problem => of_text,
            Body::Template(node) if node.has_value() => Some(match of_text {
                Some(text) if node.contains(Placeholder::Detail) => text,
                _ => Dependence::Body,
            }),
            Body::Template(node) => of_text.filter(|_| node.contains(Placeholder::Detail)),
        }
    }

    /// Whether `Display` is public, where that is known while compiling.
    pub(crate) fn exposes(&self) -> Option<bool> {
        self.exposure.or(self.fixed_status().map(|status| !is_masked_by_default(status.code)))
    }
}

/// The status of a case whose own is missing or wrong, so that the rest of the declaration compiles.
pub(crate) const FALLBACK_STATUS: u16 = 500;

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
