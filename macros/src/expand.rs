//! The model → tokens: one table, one match that finds a value's case, and one that hands over
//! what comes from run time. Everything else is the runtime's.

use httperr_registry::FIELDS;
use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned, ToTokens};
use syn::ext::IdentExt as _;

use crate::errors::Errors;
use crate::item::Item;
use crate::keys::{HeaderName, Shape};
use crate::limits;
use crate::model::{
    mentions, Branch, Case, CaseStatus, Detail, Field, HeaderValue, Input, Outcome, Scrutinee,
    Variant,
};
use crate::pack::{self, Table};
use crate::raw::{self, span_of};
use crate::read;
use crate::writer::Writer;

/// `#[derive(HttpError)]`.
pub(crate) fn derive(tokens: TokenStream) -> TokenStream {
    let original = match Item::read(tokens) {
        Ok(original) => original,
        Err(error) => return limits::compile_error(&error),
    };
    let errors = Errors::new();
    let expanded = read::read(&original, &errors).map(|input| expand(&input)).unwrap_or_default();
    let mut tokens = errors.into_tokens();
    tokens.extend(expanded);
    tokens
}

fn expand(input: &Input<'_>) -> TokenStream {
    let renamed = Some(&input.runtime).filter(|_| input.is_renamed);
    let mut expansion = Expansion {
        runtime: &input.runtime,
        renamed,
        sink: Ident::new("sink", Span::mixed_site()),
        ty: &input.original.name,
        ty_text: input.original.name.to_string(),
        variants: &input.variants,
        parameters: input.original.generics.type_params().map(|param| &param.ident).collect(),
        table: Table::default(),
        case_arms: Writer::new(renamed),
        parts_arms: TokenStream::new(),
        absent: TokenStream::new(),
        nested: Vec::new(),
        bounds: TokenStream::new(),
    };
    for variant in &input.variants {
        expansion.variant(variant);
    }
    let warnings = input.warnings.iter().map(|(warning, levels)| warning.to_tokens(levels));
    let mut tokens: TokenStream = warnings.collect();
    tokens.extend(expansion.finish(input));
    tokens
}

struct Expansion<'a> {
    runtime: &'a TokenStream,
    renamed: Option<&'a TokenStream>,
    sink: Ident,
    ty: &'a Ident,
    ty_text: String,
    variants: &'a [Variant<'a>],
    parameters: Vec<&'a Ident>,
    table: Table,
    /// The arms that find a case.
    case_arms: Writer<'a>,
    /// The arms that hand over what comes from run time.
    parts_arms: TokenStream,
    /// The places of the cases that a `#[cfg(…)]` takes away.
    absent: TokenStream,
    /// The types whose catalogues belong to this one's.
    nested: Vec<&'a TokenStream>,
    bounds: TokenStream,
}

