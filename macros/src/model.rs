//! The declaration as the rest of the crate sees it: a table of cases.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, ToTokens};
use syn::ext::IdentExt as _;
use syn::{Attribute, Data, DeriveInput, Fields, Lit, LitInt, LitStr, Type};

use crate::attr;
use crate::body::{self, Known};
use crate::errors::{offset, Errors};
use crate::keys::{
    Arm, Code, Extension, Header, HeaderName, Keys, Match, Place, Shape, Slot, StatusKey, Value,
    CASES,
};
use crate::pack;
use crate::raw::{self, shown, span_of};
use crate::rules;
use crate::status::Status;
use crate::suggest::{self, nearest};
use crate::template::{self, Node, Part};
use crate::text::{self, Display, Format};
use crate::value::{header_text, is_visible};
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
    target: Ident,
    name: String,
    description: String,
    log: u16,
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
    pub(crate) log: u16,
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

/// A header of a case.
#[derive(Clone)]
pub(crate) struct CaseHeader {
    pub(crate) name: HeaderName,
    pub(crate) span: Span,
    pub(crate) value: HeaderValue,
    pub(crate) value_span: Span,
}

/// The value of a header.
#[derive(Clone)]
pub(crate) enum HeaderValue {
    Constant(String),
    RunTime(TokenStream),
}

