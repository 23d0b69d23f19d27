//! The declaration as the rest of the crate sees it: a table of cases.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, ToTokens};
use syn::ext::IdentExt as _;
use syn::{Attribute, Data, DeriveInput, Fields, Lit, LitStr, Type};

use crate::attr;
use crate::errors::Errors;
use crate::keys::{
    Arm, Code, Extension, Header, HeaderName, Keys, Match, Place, Slot, StatusKey, Value, CASES,
};
use crate::raw::span_of;
use crate::rules;
use crate::status::Status;
use crate::text::{self, Display, Format};
use crate::value::header_text;
use crate::warn::Warning;

/// A whole declaration.
pub(crate) struct Input<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) variants: Vec<Variant<'a>>,
    /// The path to the runtime.
    pub(crate) runtime: TokenStream,
    /// The frameworks whose impl the user writes.
    pub(crate) without: Vec<Ident>,
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
    pub(crate) original: &'a syn::Field,
    pub(crate) member: syn::Member,
    pub(crate) binding: Ident,
}

/// What `match` looks at.
pub(crate) enum Scrutinee {
    /// The field of that index: the arm's pattern takes its place in the variant's.
    Field(usize),
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
}

/// One row of the table.
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
    pub(crate) log: u16,
    pub(crate) description: String,
    pub(crate) allows_success: bool,
}

/// The status of a case.
pub(crate) enum CaseStatus {
    Fixed(Status),
    RunTime(TokenStream),
}

/// Where the public text comes from.
pub(crate) enum Detail {
    /// `Display`, when it is public.
    Display,
    /// `Display`, when it is public; it is this text.
    DisplayIs(String),
    Constant(String),
    /// The arguments of `format_args!`, and what they capture with which trait.
    Format(TokenStream, Vec<(String, char)>),
}

/// A header of a case.
pub(crate) struct CaseHeader {
    pub(crate) name: HeaderName,
    pub(crate) span: Span,
    pub(crate) value: HeaderValue,
}

/// The value of a header.
pub(crate) enum HeaderValue {
    Constant(String),
    RunTime(TokenStream),
}

impl Case {
    /// The status, where it is known while compiling.
    pub(crate) fn fixed(&self) -> Option<Status> {
        match self.status {
            CaseStatus::Fixed(status) => Some(status),
            CaseStatus::RunTime(_) => None,
        }
    }

    /// Whether `Display` is public, where that is known while compiling.
    pub(crate) fn exposed(&self) -> Option<bool> {
        self.exposure.or(self.fixed().map(|status| !rules::masks(status)))
    }
}

/// Reads a declaration. What is wrong in it is noted, and the nearest thing that compiles stands
/// in its place; `None` only where there is no such thing.
pub(crate) fn read<'a>(original: &'a DeriveInput, errors: &Errors) -> Option<Input<'a>> {
    let place = match &original.data {
        Data::Enum(_) => Place::Enum,
        Data::Struct(_) => Place::Struct,
        Data::Union(data) => {
            errors.at(
                data.union_token.span,
                "a union cannot be an `HttpError`: nothing tells which of its fields holds the \
                 error; write an enum",
            );
            return None;
        }
    };
    let mut keys = attr::read(&original.attrs, place, errors);
    let runtime = keys.runtime.get().cloned().unwrap_or_else(|| quote!(::httperr));
    let without = std::mem::take(&mut keys.without);
    let none = Keys::default();
    let mut reader = Reader {
        errors,
        type_levels: lint_levels(&original.attrs),
        warnings: Vec::new(),
        codes: Vec::new(),
    };
    let variants = match &original.data {
        Data::Enum(data) => data
            .variants
            .iter()
            .map(|variant| {
                let own = attr::read(&variant.attrs, Place::Variant, errors);
                let subject = Subject {
                    ident: Some(&variant.ident),
                    name: &variant.ident,
                    fields: &variant.fields,
                    attributes: &variant.attrs,
                };
                reader.variant(subject, own, &keys)
            })
            .collect(),
        Data::Struct(data) => {
            let subject = Subject {
                ident: None,
                name: &original.ident,
                fields: &data.fields,
                attributes: &original.attrs,
            };
            vec![reader.variant(subject, keys, &none)]
        }
        Data::Union(_) => return None,
    };
    let warnings = reader.warnings;
    Some(Input { original, variants, runtime, without, warnings })
}

/// What is declared: a variant or a struct.
#[derive(Clone, Copy)]
struct Subject<'a> {
    ident: Option<&'a Ident>,
    name: &'a Ident,
    fields: &'a Fields,
    attributes: &'a [Attribute],
}

/// The declarations that hold for a case, the nearest first.
#[derive(Clone)]
struct Layers<'k>(Vec<&'k Keys>);