impl<'a> Expansion<'a> {
    fn variant(&mut self, variant: &'a Variant<'a>) {
        let mut found = TokenStream::new();
        let mut handed = TokenStream::new();
        for branch in &variant.branches {
            let mut place_of_case = None;
            let (found_by, parts) = match &branch.outcome {
                Outcome::Case(case) => {
                    let (place, values) = pack::push(&mut self.table, case);
                    let parts = self.parts(case, &values, &variant.fields);
                    let parts = Some(parts).filter(|parts| !parts.is_empty());
                    let found_by = pack::found_by(place, case);
                    if branch.pattern.is_none() {
                        self.plain_arm(variant, found_by);
                        if let Some(parts) = parts {
                            let arm = self.arm(variant, branch, &quote!({ #parts }), None);
                            self.parts_arms.extend(arm);
                        }
                        continue;
                    }
                    place_of_case = Some(Literal::u16_suffixed(place).into_token_stream());
                    (Literal::u32_suffixed(found_by).into_token_stream(), parts)
                }
                Outcome::Transparent(inner) => self.transparent(inner, &variant.fields),
                // Replaced by the other's case when all variants were read.
                Outcome::SameAs(_) => continue,
            };
            let by_index = place_of_case.clone().filter(|_| variant.scrutinee.is_some());
            found.extend(self.arm(variant, branch, &found_by, None));
            self.absent.extend(place_of_case.as_ref().and_then(|place| absent(branch, place)));
            let Some(parts) = parts else { continue };
            if let (Some(place), Some(by_place)) =
                (&by_index, self.by_place(variant, branch, &parts))
            {
                let sink = &self.sink;
                self.parts_arms.extend(quote!(#by_place if #sink.is(#place) => { #parts },));
            } else {
                handed.extend(self.arm(variant, branch, &quote!({ #parts }), by_index.as_ref()));
            }
        }
        if let Some(Scrutinee::Expression(scrutinee)) = &variant.scrutinee {
            let nest = |this: &Self, arms: TokenStream| {
                let pattern = this.pattern(variant, &quote!(#scrutinee #arms), None);
                let scrutinee = raw::expression(scrutinee, this.runtime);
                // Without the parentheses a scrutinee such as `return` would take the arms.
                quote!(#pattern => match (#scrutinee) { #arms },)
            };
            let found = nest(self, found);
            self.case_arms.tokens(found);
            if !handed.is_empty() {
                let handed = nest(self, quote!(#handed _ => {}));
                self.parts_arms.extend(handed);
            }
        } else if let Some(Scrutinee::Field(_, span)) = variant.scrutinee {
            let others = self.variants.iter().filter(|other| other.ident != variant.ident);
            let others: Vec<TokenStream> = others.map(|other| self.path(other)).collect();
            let others = (!others.is_empty()).then(|| quote!(#(#others { .. })|* => 0,));
            let found = self.nested(variant, span, &quote!(#found #others));
            self.case_arms.tokens(found);
            if !handed.is_empty() {
                let handed = self.nested(variant, span, &quote!(#handed _ => {}));
                self.parts_arms.extend(handed);
            }
        } else if !found.is_empty() {
            self.case_arms.tokens(found);
            self.parts_arms.extend(handed);
        }
    }

    /// The pattern of an arm that names nothing of what an expression gave: its place tells it, and
    /// the expression need not be evaluated again.
    fn by_place(
        &self,
        variant: &Variant<'_>,
        branch: &Branch,
        parts: &TokenStream,
    ) -> Option<TokenStream> {
        let (Some(Scrutinee::Expression(_)), Outcome::Case(_), Some(given)) =
            (&variant.scrutinee, &branch.outcome, &branch.pattern)
        else {
            return None;
        };
        if shares_word(&given.pattern, parts) {
            return None;
        }
        let (attributes, pattern) = (&given.attributes, self.pattern(variant, parts, None));
        Some(quote!(#attributes #pattern))
    }

    /// The arms of a variant whose field is matched, as a match of their own: what they leave out
    /// is then reported where the user names the field, and what is wrong with a pattern in the
    /// same words for both functions, and thus once.
    fn nested(&self, variant: &Variant<'_>, span: Span, arms: &TokenStream) -> TokenStream {
        let this = Ident::new("self", Span::call_site().located_at(span));
        let path = self.path(variant);
        quote!(#path { .. } => match #this { #arms },)
    }

    /// What finds the case of an inner error, and what hands over its parts.
    fn transparent(
        &mut self,
        inner: &TokenStream,
        fields: &'a [Field<'a>],
    ) -> (TokenStream, Option<TokenStream>) {
        let (runtime, sink) = (self.runtime, &self.sink);
        let field = fields.iter().find(|field| field.binding == inner.to_string());
        let span = field.map_or_else(|| span_of(inner), |field| span_of(&field.original.ty));
        let inner = raw::expression(inner, runtime);
        let runtime = &raw::located(runtime, span);
        let inner = quote_spanned!(span=> #runtime::__private::inner::error(#inner));
        // That the inner error is an `HttpError` is asked for in one place, so that it is missed
        // in one place: where the catalogue names the field's type, or here.
        let case = match field {
            Some(_) => quote!(return #inner.case()),
            None => quote_spanned!(span=> return #runtime::__private::inner::case(#inner)),
        };
        let import = quote!(use #runtime::__private::inner::{Known as _, Unknown as _};);
        let parts = quote!(#import #inner.parts(#sink););
        if let Some(field) = field {
            self.nested.push(&field.original.ty);
            self.bound(field, &quote!(#runtime::HttpError));
        }
        (quote!({ #import #case }), Some(parts))
    }

    /// The arm of a variant without a `match`.
    fn plain_arm(&mut self, variant: &Variant<'_>, found_by: u32) {
        let variant = variant.ident.map(ToString::to_string);
        let (colons, variant) = match variant.as_deref() {
            None => ("", ""),
            // Not the runtime.
            Some("httperr") => ("::", "r#httperr"),
            Some(variant) => ("::", variant),
        };
        let found_by = found_by.to_string();
        self.case_arms.text(&[&self.ty_text, colons, variant, "{..}=>", &found_by, ","]);
    }

    /// One arm of a match over the type, or over the scrutinee where that is an expression.
    /// With `place`, the arm is taken by the case that was found, so that no guard runs twice.
    fn arm(
        &self,
        variant: &Variant<'_>,
        branch: &Branch,
        body: &TokenStream,
        place: Option<&TokenStream>,
    ) -> TokenStream {
        let sink = &self.sink;
        let Some(given) = &branch.pattern else {
            let pattern = self.pattern(variant, body, None);
            return quote!(#pattern => #body,);
        };
        let attributes = &given.attributes;
        let pattern = raw::pattern(&given.pattern, self.runtime);
        let guard = match (place, &branch.outcome) {
            (Some(place), Outcome::Case(_)) => Some(quote!(if #sink.is(#place))),
            _ => given.guard.as_ref().map(|guard| {
                let guard = raw::guard(guard, self.runtime);
                quote!(if #guard)
            }),
        };
        match &variant.scrutinee {
            Some(Scrutinee::Field(index, _)) => {
                let used = quote!(#guard #body);
                let pattern = self.pattern(variant, &used, Some((*index, &pattern)));
                quote!(#attributes #pattern #guard => #body,)
            }
            _ => quote!(#attributes #pattern #guard => #body,),
        }
    }

    /// The pattern of a variant, which binds the fields that `used` names.
    fn pattern(
        &self,
        variant: &Variant<'_>,
        used: &TokenStream,
        spliced: Option<(usize, &TokenStream)>,
    ) -> TokenStream {
        let fields = variant.fields.iter().enumerate().filter_map(|(index, field)| {
            let binding = &field.binding;
            let member = field.member();
            // A field `_` is no Rust, and for rustc to tell.
            let named = *binding != "_" && names(used, binding);
            match spliced {
                Some((at, pattern)) if at == index => Some(match named {
                    true => quote!(#member: #binding @ (#pattern),),
                    false => quote!(#member: (#pattern),),
                }),
                _ => named.then(|| match &field.original.name {
                    Some(name) => quote!(#name,),
                    None => quote!(#member: #binding,),
                }),
            }
        });
        let path = self.path(variant);
        quote!(#path { #(#fields)* .. })
    }

    fn path(&self, variant: &Variant<'_>) -> TokenStream {
        let ty = self.ty;
        match variant.ident {
            Some(ident) => quote!(#ty::#ident),
            None => quote!(#ty),
        }
    }

    /// The statements that hand over a case's run-time parts, in the order the runtime takes them.
    fn parts(&mut self, case: &Case, values: &[TokenStream], fields: &[Field<'_>]) -> TokenStream {
        let Self { runtime, sink, .. } = &*self;
        let mut parts = TokenStream::new();
        let mut bounds = Vec::new();
        let field_of = |tokens: &str| fields.iter().find(|field| field.binding == *tokens);
        if let CaseStatus::RunTime(status) = &case.status {
            let status = reference(status, fields, runtime);
            parts.extend(quote!(if #sink.status(#status) { return; }));
        }
        if let Detail::Format(arguments, captures) = &case.detail {
            // A capture inside the string is a use that no token shows.
            let captured = captures.iter().filter_map(|(name, kind)| {
                let field = field_of(name)?;
                match kind {
                    '?' => bounds.push((field, quote!(#runtime::__private::Debug))),
                    ' ' => bounds.push((field, quote!(#runtime::__private::Display))),
                    _ => {}
                }
                Some(&field.binding)
            });
            let captured: Vec<_> = captured.collect();
            parts.extend(quote! {
                if #sink.detail(#runtime::__private::format_args!(#arguments)) {
                    #(let _ = #captured;)*
                    return;
                }
            });
        }
        for value in values {
            if let Some(field) = field_of(&value.to_string()) {
                bounds.push((field, quote!(#runtime::__private::Serialize)));
            }
            let value = reference(value, fields, runtime);
            parts.extend(quote!(#sink.value(#value);));
        }
        if let Shape::Type(format) = &case.body {
            parts.extend(quote!(#sink.format::<#format>();));
        }
        for header in &case.headers {
            let HeaderValue::RunTime(value) = &header.value else { continue };
            if let Some(field) = field_of(&value.to_string()) {
                bounds.push((field, quote!(#runtime::__private::Display)));
            }
            let name = match &header.name {
                HeaderName::Known(name) => {
                    match FIELDS.iter().position(|row| row.name == name.as_str()) {
                        Some(place) => {
                            let place = Literal::usize_unsuffixed(place);
                            quote!(&Registered(#place))
                        }
                        None => quote!(&Named(#name)),
                    }
                }
                HeaderName::Path(path) => {
                    let span = header.span;
                    quote_spanned!(span=> &#path)
                }
            };
            let span = span_of(value);
            let value = reference(value, fields, runtime);
            let write = quote_spanned!(span=> Given(#value).write);
            parts.extend(quote!({
                use #runtime::__private::header_value::*;
                #write(#sink, #name);
            }));
        }
        if let Some(delay) = &case.retry_after {
            if let Some(field) = field_of(&delay.to_string()) {
                bounds.push((field, quote!(#runtime::RetryAfter)));
            }
            let delay = reference(delay, fields, runtime);
            parts.extend(quote!(#sink.retry_after(#delay);));
        }
        for (field, bound) in bounds {
            self.bound(field, &bound);
        }
        parts
    }

    /// A bound that the use of a field asks for, where its type depends on a type parameter.
    fn bound(&mut self, field: &Field<'_>, bound: &TokenStream) {
        let ty = &field.original.ty;
        if mentions(ty, &self.parameters) {
            let ty = enclosed(ty);
            self.bounds.extend(quote!(#ty: #bound,));
        }
    }

    fn finish(mut self, input: &Input<'_>) -> TokenStream {
        let Self { runtime, ty, .. } = self;
        let generics = &input.original.generics;
        let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
        let given = where_clause.map(|clause| {
            let predicates = clause.predicates.iter();
            quote!(#(#predicates,)*)
        });
        let generic = !self.parameters.is_empty();
        let is_error = generic.then(|| quote!(#ty #ty_generics: #runtime::__private::Error,));
        let is_http_error = generic.then(|| quote!(#ty #ty_generics: #runtime::HttpError,));
        let bounds = std::mem::take(&mut self.bounds);

        let mut out = self.writer();
        if self.table.is_too_long() {
            let message = "an error type has at most 32,767 cases: split this one, and join the \
                           parts with `transparent`";
            out.tokens(syn::Error::new(ty.span(), message).to_compile_error());
        }
        out.text(&[
            "#[automatically_derived]#[allow(deprecated,unreachable_code,unused_qualifications",
        ]);
        if self.case_arms.has_tokens() || !self.parts_arms.is_empty() {
            out.text(&[",unreachable_patterns,unused_parens,unused_variables"]);
        }
        out.text(&[")]impl"]);
        out.tokens(impl_generics.to_token_stream());
        out.text(&[" ::httperr::HttpError for"]);
        out.tokens(ty.to_token_stream());
        out.tokens(ty_generics.to_token_stream());
        out.text(&[" where "]);
        out.tokens(quote!(#given #bounds #is_error));

        let mut adapted = self.writer();
        let mut bracket = |text: &str, tokens: TokenStream| {
            let mut inside = Writer::new(self.renamed);
            inside.text(&[text]);
            inside.tokens(tokens);
            adapted.group(Delimiter::Bracket, inside);
        };
        bracket("", input.without.iter().map(ToTokens::to_token_stream).collect());
        bracket("", impl_generics.to_token_stream());
        bracket(&self.ty_text, ty_generics.to_token_stream());
        bracket("where ", quote!(#given #is_http_error));

        out.group(Delimiter::Brace, self.methods());
        out.text(&["::httperr::__adapt!"]);
        out.group(Delimiter::Brace, adapted);
        out.into_tokens()
    }

    fn methods(self) -> Writer<'a> {
        let mut methods = self.writer();
        let mut call = self.writer();
        let mut body = self.writer();
        let Self { runtime, sink, table, parts_arms, absent, nested, .. } = self;
        let cases = Literal::byte_string(&table.bytes());
        let text = cases.to_string();

        let scrutinee = if self.variants.is_empty() { "*self" } else { "self" };
        call.text(&[&text, ",match ", scrutinee]);
        call.group(Delimiter::Brace, self.case_arms);
        body.text(&["::httperr::__private::case"]);
        body.group(Delimiter::Parenthesis, call);
        // As `parts` has it, so that rustc says what is wrong with a pattern in the same words for
        // both, and thus once.
        methods.text(&["#[inline]fn case<'__parts>(&'__parts self)-> ::httperr::Case"]);
        methods.group(Delimiter::Brace, body);

        if !parts_arms.is_empty() {
            methods.tokens(quote! {
                fn parts<'__parts>(&'__parts self, #sink: &mut #runtime::Sink<'__parts>) {
                    match self {
                        #parts_arms
                        _ => {}
                    }
                }
            });
        }

        if absent.is_empty() && nested.is_empty() {
            methods.text(&["#[inline]fn catalog()-> ::httperr::Catalog"]);
            methods.text(&["{::httperr::__private::catalog(", &text, ")}"]);
        } else {
            let nested = nested.into_iter().map(enclosed);
            methods.text(&["fn catalog()-> ::httperr::Catalog"]);
            methods.tokens(quote!({
                static __HTTPERR_KEY: #runtime::__private::Key = 0;
                #runtime::__private::catalog_of(
                    #cases,
                    &__HTTPERR_KEY,
                    &[#absent],
                    &[#(<#nested as #runtime::HttpError>::catalog as fn() -> #runtime::Catalog),*],
                )
            }));
        }
        methods
    }

    fn writer(&self) -> Writer<'a> {
        Writer::new(self.renamed)
    }
}

/// A type that something follows: `dyn A +` would go on.
fn enclosed(ty: &TokenStream) -> TokenStream {
    let goes_on = |token: TokenTree| match token {
        TokenTree::Ident(word) => word == "dyn" || word == "impl",
        TokenTree::Punct(punct) => punct.as_char() == '+',
        _ => false,
    };
    match ty.clone().into_iter().any(goes_on) {
        true => quote!((#ty)),
        false => ty.clone(),
    }
}

/// A reference to what an expression gives; a field's binding is one already.
fn reference(tokens: &TokenStream, fields: &[Field<'_>], runtime: &TokenStream) -> TokenStream {
    let text = tokens.to_string();
    match fields.iter().any(|field| field.binding == text) {
        true => tokens.clone(),
        false => {
            let span = span_of(tokens);
            let tokens = raw::expression(tokens, runtime);
            quote_spanned!(span=> &(#tokens))
        }
    }
}

/// Whether a name in a pattern is in some tokens as well.
fn shares_word(pattern: &TokenStream, tokens: &TokenStream) -> bool {
    pattern.clone().into_iter().any(|token| match token {
        TokenTree::Ident(word) => names(tokens, &word),
        TokenTree::Group(group) => shares_word(&group.stream(), tokens),
        _ => false,
    })
}

/// The place of an arm, where a `#[cfg(…)]` takes the arm away.
fn absent(branch: &Branch, place: &TokenStream) -> Option<TokenStream> {
    let Outcome::Case(_) = branch.outcome else { return None };
    let attributes = branch.pattern.as_ref()?.attributes.clone().into_iter();
    let conditions: Vec<TokenStream> = attributes
        .filter_map(|token| match token {
            TokenTree::Group(attribute) => {
                let mut inside = attribute.stream().into_iter();
                match (inside.next(), inside.next()) {
                    (Some(TokenTree::Ident(name)), Some(TokenTree::Group(condition)))
                        if name == "cfg" =>
                    {
                        Some(condition.stream())
                    }
                    _ => None,
                }
            }
            _ => None,
        })
        .collect();
    (!conditions.is_empty()).then(|| quote!(#[cfg(not(all(#(#conditions),*)))] #place,))
}

/// Whether a literal may be a format string that captures that name.
fn captures(literal: &str, name: &str) -> bool {
    let in_word = |char: char| char.is_alphanumeric() || char == '_';
    literal.contains('{')
        && literal.match_indices(name).any(|(at, _)| {
            !literal[..at].ends_with(in_word) && !literal[at + name.len()..].starts_with(in_word)
        })
}

/// Whether some tokens name an identifier, in a format string too.
fn names(tokens: &TokenStream, ident: &Ident) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(other) => other == *ident,
        TokenTree::Literal(literal) => captures(&literal.to_string(), &ident.unraw().to_string()),
        TokenTree::Group(group) => names(&group.stream(), ident),
        _ => false,
    })
}
