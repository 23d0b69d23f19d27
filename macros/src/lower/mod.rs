//! The keys of a declaration → its model.

pub(crate) mod body;
pub(crate) mod headers;
pub(crate) mod same_as;
pub(crate) mod scope;

use std::collections::hash_map::{Entry, HashMap};

use httperr_registry::table_format::LogLevel;
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned, ToTokens as _};
use syn::ext::IdentExt as _;
use syn::LitStr;

use crate::check::limits;
use crate::diagnostics::errors::Errors;
use crate::diagnostics::position::sort_and_dedup;
use crate::diagnostics::warning::Warning;
use crate::lower::headers::keep_order_of_lines;
use crate::lower::scope::Subject;
use crate::model::{
    Branch, Case, CaseStatus, Field, Model, Outcome, Pattern, SameAs, Value, Variant,
    FALLBACK_STATUS,
};
use crate::syntax::ast::{Arm, Extension, HttpAttrs, MachineCode, MatchBlock, Once, StatusExpr};
use crate::syntax::foreign_attrs::DisplayText;
use crate::syntax::item::{Attribute, Body, Item};
use crate::syntax::key::AttrTarget;
use crate::syntax::self_expr::{self, is_error_itself, trait_method_of_self};
use crate::syntax::status_code::Status;
use crate::syntax::tokens::span_of;
use crate::syntax::{attr, foreign_attrs, item, tokens};
use crate::{casing, check};

/// Reads a declaration. What is wrong in it is noted, and the nearest thing that compiles stands
/// in its place; `None` only where there is no such thing.
pub(crate) fn lower<'a>(original: &'a Item, errors: &Errors) -> Option<Model<'a>> {
    let place = match &original.body {
        Body::Enum(_) => AttrTarget::Enum,
        Body::Struct(_) => AttrTarget::Struct,
        Body::Union(span) => {
            errors.at(
                *span,
                "a union cannot be an `HttpError`: nothing tells which of its fields holds the \
                 error; write an enum",
            );
            return None;
        }
    };
    let mut keys = attr::parse(&original.attributes, place, errors);
    let is_renamed = keys.runtime.is_set();
    let runtime = keys.runtime.get().cloned().unwrap_or_else(|| quote!(::httperr));
    let without = std::mem::take(&mut keys.without);
    let none = HttpAttrs::default();
    let variants = original.variants();
    let owns: Vec<HttpAttrs> = variants
        .iter()
        .map(|variant| attr::parse(&variant.attributes, AttrTarget::Variant, errors))
        .collect();
    let members = owns.iter().chain([&keys]).flat_map(HttpAttrs::extension_names).collect();
    let mut reader = Reader {
        errors,
        fields: variants.iter().flat_map(|variant| variant.fields.names()).collect(),
        members,
        of_type: &original.attributes,
        warnings: Vec::new(),
        unused: Vec::new(),
        codes: HashMap::new(),
        constants: Vec::new(),
        lacking: Vec::new(),
    };
    let mut variants: Vec<Variant<'a>> = match &original.body {
        Body::Struct(fields) => {
            let subject = Subject {
                ident: None,
                name: &original.name,
                fields,
                attributes: &original.attributes,
                pattern: None,
            };
            vec![reader.variant(subject, std::mem::take(&mut keys), &none)]
        }
        _ => variants
            .iter()
            .zip(owns)
            .map(|(variant, own)| {
                let subject = Subject {
                    ident: Some(&variant.name),
                    name: &variant.name,
                    fields: &variant.fields,
                    attributes: &variant.attributes,
                    pattern: None,
                };
                reader.variant(subject, own, &keys)
            })
            .collect(),
    };
    same_as::resolve(&mut variants, errors);
    reader.report_lacking();
    reader.unused_allows(&keys, None);
    let Reader { mut warnings, unused, constants, .. } = reader;
    // What could not be read may be what an `allow` is for.
    if errors.count() == 0 {
        warnings.extend(unused);
    }
    sort_and_dedup(
        &mut warnings,
        |(warning, _)| warning.span,
        |(warning, levels)| (warning.message.clone(), levels.to_string()),
    );
    Some(Model { original, variants, runtime, is_renamed, without, constants, warnings })
}

/// The declarations that hold for a case, the nearest first.
#[derive(Clone)]
pub(crate) struct Layers<'k>(pub(crate) Vec<&'k HttpAttrs>);

impl<'k> Layers<'k> {
    pub(crate) fn first<T>(&self, slot: impl Fn(&'k HttpAttrs) -> &'k Once<T>) -> Option<&'k T> {
        self.0.iter().find_map(|keys| slot(keys).get())
    }