impl Case {
    /// What stands in the place of a case that could not be read.
    fn fallback(span: Span) -> Self {
        Case {
            name: String::new(),
            status: CaseStatus::Fixed(Status { code: rules::FALLBACK, span }),
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
            log: 0,
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
    let fields: Vec<String> = match &original.data {
        Data::Enum(data) => {
            let members = data.variants.iter().flat_map(|variant| variant.fields.members());
            members.map(|member| binding(&member).to_string()).collect()
        }
        _ => Vec::new(),
    };
    let mut owns: Vec<Keys> = match &original.data {
        Data::Enum(data) => {
            let variants = data.variants.iter();
            variants.map(|variant| attr::read(&variant.attrs, Place::Variant, errors)).collect()
        }
        _ => Vec::new(),
    };
    let members = owns.iter().chain([&keys]).flat_map(Keys::members).collect();
    let mut reader = Reader {
        errors,
        fields,
        members,
        runtime: &runtime,
        type_levels: lint_levels(&original.attrs),
        warnings: Vec::new(),
        codes: Vec::new(),
        lacking: Vec::new(),
    };
    let variants = match &original.data {
        Data::Enum(data) => data
            .variants
            .iter()
            .zip(owns.drain(..))
            .map(|(variant, own)| {
                let subject = Subject {
                    ident: Some(&variant.ident),
                    name: &variant.ident,
                    fields: &variant.fields,
                    attributes: &variant.attrs,
                    pattern: None,
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
                pattern: None,
            };
            vec![reader.variant(subject, keys, &none)]
        }
        Data::Union(_) => return None,
    };
    let mut variants: Vec<Variant<'a>> = variants;
    same_as(&mut variants, errors);
    reader.report_lacking();
    let mut warnings = reader.warnings;
    // What an enum says for all its variants is doubtful once, not once for each.
    warnings.sort_by_key(|(warning, _)| offset(warning.span));
    warnings.dedup_by_key(|(warning, levels)| {
        (offset(warning.span), warning.message.clone(), levels.to_string())
    });
    Some(Input { original, variants, runtime, without, warnings })
}

/// Gives every case that is answered as another what the other answers.
fn same_as(variants: &mut [Variant<'_>], errors: &Errors) {
    let found: Vec<(usize, usize, Case)> = variants
        .iter()
        .enumerate()
        .flat_map(|(at, variant)| {
            variant.branches.iter().enumerate().map(move |(arm, branch)| (at, arm, branch))
        })
        .filter_map(|(at, arm, branch)| match &branch.outcome {
            Outcome::SameAs(same) => Some((at, arm, answered_as(same, variants, errors))),
            _ => None,
        })
        .collect();
    for (at, arm, case) in found {
        variants[at].branches[arm].outcome = Outcome::Case(Box::new(case));
    }
}

fn answered_as(same: &SameAs, variants: &[Variant<'_>], errors: &Errors) -> Case {
    let SameAs { target, name, description, log } = same;
    let found = variants.iter().find(|variant| variant.ident.is_some_and(|ident| ident == target));
    let case = match found.map(|variant| (&variant.scrutinee, &variant.branches[..])) {
        Some((None, [Branch { outcome: Outcome::Case(case), .. }])) => Ok(case),
        Some((_, [Branch { outcome: Outcome::SameAs(other), .. }])) if other.target == *target => {
            Err(format!("`{target}` is answered as itself: name another variant"))
        }
        Some((_, [Branch { outcome: Outcome::SameAs(other), .. }])) => Err(format!(
            "`{target}` is answered as another itself: name that one, `{}`",
            other.target
        )),
        Some(_) => {
            let what = "what it answers is known at run time only";
            Err(rules::not_constant(target, what, "declare the same for both"))
        }
        None => {
            let names: Vec<String> =
                variants.iter().filter_map(|variant| Some(variant.ident?.to_string())).collect();
            let names: Vec<&str> =
                names.iter().map(String::as_str).filter(|other| other != name).collect();
            if names.is_empty() {
                let message = "`same_as` names another variant, and there is none: declare here \
                               what is to be answered";
                errors.at(target.span(), message);
                return Case { name: name.clone(), ..Case::fallback(target.span()) };
            }
            Err(format!(
                "no variant is named `{target}`: {}",
                suggest::instead(target.to_string().as_str(), &names)
            ))
        }
    };
    let case = case.and_then(|case| match pack::from_value(case) {
        None => Ok(case),
        Some((what, instead)) => Err(rules::not_constant(target, what, instead)),
    });
    let (name, description, log) = (name.clone(), description.clone(), *log);
    match case {
        Ok(case) => {
            // The text is the other's `Display`, and not this one's.
            let detail = match (&case.detail, case.exposed()) {
                (Detail::Constant(text), _) | (Detail::DisplayIs(text), Some(true)) => {
                    Detail::Constant(text.clone())
                }
                _ => Detail::Display,
            };
            Case { name, detail, log, description, ..Case::clone(case) }
        }
        Err(message) => {
            errors.at(target.span(), message);
            Case { name, log, description, ..Case::fallback(target.span()) }
        }
    }
}

/// What is declared: a variant or a struct.
#[derive(Clone, Copy)]
struct Subject<'a> {
    ident: Option<&'a Ident>,
    name: &'a Ident,
    fields: &'a Fields,
    attributes: &'a [Attribute],
    /// The pattern of the arm, whose names are in scope as well.
    pattern: Option<&'a TokenStream>,
}

impl Subject<'_> {
    /// The names by which expressions know the fields.
    fn names(self) -> Vec<String> {
        self.fields.members().map(|member| binding(&member).to_string()).collect()
    }

    /// As [`no_field`](Self::no_field), of a name in a format string: no constant has one in lower
    /// case.
    fn no_capture(self, name: &str) -> Option<String> {
        if !name.chars().all(|char| char.is_alphanumeric() || char == '_') {
            return Some(format!(
                "`{{{name}}}` is more than a name: write `detail = format!(\"… {{}}\", {name})`"
            ));
        }
        self.no_field(name).or_else(|| {
            let names = self.names();
            let known = self.is_bound(name) || names.iter().any(|field| field == name);
            if known || !name.starts_with(char::is_lowercase) {
                return None;
            }
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            Some(match &names[..] {
                [] => format!("`{}` has no fields, so `{{{name}}}` names nothing", self.name),
                names => format!(
                    "`{}` has no field `{name}`: write one of {}",
                    self.name,
                    suggest::list(names)
                ),
            })
        })
    }

    fn is_bound(self, word: &str) -> bool {
        self.pattern.is_some_and(|pattern| has_word(pattern, word))
    }

    /// Whether a word that is no field's name seems to be meant for one, and why.
    fn no_field(self, word: &str) -> Option<String> {
        let name = self.name;
        let names = self.names();
        if self.is_bound(word)
            || word.starts_with(char::is_uppercase)
            || names.iter().any(|name| name == word)
        {
            return None;
        }
        if let Some(near) = nearest(word, names.iter().map(String::as_str)) {
            let shown = word.strip_prefix('_').filter(|rest| is_number(rest));
            return match shown {
                Some(_) => Some(format!(
                    "`{name}` has no field `{word}`: its fields are {}",
                    suggest::list(&names.iter().map(String::as_str).collect::<Vec<_>>())
                )),
                None => Some(format!("`{name}` has no field `{word}`: did you mean `{near}`?")),
            };
        }
        is_number(word.strip_prefix('_')?).then(|| match self.fields {
            Fields::Named(_) => {
                format!("the fields of `{name}` have names: write one in place of `{word}`")
            }
            _ => format!("`{name}` has no fields, so `{word}` names nothing"),
        })
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn has_word(tokens: &TokenStream, word: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == word,
        TokenTree::Group(group) => has_word(&group.stream(), word),
        _ => false,
    })
}

/// The name by which expressions know a field.
fn binding(member: &syn::Member) -> Ident {
    match member {
        syn::Member::Named(name) => name.clone(),
        syn::Member::Unnamed(index) => format_ident!("_{}", index.index),
    }
}

/// The declarations that hold for a case, the nearest first.
#[derive(Clone)]
struct Layers<'k>(Vec<&'k Keys>);

impl<'k> Layers<'k> {
    fn first<T>(&self, slot: impl Fn(&'k Keys) -> &'k Slot<T>) -> Option<&'k T> {
        self.0.iter().find_map(|keys| slot(keys).get())
    }

    /// What all of them say, but for what a nearer one says otherwise.
    fn all<T>(
        &self,
        list: impl Fn(&'k Keys) -> &'k Vec<T>,
        replaces: impl Fn(&T, &T) -> bool,
    ) -> Vec<&'k T> {
        let mut all: Vec<&T> = Vec::new();
        for keys in &self.0 {
            let nearer = all.len();
            for far in list(keys) {
                if !all[..nearer].iter().any(|near| replaces(near, far)) {
                    all.push(far);
                }
            }
        }
        all
    }

    fn allow(&self, rule: &str) -> bool {
        self.0.iter().any(|keys| keys.allows(rule))
    }
}

struct Reader<'e> {
    errors: &'e Errors,
    /// The names of all fields of all variants.
    fields: Vec<String>,
    /// The names of all extension members of all variants.
    members: Vec<String>,
    /// The path to the runtime.
    runtime: &'e TokenStream,
    type_levels: TokenStream,
    warnings: Vec<(Warning, TokenStream)>,
    /// The machine codes so far, each with the variant that has it.
    codes: Vec<(Code, String)>,
    /// The fields that the enum's template names, each with the variants that lack it.
    lacking: Vec<(Ident, Vec<String>)>,
}

impl Reader<'_> {
    fn variant<'a>(&mut self, subject: Subject<'a>, mut own: Keys, of_type: &Keys) -> Variant<'a> {
        let fields = self.fields(subject.fields, &mut own);
        let matched = std::mem::take(&mut own.matches);
        let mut scrutinee = None;
        let branches = match matched.into_inner() {
            Some((span, Match { scrutinee: looked_at, arms, broken })) => {
                let all_decide = !arms.is_empty() && arms.iter().all(|arm| arm.keys.decides());
                if own.transparent.is_set() || (own.status.is_set() && all_decide) {
                    self.errors.at(
                        span,
                        "each arm of this `match` decides its status, so none stands beside it: \
                         remove the other",
                    );
                }
                if arms.is_empty() && !broken {
                    self.errors.at(span, "`match` has no arm: write `match field { _ => 500 }`");
                }
                let looked_at = self.checked(&looked_at, subject);
                let unclosed = arms.is_empty() || broken;
                let of_field =
                    fields.iter().position(|field| field.binding == looked_at.to_string());
                scrutinee = Some(match of_field {
                    Some(index) => Scrutinee::Field(index, span_of(&looked_at)),
                    None => Scrutinee::Expression(looked_at),
                });
                let mut arms = arms;
                if unclosed {
                    let keys = Keys { broken: true, ..Keys::default() };
                    let pattern = quote!(_);
                    arms.push(Arm { attributes: TokenStream::new(), pattern, guard: None, keys });
                }
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
        let subject = Subject { pattern: Some(&pattern), ..subject };
        let outcome = self.outcome(subject, &keys, layers, fields, name, span);
        let guard = guard.map(|guard| self.checked(&guard, subject));
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
            let log = own.log.span().map(|span| (span, "`log`"));
            if let Some((span, what)) = own.outcome_span().or(log) {
                self.errors.at(
                    span,
                    format!(
                        "with `transparent` everything is the inner error's, so {what} has no say: \
                         remove it, or remove `transparent`"
                    ),
                );
            }
            let inner = match given {
                Some(given) => Some(self.checked(given, subject)),
                None => self.inner(subject, own, fields),
            };
            if let Some(inner) = inner {
                return Outcome::Transparent(inner);
            }
        }
        if let Some(target) = own.same_as.get() {
            if let Some((span, what)) = own.outcome_span() {
                self.errors.at(
                    span,
                    format!(
                        "with `same_as` all that is sent is the other variant's, so {what} has no \
                         say: remove it, or remove `same_as`"
                    ),
                );
            }
            return Outcome::SameAs(Box::new(SameAs {
                target: target.clone(),
                name,
                description: text::docs(subject.attributes),
                log: layers.first(|keys| &keys.log).map_or(0, |log| log.flags),
            }));
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
            let binding = binding(&member);
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
        let broken = layers.0.iter().any(|keys| keys.broken);
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
                let said = broken || layers.0.iter().any(|keys| keys.transparent.is_set());
                if !said {
                    let what = match subject.pattern {
                        Some(_) => rules::NO_STATUS_IN_ARM.to_owned(),
                        None => rules::no_status(&name, subject.ident.is_some()),
                    };
                    self.errors.at(span, what);
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
            // A fragment or a query ends where the code begins.
            problems.map(|base| match base.ends_with(['#', '=']) {
                true => format!("{base}{}", code.text),
                false => format!("{}/{}", base.trim_end_matches('/'), code.text),
            })
        });
        let title = layers.first(|keys| &keys.title).map(LitStr::value);
        let headers =
            layers.all(|keys| &keys.headers, |near, far| same_name(&near.name, &far.name));
        let headers = headers.into_iter().map(read_header).collect();
        let extensions = layers.all(|keys| &keys.extensions, |near, far| near.name == far.name);
        let mut extensions = extensions.into_iter().cloned().collect();
        let body = self.shape(&layers, subject, &mut extensions);
        let display = text::display(subject.attributes);
        let case = Case {
            status,
            code_shown: type_uri.is_none() && (asked.is_some() || codes.is_some()),
            title: title.or_else(|| type_uri.as_ref().map(|_| text::sentence(&name))),
            type_uri,
            detail: self.detail(&layers, &display, subject),
            exposure: layers.first(|keys| &keys.exposure).copied(),
            headers,
            retry_after: None,
            extensions,
            body,
            log: layers.first(|keys| &keys.log).map_or(0, |log| log.flags),
            description: text::docs(subject.attributes),
            allows_success: layers.allow("success"),
            name,
            code,
        };
        let mut case = self.with_retry_after(case, &layers);
        self.answer_in_headers(&mut case, subject);
        self.check_values(&mut case, subject);
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
            complete: !broken,
        };
        judge.case(&case);
        if let Some(span) = own.body.span() {
            judge.body(&case, span);
        }
        if matches!(display, Display::Transparent) && layers.first(|keys| &keys.detail).is_none() {
            judge.leak(&case, subject.fields, subject.name);
        }
        self.warnings.extend(found.into_iter().map(|warning| (warning, levels.clone())));
        let span = own.code.span().unwrap_or(span);
        self.check_code(&case, subject, span, layers.allow("duplicate_code"));
        case
    }

    /// What the body is made of. The extension members that it has a place for are those of a
    /// problem document, or are named in the template; what the enum says of others is for other
    /// bodies.
    fn shape(
        &mut self,
        layers: &Layers<'_>,
        subject: Subject<'_>,
        extensions: &mut Vec<Extension>,
    ) -> Shape {
        let own = 1 + usize::from(subject.pattern.is_some());
        let said = layers.0.iter().enumerate().find_map(|(at, keys)| Some((at, keys.body.get()?)));
        let (at, shape) = said.unwrap_or((own, &Shape::Problem));
        let mut named = Vec::new();
        let shape = match shape {
            Shape::Problem | Shape::Type(_) => return shape.clone(),
            Shape::Text | Shape::Empty => shape.clone(),
            Shape::Template(node) => {
                // Said once for several variants or arms, which may not all have the field.
                let shared = at > 0;
                Shape::Template(node.map(&mut |node, optional| match node {
                    Node::Word(word) => {
                        let extension = extensions.iter().find(|given| *word == given.name);
                        match extension.filter(|_| template::part(&word.to_string()).is_none()) {
                            Some(given) => {
                                named.push(given.name.clone());
                                match template::constant(&given.value) {
                                    Some(json) => Node::Constant(json),
                                    None => Node::Expression(given.value.clone()),
                                }
                            }
                            None => self.word(word, subject, shared, optional),
                        }
                    }
                    Node::Expression(tokens) => Node::Expression(self.checked(tokens, subject)),
                    other => other.clone(),
                }))
            }
        };
        let own = &layers.0[..own.min(layers.0.len())];
        extensions.retain(|given| {
            let is_own =
                own.iter().any(|keys| keys.extensions.iter().any(|own| own.name == given.name));
            is_own && !named.contains(&given.name)
        });
        shape
    }

    /// A word of a template: a part of the answer, or a field.
    fn word(&mut self, word: &Ident, subject: Subject<'_>, shared: bool, optional: bool) -> Node {
        let text = word.to_string();
        let names = subject.names();
        let field = names.contains(&text);
        match template::part(&text) {
            Some(Part::RequestId) if field => {}
            Some(_) => return Node::Word(word.clone()),
            None => {}
        }
        if field || subject.is_bound(&text) {
            return Node::Expression(word.to_token_stream());
        }
        let name = subject.name;
        let elsewhere = shared && (self.fields.contains(&text) || self.members.contains(&text));
        if elsewhere && !optional {
            let known = self
                .lacking
                .iter_mut()
                .find(|(lacked, _)| lacked == word && offset(lacked.span()) == offset(word.span()));
            match known {
                Some((_, variants)) => variants.push(format!("`{name}`")),
                None => self.lacking.push((word.clone(), vec![format!("`{name}`")])),
            }
        } else if !elsewhere {
            let of_enum = shared && subject.ident.is_some();
            let fields = if of_enum { &self.fields } else { &names };
            let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
            let instead = match template::meant(&text, &fields) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!(
                    "the words of a template are {}; an expression stands in parentheses, `({text})`",
                    suggest::list(&template::words())
                ),
            };
            let whose = if of_enum { "any variant".to_owned() } else { format!("`{name}`") };
            self.errors.at(word.span(), format!("`{text}` is no field of {whose}: {instead}"));
        }
        Node::Constant("null".to_owned())
    }

    fn report_lacking(&self) {
        for (field, variants) in &self.lacking {
            let mut variants = variants.clone();
            variants.dedup();
            let (who, them) = match &variants[..] {
                [one] => (format!("{one} has"), "it"),
                [rest @ .., last] => (format!("{} and {last} have", rest.join(", ")), "them"),
                [] => continue,
            };
            let message = format!(
                "{who} no field `{field}`, which this template names: give {them} the field, or a \
                 `body` of {} own",
                if them == "it" { "its" } else { "their" }
            );
            self.errors.at(field.span(), message);
        }
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

    /// What the user wrote, with the nearest thing that compiles where a field is not written as
    /// its name. A misspelt field is told here, where the right name is known; what is no field at
    /// all may be a constant of the user's, and is for rustc to judge.
    fn checked(&self, tokens: &TokenStream, subject: Subject<'_>) -> TokenStream {
        if subject.ident.is_some() {
            let (mended, fields) = raw::without_self(tokens);
            for field in &fields {
                let message = format!(
                    "`self` is the whole enum, and its fields are in scope: write `{field}`"
                );
                self.errors.at(field.span(), message);
            }
            if !fields.is_empty() {
                return mended;
            }
        }
        let mut list = tokens.clone().into_iter();
        if let (Some(TokenTree::Ident(word)), None) = (list.next(), list.next()) {
            self.check_word(&word, subject);
        }
        tokens.clone()
    }

    fn check_word(&self, word: &Ident, subject: Subject<'_>) {
        let text = word.to_string();
        let known = subject.is_bound(&text) || subject.names().contains(&text);
        if let Some(message) = subject.no_field(&text) {
            self.errors.at(word.span(), message);
        } else if self.fields.contains(&text) && !known {
            let name = subject.name;
            self.errors.at(
                word.span(),
                format!(
                    "`{name}` has no field `{text}`, as others have: say on `{name}` itself what \
                     it answers, or give it the field"
                ),
            );
        }
    }

    fn check_values(&self, case: &mut Case, subject: Subject<'_>) {
        if let CaseStatus::RunTime(tokens) = &mut case.status {
            *tokens = self.checked(tokens, subject);
        }
        for header in &mut case.headers {
            if let HeaderValue::RunTime(tokens) = &mut header.value {
                *tokens = self.checked(tokens, subject);
            }
        }
        for extension in &mut case.extensions {
            extension.value = self.checked(&extension.value, subject);
        }
        if let Some(tokens) = &mut case.retry_after {
            *tokens = self.checked(tokens, subject);
        }
    }

    /// In a header as in a template, `code` and its like are the answer's own, unless a field bears
    /// that name.
    fn answer_in_headers(&self, case: &mut Case, subject: Subject<'_>) {
        let runtime = &self.runtime;
        let names = subject.names();
        let mut headers = std::mem::take(&mut case.headers);
        for header in &mut headers {
            let HeaderValue::RunTime(tokens) = &header.value else { continue };
            let word = tokens.to_string();
            if names.contains(&word) || subject.is_bound(&word) {
                continue;
            }
            let known = match template::part(&word) {
                Some(Part::Code) => Ok(case.code.text.clone()),
                Some(Part::Type) => {
                    Ok(case.type_uri.as_deref().unwrap_or("about:blank").to_owned())
                }
                Some(Part::Title) => match body::title(case) {
                    Some(title) => Ok(title.to_owned()),
                    None => continue,
                },
                Some(Part::Status) => case
                    .fixed()
                    .map(|status| status.code.to_string())
                    .ok_or_else(|| quote!(#runtime::HttpError::status(self).as_u16())),
                Some(Part::Detail) => match body::detail(case) {
                    Known::Text(text) => Ok(text.to_owned()),
                    _ => Err(quote!(#runtime::HttpError::detail(self))),
                },
                _ => continue,
            };
            header.value = match known {
                Ok(text) if header.name.known().is_some() && is_visible(&text) => {
                    HeaderValue::Constant(text)
                }
                // Left to the runtime, which leaves out what no header can have.
                Ok(text) => HeaderValue::RunTime(quote!(#text)),
                Err(tokens) => HeaderValue::RunTime(tokens),
            };
        }
        case.headers = headers;
    }

    fn detail(&self, layers: &Layers<'_>, display: &Display, subject: Subject<'_>) -> Detail {
        match layers.first(|keys| &keys.detail) {
            Some(Value::Literal(Lit::Str(literal))) => {
                let format = Format::read(&literal.value());
                let mistake = if format.positional {
                    Some(
                        "`{}` names nothing here: write the field in the braces, as in \
                         `detail = \"no account {id}\"`"
                            .to_owned(),
                    )
                } else if format.unmatched {
                    Some("a `}` without its `{`: write `}}` for the character itself".to_owned())
                } else {
                    format.captures.iter().find_map(|(name, _)| subject.no_capture(name))
                };
                if let Some(mistake) = mistake {
                    self.errors.at(literal.span(), mistake);
                    return Detail::Constant(String::new());
                }
                let tokens = format.literal(literal).into_token_stream();
                match format.constant {
                    Some(text) => Detail::Constant(text),
                    None => Detail::Format(tokens, format.captures),
                }
            }
            Some(Value::Literal(other)) => {
                let text = other.to_token_stream();
                self.errors.at(
                    other.span(),
                    format!(
                        "`detail` takes a string or an expression, not `{text}`: write \
                         `detail = \"…\"`"
                    ),
                );
                Detail::Constant(String::new())
            }
            Some(Value::Expression(tokens)) => {
                let tokens = self.checked(tokens, subject);
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
            Value::Literal(Lit::Int(number)) if is_seconds(number) => {
                let value = HeaderValue::Constant(number.base10_digits().to_owned());
                case.headers.push(CaseHeader { name, span, value, value_span: number.span() });
            }
            Value::Expression(tokens) if !is_negative(tokens) => {
                case.retry_after = Some(tokens.clone());
            }
            other => {
                let tokens = other.tokens();
                let message = format!(
                    "`{}` is no delay: write whole seconds (RFC 9110, section 10.2.3), such as \
                     `retry_after = 30`",
                    shown(&tokens).replace(' ', "")
                );
                self.errors.on(tokens, message);
            }
        }
        case
    }
}

/// `30`, `30u64`, but not `30s`.
fn is_seconds(number: &LitInt) -> bool {
    let suffix = number.suffix();
    let plain = suffix.is_empty() || suffix.starts_with(['u', 'i']);
    plain && number.base10_parse::<u64>().is_ok()
}

/// `-5`.
fn is_negative(tokens: &TokenStream) -> bool {
    let mut tokens = tokens.clone().into_iter();
    matches!(
        (tokens.next(), tokens.next(), tokens.next()),
        (Some(TokenTree::Punct(minus)), Some(TokenTree::Literal(_)), None)
            if minus.as_char() == '-'
    )
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
    let value_span = header.value.span();
    CaseHeader { name: header.name.clone(), span: header.span, value, value_span }
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
