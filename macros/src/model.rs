//! The declaration with all names resolved and all keys inherited: a table of cases.

mod allows;

use httperr_registry::is_masked_by_default;
use httperr_registry::table_format::{CodeCase, EnvelopeBody, LogLevel};
use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};

pub(crate) use self::allows::Allows;
use crate::syntax::ast::{AllowedRule, HeaderName, MachineCode, Placeholder, Tag};
use crate::syntax::format_string::FormatTrait;
use crate::syntax::item::{self, Attribute, Item};
use crate::syntax::languages::Languages;
use crate::syntax::status_code::Status;
use crate::syntax::tokens::span_of;

pub(crate) struct Model<'a> {
    pub(crate) original: &'a Item,
    pub(crate) variants: Vec<Variant<'a>>,
    /// The path to the runtime.
    pub(crate) runtime: TokenStream,
    /// The path is not `::httperr`.
    pub(crate) is_renamed: bool,
    /// The frameworks whose impl the user writes.
    pub(crate) without: &'a [Ident],
    /// The format of an enum for an error that is none of its cases.
    pub(crate) format: Option<Format<'a>>,
    pub(crate) languages: &'a Languages,
    /// The rules that the type allows.
    pub(crate) allowed: Vec<&'a AllowedRule>,
}

/// A variant, or the struct itself.
pub(crate) struct Variant<'a> {
    /// `None` for a struct.
    pub(crate) ident: Option<&'a Ident>,
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) attributes: &'a [Attribute],
    /// The value that `match` examines. If it is a field, the patterns of the arms are spliced into
    /// that of the variant.
    pub(crate) scrutinee: Option<Value>,
    /// One, or one for each arm of the `match`.
    pub(crate) branches: Vec<Branch<'a>>,
    /// It is for all problems that are not those of another variant.
    pub(crate) is_other: bool,
    /// The rules that the variant and its arms allow.
    pub(crate) allowed: Vec<&'a AllowedRule>,
}

impl<'a> Variant<'a> {
    pub(crate) fn field(&self, value: &Value) -> Option<&Field<'a>> {
        match value {
            Value::Field(index, _) => self.fields.get(*index),
            Value::Expr(_) => None,
        }
    }
}

/// A field, and its name in expressions.
pub(crate) struct Field<'a> {
    pub(crate) original: &'a item::Field,
    pub(crate) binding: Ident,
    /// The value in examples of the documentation, as JSON.
    pub(crate) example: Option<&'a str>,
    /// A response does not have it, and a client its `Default`.
    pub(crate) is_default: bool,
}

impl Field<'_> {
    pub(crate) fn value(&self) -> Value {
        Value::Field(self.original.index, TokenTree::from(self.binding.clone()).into())
    }

    /// Returns the name or the index that a pattern has before the `:`.
    pub(crate) fn member(&self) -> TokenTree {
        match &self.original.name {
            Some(name) => name.clone().into(),
            None => Literal::usize_unsuffixed(self.original.index).into(),
        }
    }
}

/// An expression of the user, resolved.
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

/// An arm of a `match`, or a variant without one.
pub(crate) struct Branch<'a> {
    /// `None` without a `match`.
    pub(crate) pattern: Option<Pattern>,
    pub(crate) outcome: Outcome<'a>,
}

pub(crate) struct Pattern {
    pub(crate) attributes: TokenStream,
    pub(crate) pattern: TokenStream,
    pub(crate) guard: Option<TokenStream>,
}

pub(crate) enum Outcome<'a> {
    Case(Box<Case<'a>>),
    /// The response is that of the error that the value is, in an envelope.
    Transparent(Value, Option<Box<Envelope<'a>>>),
    /// The response is that of another variant, whose case this is a copy of.
    SameAs(Ident, Box<Case<'a>>),
}

/// The additions to the response of an inner error.
pub(crate) struct Envelope<'a> {
    /// Its status and its texts are those of the inner error's case.
    pub(crate) case: Case<'a>,
    pub(crate) format: EnvelopeBody,
}

/// The format of an enum, for an error that has a status only.
pub(crate) struct Format<'a> {
    pub(crate) envelope: Envelope<'a>,
    /// The case and the prefix of a code, which is the name of the status.
    pub(crate) code_case: CodeCase,
    pub(crate) code_prefix: &'a str,
    /// The code is the member `code` of a problem document.
    pub(crate) declares_codes: bool,
}