    /// What all of them say, but for what a nearer one says otherwise.
    fn all<T>(
        &self,
        list: impl Fn(&'k HttpAttrs) -> &'k Vec<T>,
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

    /// Whether the nearest declaration that holds something is the enum's, for all its variants.
    pub(crate) fn is_shared(&self, holds: impl Fn(&HttpAttrs) -> bool) -> bool {
        let nearest = self.0.iter().position(|keys| holds(keys));
        self.0.len() > 1 && nearest == Some(self.0.len() - 1)
    }

    /// Returns whether a rule is silenced. All that silence it are noted.
    fn allow(&self, rule: &str) -> bool {
        self.0.iter().filter(|keys| keys.allows(rule)).count() > 0
    }
}

/// Reads the variants one by one.
pub(crate) struct Reader<'e> {
    pub(crate) errors: &'e Errors,
    /// The names of all fields of all variants.
    pub(crate) fields: Vec<String>,
    /// The names of all extension members of all variants.
    pub(crate) members: Vec<String>,
    /// The attributes of the type.
    pub(crate) of_type: &'e [Attribute],
    pub(crate) warnings: Vec<(Warning, TokenStream)>,
    /// The warnings of what `allow(…)` names for nothing.
    unused: Vec<(Warning, TokenStream)>,
    /// The machine codes that are sent, each with the first case that sends it.
    codes: HashMap<String, check::CodeOwner>,
    /// The constants that statuses were written as, which stay used.
    pub(crate) constants: Vec<TokenStream>,
    /// The fields that the enum's template names, each with the variants that lack it.
    pub(crate) lacking: Vec<(Ident, Vec<String>)>,
}

impl Reader<'_> {
    fn variant<'a>(
        &mut self,
        subject: Subject<'a>,
        mut own: HttpAttrs,
        of_type: &HttpAttrs,
    ) -> Variant<'a> {
        let fields = self.fields(subject, &mut own);
        let matched = std::mem::take(&mut own.match_block);
        let mut scrutinee = None;
        let branches = match matched.into_inner() {
            Some((span, MatchBlock { scrutinee: looked_at, arms, had_errors })) => {
                let all_decide =
                    !arms.is_empty() && arms.iter().all(|arm| arm.attrs.decides_status());
                let idle = own.status.span().filter(|_| all_decide);
                for (span, what) in
                    [(own.transparent.span(), "`transparent`"), (idle, "this status")]
                {
                    let Some(span) = span else { continue };
                    self.errors.at(
                        span,
                        format!(
                            "each arm of the `match` decides its status, so {what} has no effect: \
                             remove it"
                        ),
                    );
                }
                if arms.is_empty() && !had_errors {
                    self.errors.at(span, "`match` has no arm: write `match field { _ => 500 }`");
                }
                self.check_recursion(&looked_at);
                let looked_at = self.value(&looked_at, subject);
                let unclosed = arms.is_empty() || had_errors;
                let has_text = arms.iter().any(|arm| is_text(&arm.pattern));
                scrutinee = Some(match has_text {
                    true => self.as_str(looked_at, &fields),
                    false => looked_at,
                });
                let mut arms = arms;
                if unclosed {
                    let keys = HttpAttrs { had_errors: true, ..HttpAttrs::default() };
                    let pattern = quote!(_);
                    arms.push(Arm {
                        attributes: TokenStream::new(),
                        pattern,
                        guard: None,
                        attrs: keys,
                    });
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
        self.unused_allows(&own, Some(subject));
        Variant { ident: subject.ident, fields, scrutinee, branches }
    }

    /// Returns the `&str` of a field whose type is text that owns itself, where it is matched with a
    /// string literal.
    fn as_str(&self, scrutinee: Value, fields: &[Field<'_>]) -> Value {
        let Value::Field(index, name) = &scrutinee else { return scrutinee };
        let Some(ty) = fields.get(*index).map(|field| &field.original.ty) else { return scrutinee };
        let Some((before, behind)) = text_of(ty) else { return scrutinee };
        let span = span_of(name);
        let tokens = quote_spanned!(span=> #before #name #behind);
        let message = format!(
            "a string literal does not match a value of `{}`: write `match {}`",
            ty.to_string().replace(' ', ""),
            tokens.to_string().replace(' ', "")
        );
        self.errors.at(span, message);
        Value::Expr(tokens)
    }

    fn arm(
        &mut self,
        subject: Subject<'_>,
        arm: Arm,
        of_variant: &HttpAttrs,
        of_type: &HttpAttrs,
        fields: &[Field<'_>],
    ) -> Branch {
        let Arm { attributes, pattern, guard, attrs: keys } = arm;
        let name = match keys.name.get() {
            Some(name) => name.clone(),
            None => format!("{}{}", subject.name.unraw(), variant_of(&pattern).unwrap_or_default()),
        };
        let layers = Layers(vec![&keys, of_variant, of_type]);
        let span = span_of(&pattern);
        let subject = Subject { pattern: Some(&pattern), ..subject };
        let outcome = self.outcome(subject, &keys, layers, fields, name, span);
        self.unused_allows(&keys, Some(subject));
        let guard = guard.map(|guard| {
            self.check_recursion(&guard);
            self.checked(&guard, subject)
        });
        Branch { pattern: Some(Pattern { attributes, pattern, guard }), outcome }
    }

    fn outcome(
        &mut self,
        subject: Subject<'_>,
        own: &HttpAttrs,
        layers: Layers<'_>,
        fields: &[Field<'_>],
        name: String,
        span: Span,
    ) -> Outcome {
        if let Some(given) = own.transparent.get() {
            let log = own.log.span().map(|span| (span, "`log`"));
            for (span, what) in own.outcome_spans().into_iter().chain(log) {
                self.errors.at(
                    span,
                    format!(
                        "with `transparent` everything is the inner error's, so {what} has no say: \
                         remove it, or remove `transparent`"
                    ),
                );
            }
            let inner = match given {
                Some(given) if is_error_itself(given) => {
                    self.errors.on(
                        given,
                        "`transparent` takes an error inside, not the error itself, whose response \
                         would be its own: write a field, as in `transparent = source`",
                    );
                    None
                }
                Some(given) => {
                    self.check_recursion(given);
                    Some(self.value(given, subject))
                }
                None => self.inner(subject, own, fields),
            };
            if let Some(inner) = inner {
                return Outcome::Transparent(inner);
            }
        }
        if let Some(target) = own.same_as.get() {
            for (span, what) in own.outcome_spans() {
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
                description: foreign_attrs::doc_comment(subject.attributes),
                log: layers.first(|keys| &keys.log).map_or(LogLevel::ByStatus, |log| log.level),
            }));
        }
        Outcome::Case(Box::new(self.case(subject, own, layers, name, span)))
    }

    /// The field that `transparent` means.
    fn inner(&self, subject: Subject<'_>, own: &HttpAttrs, fields: &[Field<'_>]) -> Option<Value> {
        let mut sources = fields.iter().filter(|field| {
            let marked = |name| item::has_attribute(&field.original.attributes, name);
            marked("from") || marked("source") || field.binding == "source"
        });
        if let [only] = fields {
            return Some(only.value());
        }
        if let (Some(source), None) = (sources.next(), sources.next()) {
            return Some(source.value());
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
    fn fields<'a>(&self, subject: Subject<'a>, keys: &mut HttpAttrs) -> Vec<Field<'a>> {
        let read = |original: &'a item::Field| {
            let mut binding = original.binding();
            if original.name.is_none() {
                binding.set_span(subject.name.span());
            }
            let said = attr::parse(&original.attributes, AttrTarget::Field, self.errors);
            if let (Some(name), Some(key)) = (said.extension.get(), said.extension.span()) {
                let (name, span) = match (name, &original.name) {
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
            Field { original, binding }
        };
        subject.fields.list.iter().map(read).collect()
    }

    fn case(
        &mut self,
        subject: Subject<'_>,
        own: &HttpAttrs,
        mut layers: Layers<'_>,
        name: String,
        span: Span,
    ) -> Case {
        let of_type = layers.0.last().copied();
        let broken = layers.0.iter().any(|keys| keys.had_errors);
        let default = of_type.and_then(|keys| keys.default.get());
        if layers.first(|keys| &keys.status).is_none() {
            if let Some(default) = default {
                layers.0.insert(layers.0.len() - 1, default);
            }
        }
        let status = match layers.first(|keys| &keys.status) {
            Some(StatusExpr::Fixed(status)) => CaseStatus::Fixed(*status),
            Some(StatusExpr::Constant(status, tokens)) => {
                self.constants.push(tokens.clone());
                CaseStatus::Fixed(*status)
            }
            Some(StatusExpr::RunTime(tokens)) => {
                self.check_recursion(tokens);
                CaseStatus::RunTime(self.value(tokens, subject))
            }
            None => {
                // A misspelt key may well have been the status, and a broken `transparent` is
                // reported already.
                let said = broken || layers.0.iter().any(|keys| keys.transparent.is_set());
                if !said {
                    let what = match subject.pattern {
                        Some(_) => check::NO_STATUS_IN_ARM.to_owned(),
                        None => check::no_status(&name, subject.ident.is_some()),
                    };
                    self.errors.at(span, what);
                }
                CaseStatus::Fixed(Status { code: FALLBACK_STATUS, span })
            }
        };
        let codes = of_type.and_then(|keys| keys.codes.get());
        let asked = layers.first(|keys| &keys.code);
        let code = asked.cloned().unwrap_or_else(|| {
            let rule = codes.and_then(|codes| codes.rename_all).unwrap_or(&casing::RENAME_RULES[0]);
            let prefix = codes.map_or("", |codes| codes.prefix.as_str());
            MachineCode { text: format!("{prefix}{}", (rule.apply)(&name)), is_number: false }
        });
        let from_code = layers.first(|keys| &keys.type_uri).is_none();
        let type_uri = self.type_uri(&layers, &code, span);
        let title = layers.first(|keys| &keys.title).map(LitStr::value);
        let mut extensions = layers.all(|keys| &keys.extensions, |near, far| near.name == far.name);
        let body = self.body(&layers, subject, &mut extensions);
        let extensions =
            extensions.into_iter().map(|given| self.extension(given, subject)).collect();
        let display = self.display(subject);
        let case = Case {
            status,
            has_code_member: type_uri.is_none() && (asked.is_some() || codes.is_some()),
            own_title: title.or_else(|| type_uri.as_ref().map(|_| casing::sentence(&name))),
            type_uri,
            detail_source: self.detail(&layers, &display, subject),
            exposure: layers.first(|keys| &keys.exposure).copied(),
            headers: Vec::new(),
            retry_after: None,
            extensions,
            body,
            log: layers.first(|keys| &keys.log).map_or(LogLevel::ByStatus, |log| log.level),
            description: foreign_attrs::doc_comment(subject.attributes),
            allows_success: layers.0.iter().any(|keys| keys.names_rule("success")),
            name,
            code,
        };
        let mut case = case;
        case.headers = self.headers(&layers, subject, &case);
        let mut case = self.with_retry_after(case, &layers, subject);
        keep_order_of_lines(&mut case.headers);
        if case.allows_success && case.fixed_status().is_none() {
            layers.allow("success");
        }
        let mut found = Vec::new();
        let mut judge = check::Judge {
            errors: self.errors,
            warnings: &mut found,
            allowed: &|rule| layers.allow(rule),
            complete: !broken,
        };
        judge.case(&case);
        if let Some(span) = own.body.span() {
            judge.body(&case, span);
        }
        if matches!(display, DisplayText::Transparent)
            && layers.first(|keys| &keys.detail).is_none()
        {
            judge.leak(&case, subject.fields, subject.name);
        }
        if !found.is_empty() {
            let levels = self.levels(Some(subject));
            self.warnings.extend(found.into_iter().map(|warning| (warning, levels.clone())));
        }
        limits::check_case(&case, own.code_span.unwrap_or(span), self.errors);
        if !broken && check::sends_code(&case, from_code) {
            self.check_code(&case, subject, own.code_span.unwrap_or(span), &layers);
        }
        case
    }

    /// The `type` of a case: its own, or a base and the code.
    fn type_uri(&self, layers: &Layers<'_>, code: &MachineCode, span: Span) -> Option<String> {
        if let Some(uri) = layers.first(|keys| &keys.type_uri) {
            return Some(uri.value());
        }
        let base = layers.first(|keys| &keys.type_base)?.value();
        if let Some(wrong) = check::code_in_uri(&base, &code.text) {
            let given = layers.0.iter().find_map(|keys| keys.code_span);
            let instead = match given {
                Some(_) => "write another",
                None => "write `code = \"…\"`",
            };
            self.errors.at(given.unwrap_or(span), format!("{wrong}: {instead}"));
        }
        // A fragment or a query ends where the code begins.
        Some(match base.ends_with(['#', '=']) {
            true => format!("{base}{}", code.text),
            false => format!("{}/{}", base.trim_end_matches('/'), code.text),
        })
    }

    /// What is known of `Display`. thiserror's attribute may be on the enum, for all variants that
    /// have none.
    fn display(&self, subject: Subject<'_>) -> DisplayText {
        let own = foreign_attrs::display_text(subject.attributes);
        let of_enum = subject.ident.filter(|_| own.is_none()).map(|_| self.of_type);
        own.or_else(|| foreign_attrs::display_text(of_enum?)).unwrap_or(DisplayText::Unknown)
    }

    /// One code with two statuses would leave a client unable to tell the cases apart.
    fn check_code(&mut self, case: &Case, subject: Subject<'_>, span: Span, layers: &Layers<'_>) {
        let Some(Status { code: status, .. }) = case.fixed_status() else { return };
        match self.codes.entry(case.code.text.clone()) {
            Entry::Occupied(first) => {
                let first = first.get();
                if first.status != status && !layers.allow("duplicate_code") {
                    self.errors.at(span, check::duplicate_code(&case.code.text, first, status));
                }
            }
            Entry::Vacant(code) => {
                let name = match subject.pattern {
                    Some(pattern) => format!("the arm `{}`", tokens::display_tokens(pattern)),
                    None => format!("`{}`", subject.name),
                };
                code.insert(check::CodeOwner { status, name });
            }
        }
    }

    /// Notes what an `allow(…)` names for nothing, once all that it may silence was judged.
    fn unused_allows(&mut self, keys: &HttpAttrs, subject: Option<Subject<'_>>) {
        let default = keys.default.get().map(|keys| &keys.allowed[..]).unwrap_or_default();
        for allowed in keys.allowed.iter().chain(default).filter(|allowed| !allowed.used.get()) {
            let message = check::unused_allow(allowed.rule.name);
            let warning = Warning { rule: "unused_allow", span: allowed.span, message };
            let levels = self.levels(subject);
            self.unused.push((warning, levels));
        }
    }

    /// The lint levels that hold for a variant.
    fn levels(&self, subject: Option<Subject<'_>>) -> TokenStream {
        let of_type = lint_levels(self.of_type);
        let of_variant = subject
            .filter(|subject| subject.ident.is_some())
            .map(|subject| lint_levels(subject.attributes));
        quote!(#of_type #of_variant)
    }

    /// What the user wrote, with the nearest thing that compiles where a field is not written as
    /// its name. A misspelt field is told here, where the right name is known; what is no field at
    /// all may be a constant of the user's, and is for rustc to judge.
    pub(crate) fn checked(&self, tokens: &TokenStream, subject: Subject<'_>) -> TokenStream {
        if subject.ident.is_some() {
            let (mended, fields) = self_expr::strip_self(tokens);
            for field in &fields {
                let message = format!(
                    "`self` is the whole enum, and its fields are in scope: write `{field}`"
                );
                self.errors.at(field.span(), message);
            }
            if !fields.is_empty() {
                return subject.resolved(&mended);
            }
        }
        let mut list = tokens.clone().into_iter();
        if let (Some(TokenTree::Ident(word)), None) = (list.next(), list.next()) {
            self.check_word(&word, subject);
        }
        subject.resolved(tokens)
    }

    /// Resolves an expression of the user's.
    pub(crate) fn value(&self, tokens: &TokenStream, subject: Subject<'_>) -> Value {
        subject.value(self.checked(tokens, subject))
    }

    /// Reports an expression that calls the method which evaluates it.
    pub(crate) fn check_recursion(&self, expression: &TokenStream) {
        if let Some(method) = trait_method_of_self(expression) {
            let message = format!(
                "`HttpError::{method}` evaluates this expression, which would call it forever: write \
                 the value itself"
            );
            self.errors.at(method.span(), message);
        }
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

/// What makes a `&str` of a field whose type is text that owns itself: the tokens before it, and
/// behind it.
fn text_of(ty: &TokenStream) -> Option<(TokenStream, TokenStream)> {
    let text = ty.to_string().replace(' ', "");
    let name = text.split('<').next()?.rsplit("::").next()?;
    match name {
        "String" => Some((TokenStream::new(), quote!(.as_str()))),
        "Box" | "Rc" | "Arc" | "Cow" if text.ends_with("<str>") || text.ends_with(",str>") => {
            Some((quote!(&**), TokenStream::new()))
        }
        _ => None,
    }
}

/// Returns whether a pattern is a string literal, or one of several.
fn is_text(pattern: &TokenStream) -> bool {
    pattern.clone().into_iter().any(|token| match token {
        TokenTree::Literal(literal) => literal.to_string().starts_with(['"', 'r']),
        TokenTree::Group(group) => {
            let is_plain = matches!(group.delimiter(), Delimiter::Parenthesis | Delimiter::None);
            is_plain && is_text(&group.stream())
        }
        _ => false,
    })
}

/// The lint levels among some attributes.
fn lint_levels(attributes: &[Attribute]) -> TokenStream {
    let set = attributes
        .iter()
        .filter(|attribute| matches!(attribute.name, "allow" | "warn" | "deny" | "forbid"));
    let set = set.map(|attribute| &attribute.whole);
    quote!(#(# #set)*)
}