impl<'k> Layers<'k> {
    fn first<T>(&self, slot: impl Fn(&'k Keys) -> &'k Slot<T>) -> Option<&'k T> {
        self.0.iter().find_map(|keys| slot(keys).get())
    }

    fn allow(&self, rule: &str) -> bool {
        self.0.iter().any(|keys| keys.allows(rule))
    }
}

struct Reader<'e> {
    errors: &'e Errors,
    type_levels: TokenStream,
    warnings: Vec<(Warning, TokenStream)>,
    /// The machine codes so far, each with the variant that has it.
    codes: Vec<(Code, String)>,
}

impl Reader<'_> {
    fn variant<'a>(&mut self, subject: Subject<'a>, mut own: Keys, of_type: &Keys) -> Variant<'a> {
        let fields = self.fields(subject.fields, &mut own);
        let matched = std::mem::take(&mut own.matches);
        let mut scrutinee = None;
        let branches = match matched.into_inner() {
            Some((span, Match { scrutinee: looked_at, arms })) => {
                if own.status.is_set() || own.transparent.is_set() {
                    self.errors.at(
                        span,
                        "`match` decides the status, so none stands beside it: move the other \
                         into the last arm, `_ => …`",
                    );
                }
                if arms.is_empty() {
                    self.errors.at(span, "`match` has no arm: write `match field { _ => 500 }`");
                }
                let of_field =
                    fields.iter().position(|field| field.binding == looked_at.to_string());
                scrutinee = Some(match of_field {
                    Some(index) => Scrutinee::Field(index),
                    None => Scrutinee::Expression(looked_at),
                });
                arms.into_iter().map(|arm| self.arm(subject, arm, &own, of_type, &fields)).collect()
            }
            None => {
                let layers = Layers(vec![&own, of_type]);
                let name = subject.name.unraw().to_string();
                let span = subject.name.span();
                let outcome = self.outcome(subject, &own, layers, &fields, name, span);
                vec![Branch { pattern: None, outcome }]
            }
        };
        Variant { ident: subject.ident, fields, scrutinee, branches }
    }

    fn arm(
        &mut self,
        subject: Subject<'_>,
        arm: Arm,
        of_variant: &Keys,
        of_type: &Keys,
        fields: &[Field<'_>],
    ) -> Branch {
        let Arm { attributes, pattern, guard, keys } = arm;
        let name = match keys.name.get() {
            Some(name) => name.clone(),
            None => format!("{}{}", subject.name.unraw(), variant_of(&pattern).unwrap_or_default()),
        };
        let layers = Layers(vec![&keys, of_variant, of_type]);
        let span = span_of(&pattern);
        let outcome = self.outcome(subject, &keys, layers, fields, name, span);
        Branch { pattern: Some(Pattern { attributes, pattern, guard }), outcome }
    }

    fn outcome(
        &mut self,
        subject: Subject<'_>,
        own: &Keys,
        layers: Layers<'_>,
        fields: &[Field<'_>],
        name: String,
        span: Span,
    ) -> Outcome {
        if let Some(given) = own.transparent.get() {
            if let Some((span, what)) = own.outcome_span() {
                self.errors.at(
                    span,
                    format!(
                        "with `transparent` everything is the inner error's, so {what} has no say: \
                         remove it, or remove `transparent`"
                    ),
                );
            }
            let inner = given.clone().or_else(|| self.inner(subject, own, fields));
            if let Some(inner) = inner {
                return Outcome::Transparent(inner);
            }
        }
        Outcome::Case(Box::new(self.case(subject, own, layers, name, span)))
    }

    /// The field that `transparent` means.
    fn inner(&self, subject: Subject<'_>, own: &Keys, fields: &[Field<'_>]) -> Option<TokenStream> {
        let mut sources = fields.iter().filter(|field| {
            let marked = |name: &str| {
                field.original.attrs.iter().any(|attribute| attribute.path().is_ident(name))
            };
            marked("from") || marked("source") || field.binding == "source"
        });
        if let [only] = fields {
            return Some(only.binding.to_token_stream());
        }
        if let (Some(source), None) = (sources.next(), sources.next()) {
            return Some(source.binding.to_token_stream());
        }
        let name = subject.name;
        self.errors.at(
            own.transparent.span().unwrap_or(name.span()),
            match fields {
                [] => format!(
                    "`{name}` has no field, so nothing inside it can answer: write a status in \
                     place of `transparent`"
                ),
                _ => format!(
                    "`{name}` has {} fields, and not just one of them is `#[from]` or \
                     `#[source]`: write `transparent = field` to say which one answers",
                    fields.len()
                ),
            },
        );
        None
    }

    /// The fields, and the extension members that they are.
    fn fields<'a>(&self, fields: &'a Fields, keys: &mut Keys) -> Vec<Field<'a>> {
        let read = |(original, member): (&'a syn::Field, syn::Member)| {
            let binding = match &member {
                syn::Member::Named(name) => name.clone(),
                syn::Member::Unnamed(index) => format_ident!("_{}", index.index),
            };
            let said = attr::read(&original.attrs, Place::Field, self.errors);
            if let (Some(name), Some(key)) = (said.extension.get(), said.extension.span()) {
                let (name, span) = match (name, &original.ident) {
                    (Some(name), _) => (name.value(), name.span()),
                    (None, Some(ident)) => (ident.unraw().to_string(), ident.span()),
                    (None, None) => {
                        self.errors.at(
                            key,
                            "a field without a name needs one as an extension: write \
                             `extension = \"name\"`",
                        );
                        (binding.to_string(), key)
                    }
                };
                let value = binding.to_token_stream();
                keys.extensions.push(Extension { name, span, value });
            }
            Field { original, member, binding }
        };
        fields.iter().zip(fields.members()).map(read).collect()
    }

    fn case(
        &mut self,
        subject: Subject<'_>,
        own: &Keys,
        mut layers: Layers<'_>,
        name: String,
        span: Span,
    ) -> Case {
        let of_type = layers.0.last().copied();
        let default = of_type.and_then(|keys| keys.default.get());
        if layers.first(|keys| &keys.status).is_none() {
            if let Some(default) = default {
                layers.0.insert(layers.0.len() - 1, default);
            }
        }
        let status = match layers.first(|keys| &keys.status) {
            Some(StatusKey::Fixed(status)) => CaseStatus::Fixed(*status),
            Some(StatusKey::RunTime(tokens)) => CaseStatus::RunTime(tokens.clone()),
            None => {
                // A misspelt key may well have been the status, and a broken `transparent` is
                // reported already.
                let said = layers.0.iter().any(|keys| keys.broken || keys.transparent.is_set());
                if !said {
                    self.errors.at(span, rules::no_status(&name, subject.ident.is_some()));
                }
                CaseStatus::Fixed(Status { code: rules::FALLBACK, span })
            }
        };
        let codes = of_type.and_then(|keys| keys.codes.get());
        let asked = layers.first(|keys| &keys.code);
        let code = asked.cloned().unwrap_or_else(|| {
            let case = codes.and_then(|codes| codes.case).unwrap_or(&CASES[0]);
            let prefix = codes.map_or("", |codes| codes.prefix.as_str());
            Code { text: format!("{prefix}{}", (case.apply)(&name)), number: false }
        });
        let problems = layers.first(|keys| &keys.problems).map(LitStr::value);
        let type_uri = layers.first(|keys| &keys.type_uri).map(LitStr::value).or_else(|| {
            problems.map(|base| format!("{}/{}", base.trim_end_matches('/'), code.text))
        });
        let title = layers.first(|keys| &keys.title).map(LitStr::value);
        let mut headers: Vec<CaseHeader> = Vec::new();
        for keys in &layers.0 {
            let nearer = headers.len();
            for header in &keys.headers {
                let replaced =
                    headers[..nearer].iter().any(|near| same_name(&near.name, &header.name));
                if !replaced {
                    headers.push(read_header(header));
                }
            }
        }
        let display = text::display(subject.attributes);
        let case = Case {
            status,
            code_shown: type_uri.is_none() && (asked.is_some() || codes.is_some()),
            title: title.or_else(|| type_uri.as_ref().map(|_| text::sentence(&name))),
            type_uri,
            detail: self.detail(&layers, &display),
            exposure: layers.first(|keys| &keys.exposure).copied(),
            headers,
            retry_after: None,
            extensions: layers.0.iter().flat_map(|keys| keys.extensions.iter().cloned()).collect(),
            log: layers.first(|keys| &keys.log).map_or(0, |log| log.flags),
            description: text::docs(subject.attributes),
            allows_success: layers.allow("success"),
            name,
            code,
        };
        let case = self.with_retry_after(case, &layers);
        let levels = {
            let of_type = &self.type_levels;
            let of_variant = subject.ident.map(|_| lint_levels(subject.attributes));
            quote!(#of_type #of_variant)
        };
        let mut found = Vec::new();
        let mut judge = rules::Judge {
            errors: self.errors,
            warnings: &mut found,
            allowed: &|rule| layers.allow(rule),
        };
        judge.case(&case);
        if matches!(display, Display::Transparent) && layers.first(|keys| &keys.detail).is_none() {
            judge.leak(&case, subject.fields, subject.name);
        }
        self.warnings.extend(found.into_iter().map(|warning| (warning, levels.clone())));
        let span = own.code.span().unwrap_or(span);
        self.check_code(&case, subject, span, layers.allow("duplicate_code"));
        case
    }

    /// One code for two cases would leave a client unable to tell them apart.
    fn check_code(&mut self, case: &Case, subject: Subject<'_>, span: Span, allowed: bool) {
        let variant = subject.name.to_string();
        let same = self.codes.iter().find(|(code, of)| *code == case.code && *of != variant);
        if let (Some((_, first)), false) = (same, allowed) {
            self.errors.at(span, rules::duplicate_code(&case.code.text, first));
        }
        self.codes.push((case.code.clone(), variant));
    }

    fn detail(&self, layers: &Layers<'_>, display: &Display) -> Detail {
        match layers.first(|keys| &keys.detail) {
            Some(Value::Literal(Lit::Str(literal))) => {
                let format = Format::read(&literal.value());
                if format.positional {
                    self.errors.at(
                        literal.span(),
                        "`{}` names nothing here: write the field in the braces, as in \
                         `detail = \"no account {id}\"`",
                    );
                    return Detail::Constant(String::new());
                }
                let tokens = format.literal(literal).into_token_stream();
                match format.constant {
                    Some(text) => Detail::Constant(text),
                    None => Detail::Format(tokens, format.captures),
                }
            }
            Some(Value::Literal(other)) => {
                let text = other.to_token_stream().to_string();
                self.errors.at(
                    other.span(),
                    format!("`detail` takes a string or an expression: write `\"{text}\"`"),
                );
                Detail::Constant(String::new())
            }
            Some(Value::Expression(tokens)) => {
                let one = tokens.to_string();
                Detail::Format(quote!("{}", #tokens), vec![(one, ' ')])
            }
            None => match display {
                Display::Constant(text) => Detail::DisplayIs(text.clone()),
                _ => Detail::Display,
            },
        }
    }

    /// `retry_after` is a header like any other once its value is known.
    fn with_retry_after(&self, mut case: Case, layers: &Layers<'_>) -> Case {
        let slot = layers
            .0
            .iter()
            .find_map(|keys| Some((keys.retry_after.span()?, keys.retry_after.get()?)));
        let Some((span, value)) = slot else { return case };
        let name = HeaderName::Known("retry-after".to_owned());
        if let Some(twin) = case.headers.iter().find(|header| same_name(&header.name, &name)) {
            self.errors
                .at(twin.span, "`retry_after` sets this header already: keep one of the two");
            return case;
        }
        match value {
            Value::Literal(Lit::Int(number)) if number.base10_parse::<u64>().is_ok() => {
                let value = HeaderValue::Constant(number.base10_digits().to_owned());
                case.headers.push(CaseHeader { name, span, value });
            }
            Value::Literal(other) => self.errors.at(
                other.span(),
                format!(
                    "`{}` is no delay: write whole seconds (RFC 9110, section 10.2.3), such as \
                     `retry_after = 30`",
                    other.to_token_stream()
                ),
            ),
            Value::Expression(tokens) => case.retry_after = Some(tokens.clone()),
        }
        case
    }
}

/// The last word of a path pattern: `sqlx::Error::RowNotFound(_)` → `RowNotFound`.
fn variant_of(pattern: &TokenStream) -> Option<String> {
    let mut last = None;
    for token in pattern.clone() {
        match token {
            TokenTree::Ident(ident) => last = Some(ident.unraw().to_string()),
            TokenTree::Punct(punct) if punct.as_char() == '|' => break,
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                last = variant_of(&group.stream()).or(last);
            }
            _ => {}
        }
    }
    last.filter(|name| name.starts_with(char::is_uppercase))
}

fn same_name(left: &HeaderName, right: &HeaderName) -> bool {
    left.known().is_some() && left.known() == right.known()
}

fn read_header(header: &Header) -> CaseHeader {
    let value = match (&header.name, &header.value) {
        (HeaderName::Known(_), Value::Literal(literal)) => {
            HeaderValue::Constant(header_text(literal).unwrap_or_default())
        }
        (_, value) => HeaderValue::RunTime(value.tokens()),
    };
    CaseHeader { name: header.name.clone(), span: header.span, value }
}

/// The lint levels among some attributes.
fn lint_levels(attributes: &[Attribute]) -> TokenStream {
    let levels = ["allow", "warn", "deny", "forbid"];
    let set = attributes
        .iter()
        .filter(|attribute| levels.iter().any(|level| attribute.path().is_ident(level)));
    quote!(#(#set)*)
}

/// Whether a type mentions one of these type parameters.
pub(crate) fn mentions(ty: &Type, parameters: &[&Ident]) -> bool {
    fn search(tokens: TokenStream, parameters: &[&Ident]) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(ident) => parameters.iter().any(|parameter| **parameter == ident),
            TokenTree::Group(group) => search(group.stream(), parameters),
            _ => false,
        })
    }
    !parameters.is_empty() && search(ty.to_token_stream(), parameters)
}