/// A row of the table.
#[derive(Clone)]
pub(crate) struct Case<'a> {
    pub(crate) name: String,
    pub(crate) status: CaseStatus,
    pub(crate) code: MachineCode,
    /// The code is the member `code` of the problem document.
    pub(crate) has_code_member: bool,
    /// `None` for the reason phrase.
    pub(crate) own_title: Option<String>,
    pub(crate) type_uri: Option<String>,
    pub(crate) type_ends_in_code: bool,
    pub(crate) visibility: Visibility,
    pub(crate) detail_source: DetailSource,
    /// The format string of a public text that is not constant; empty if it is not known.
    pub(crate) detail_template: String,
    /// The texts in each language but the first.
    pub(crate) translations: Vec<Translation>,
    /// `true` for `expose`, `false` for `mask`.
    pub(crate) exposure: Option<bool>,
    pub(crate) headers: Vec<CaseHeader>,
    /// Pairs of name and value.
    pub(crate) header_map: Option<Value>,
    /// A delay that is not known at compile time. One that is known is a header.
    pub(crate) retry_after: Option<Value>,
    pub(crate) extensions: Vec<Extension>,
    pub(crate) body: Body,
    pub(crate) log: LogLevel,
    pub(crate) tags: Vec<&'a Tag>,
    pub(crate) description: String,
    pub(crate) allows_success: bool,
    pub(crate) origin: Origin<'a>,
}

/// The visibility of a case to clients.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Visibility {
    Public,
    /// The name is not sent, unless the body or a header has the code.
    PrivateName,
    /// It is a copy of the case of another variant, which it is on the wire.
    SameAs,
}

/// The declaration of a case, for the rules and their spans.
#[derive(Clone)]
pub(crate) struct Origin<'a> {
    /// The variant or the arm.
    pub(crate) span: Span,
    /// All attributes were parsed, so a key that seems to be missing is.
    pub(crate) is_fully_parsed: bool,
    pub(crate) allows: Allows<'a>,
    /// The value of `code` on the variant or the arm itself, or in `default(…)`.
    pub(crate) own_code_span: Option<Span>,
    /// The value of `code`, also where it is inherited.
    pub(crate) nearest_code_span: Option<Span>,
    /// The case has the key `body`, or inherits it.
    pub(crate) declares_body: bool,
    /// The key `body` on the variant or the arm itself.
    pub(crate) own_body_span: Option<Span>,
    /// The inner error whose text the public text has.
    pub(crate) inner_text: Option<InnerText>,
    /// The path that the status was written as.
    pub(crate) status_constant: Option<&'a TokenStream>,
    /// Constant texts that name a field in braces.
    pub(crate) braced_fields: Vec<BracedField>,
    /// `Content-Type` headers that the case has no content for.
    pub(crate) unsendable_content_types: Vec<Span>,
}

/// An inner error whose text is, or is part of, the public text.
#[derive(Clone, Copy)]
pub(crate) struct InnerText {
    /// The index of the field.
    pub(crate) field: usize,
    pub(crate) path: InnerTextPath,
}

/// The declaration that makes the text of an inner error public.
#[derive(Clone, Copy)]
pub(crate) enum InnerTextPath {
    /// `#[error(transparent)]`.
    Transparent,
    /// A format string of `Display`.
    Display,
    /// The key `detail`, with its value.
    Detail(Span),
}

/// A constant text with the name of a field in braces.
#[derive(Clone)]
pub(crate) struct BracedField {
    pub(crate) span: Span,
    /// The field with its braces.
    pub(crate) field: String,
    pub(crate) text: ConstantText,
}

/// The part of a declaration that a constant text is.
#[derive(Clone, Copy)]
pub(crate) enum ConstantText {
    Title,
    Code,
    Template,
}

#[derive(Clone)]
pub(crate) enum CaseStatus {
    Fixed(Status),
    RunTime(Value),
    /// That of the inner error, as the code, the title, the type and the public text: an envelope.
    OfInner,
}

/// The source of the public text.
#[derive(Clone)]
pub(crate) enum DetailSource {
    /// `Display`, when it is public.
    Display,
    /// `Display`, when it is public. It is this text.
    DisplayLiteral(String),
    Const(String),
    /// The arguments of `format_args!`, and the fields that they capture, each with the trait that
    /// formats it. A width or a precision has none.
    Format(TokenStream, Vec<(usize, Option<FormatTrait>)>),
}

/// The texts of a case in a language other than the first.
#[derive(Clone)]
pub(crate) struct Translation {
    /// As [`Case::own_title`], which it is if there is no other.
    pub(crate) own_title: Option<String>,
    /// The title is not translated.
    pub(crate) lacks_title: bool,
    /// The reason phrase of a status from run time is in this language.
    pub(crate) has_own_phrase: bool,
    /// `None` for that in the first language.
    pub(crate) detail: Option<TranslatedDetail>,
}

#[derive(Clone)]
pub(crate) struct TranslatedDetail {
    pub(crate) source: DetailSource,
    /// As [`Case::detail_template`].
    pub(crate) template: String,
    /// The value.
    pub(crate) span: Span,
}

/// The body of a response.
#[derive(Clone)]
pub(crate) enum Body {
    /// A problem document (RFC 9457).
    Problem,
    /// The public text.
    Text,
    Empty,
    /// A type of the user that implements `BodyFormat`.
    Type(TokenStream),
    Template(Node),
}

impl Body {
    pub(crate) fn has_extensions(&self) -> bool {
        match self {
            Body::Problem | Body::Type(_) => true,
            Body::Template(template) => template.has_extensions(),
            Body::Text | Body::Empty => false,
        }
    }
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
    /// `..extensions`, the value of a member without a name.
    Extensions(Vec<Extension>),
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
    pub(crate) fn null() -> Self {
        Node::Const("null".to_owned())
    }

    pub(crate) fn has_value(&self) -> bool {
        match self {
            Node::Object(members) => members.iter().any(|member| member.value.has_value()),
            Node::Array(elements) => elements.iter().any(Node::has_value),
            Node::Value(_) => true,
            Node::Extensions(extensions) => extensions
                .iter()
                .any(|extension| matches!(extension.value, ExtensionValue::Value(_))),
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
            Node::Const(_) | Node::Value(_) | Node::Extensions(_) => false,
        }
    }

    /// Returns whether `..extensions` is in the template.
    pub(crate) fn has_extensions(&self) -> bool {
        match self {
            Node::Object(members) => members.iter().any(|member| member.value.has_extensions()),
            Node::Array(elements) => elements.iter().any(Node::has_extensions),
            Node::Extensions(_) => true,
            Node::Const(_) | Node::Placeholder(_) | Node::Value(_) => false,
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

/// The public text, as far as it is known at compile time.
pub(crate) enum ConstText<'a> {
    Text(&'a str),
    None,
    AtRunTime,
}

/// A part of a response that depends on the value.
#[derive(Clone, Copy)]
pub(crate) enum Dependence {
    Status,
    Header,
    BodyFormat,
    /// The public text, and nothing else.
    Text,
    Body,
}

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

#[derive(Clone)]
pub(crate) enum HeaderValue {
    Const(String),
    Value(Value),
    /// A part of the response, or of the request, which is known at run time.
    Placeholder(Placeholder),
}

impl Case<'_> {
    pub(crate) fn fallback(span: Span) -> Self {
        Case {
            name: String::new(),
            status: CaseStatus::Fixed(Status::new(FALLBACK_STATUS, span)),
            code: MachineCode { text: String::new(), is_number: false },
            has_code_member: false,
            own_title: None,
            type_uri: None,
            type_ends_in_code: false,
            visibility: Visibility::Public,
            detail_source: DetailSource::Display,
            detail_template: String::new(),
            translations: Vec::new(),
            exposure: Some(false),
            headers: Vec::new(),
            header_map: None,
            retry_after: None,
            extensions: Vec::new(),
            body: Body::Problem,
            log: LogLevel::ByStatus,
            tags: Vec::new(),
            description: String::new(),
            allows_success: false,
            origin: Origin {
                span,
                is_fully_parsed: false,
                allows: Allows { rules: Vec::new(), has_unknown: false, warned: Vec::new() },
                own_code_span: None,
                nearest_code_span: None,
                declares_body: false,
                own_body_span: None,
                inner_text: None,
                status_constant: None,
                braced_fields: Vec::new(),
                unsendable_content_types: Vec::new(),
            },
        }
    }

    pub(crate) fn fixed_status(&self) -> Option<Status> {
        match self.status {
            CaseStatus::Fixed(status) => Some(status),
            CaseStatus::RunTime(_) | CaseStatus::OfInner => None,
        }
    }

    pub(crate) fn is_envelope(&self) -> bool {
        matches!(self.status, CaseStatus::OfInner)
    }

    pub(crate) fn title(&self) -> Option<&str> {
        self.own_title.as_deref().or_else(|| self.fixed_status().map(Status::phrase))
    }

    /// Returns the public text, as far as it is known at compile time.
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

    /// Returns the case with its texts in another language, unless they are the same.
    pub(crate) fn translated(&self, translation: &Translation) -> Option<Self> {
        let Translation { own_title, has_own_phrase, detail, .. } = translation;
        if detail.is_none() && !has_own_phrase && *own_title == self.own_title {
            return None;
        }
        let mut case = Case { own_title: own_title.clone(), ..self.clone() };
        if let Some(detail) = detail {
            case.detail_source = detail.source.clone();
            case.detail_template.clone_from(&detail.template);
        }
        Some(case)
    }

    fn has_run_time_text(&self) -> bool {
        let mut details = self.translations.iter().filter_map(|other| other.detail.as_ref());
        matches!(self.detail(), ConstText::AtRunTime)
            || details.any(|detail| matches!(detail.source, DetailSource::Format(..)))
    }

    /// Returns whether a response with this status may have content (RFC 9110, section 6.4.1).
    pub(crate) fn has_content(&self) -> bool {
        self.fixed_status().map_or(true, Status::allows_content)
    }

    pub(crate) fn has_header_from(&self, placeholder: Placeholder) -> bool {
        self.headers.iter().any(|header| header.placeholder == Some(placeholder))
    }

    /// Returns the span for errors in the code, which may come from the name.
    pub(crate) fn code_span(&self) -> Span {
        self.origin.own_code_span.unwrap_or(self.origin.span)
    }

    pub(crate) fn has_run_time_headers(&self) -> bool {
        self.retry_after.is_some()
            || self.header_map.is_some()
            || self.headers.iter().any(|header| !matches!(header.value, HeaderValue::Const(_)))
    }

    /// Returns whether clients never learn the name of the case.
    pub(crate) fn has_private_name(&self) -> bool {
        let body_has_code = match &self.body {
            Body::Template(node) => node.contains(Placeholder::Code),
            // `ErrorView` has the code.
            Body::Type(_) => true,
            Body::Problem | Body::Text | Body::Empty => false,
        };
        let sends_code = body_has_code || self.has_header_from(Placeholder::Code);
        self.visibility == Visibility::PrivateName && !sends_code
    }

    /// Returns the first part of the response that may differ between two values of this case.
    pub(crate) fn depends_on_value(&self) -> Option<Dependence> {
        if self.fixed_status().is_none() {
            return Some(Dependence::Status);
        }
        if self.has_run_time_headers() {
            return Some(Dependence::Header);
        }
        let of_text = Some(Dependence::Text).filter(|_| self.has_run_time_text());
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

    /// Returns whether `Display` is public, if that is known at compile time.
    pub(crate) fn exposes(&self) -> Option<bool> {
        self.exposure
            .or_else(|| self.fixed_status().map(|status| !is_masked_by_default(status.code)))
    }
}

/// The status of a case whose own has an error, so that the rest of the declaration expands.
pub(crate) const FALLBACK_STATUS: u16 = 500;

/// Returns whether a type uses one of these identifiers.
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
