//! The model → tokens: one table, one match that finds a value's case, and one that hands over
//! what comes from run time. Everything else is the runtime's.

pub(crate) mod body;
pub(crate) mod source_text;
pub(crate) mod table;
pub(crate) mod user_tokens;

use httperr_registry::FIELDS;
use proc_macro2::{Delimiter, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned, ToTokens};
use syn::ext::IdentExt as _;

use crate::diagnostics::warning::Warning;
use crate::emit::source_text::Writer;
use crate::emit::table::Table;
use crate::model::{
    mentions, Body, Branch, Case, CaseHeader, CaseStatus, DetailSource, HeaderValue, Model,
    Outcome, Value, Variant,
};
use crate::syntax::ast::{HeaderName, Placeholder};
use crate::syntax::pattern::{binds, binds_any};
use crate::syntax::self_expr::calls_method_of_self;
use crate::syntax::tokens::span_of;

/// The arm of a branch, in the making.
struct Arm<'v> {
    branch: &'v Branch<'v>,
    /// The place of its case.
    place: Option<TokenStream>,
    /// What finds its case.
    found: TokenStream,
    /// What writes its run-time parts.
    parts: Option<TokenStream>,
}

impl Arm<'_> {
    /// Whether an expression that is evaluated to find the case calls a method of the error itself.
    fn calls_itself(&self, variant: &Variant<'_>) -> bool {
        let guard = self.branch.pattern.as_ref().and_then(|given| given.guard.as_ref());
        let scrutinee = match &variant.scrutinee {
            Some(Value::Expr(scrutinee)) => Some(scrutinee),
            _ => None,
        };
        let inner = match &self.branch.outcome {
            Outcome::Transparent(inner) => Some(inner.tokens()),
            _ => None,
        };
        [guard, scrutinee, inner].into_iter().flatten().any(calls_method_of_self)
    }
}

/// Returns the expansion of a declaration.
pub(crate) fn expand(input: &Model<'_>, warnings: &[(Warning, TokenStream)]) -> TokenStream {
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
        find_arms: TokenStream::new(),
        undecided: Vec::new(),
        calls_itself: false,
        nested: Vec::new(),
        bounds: TokenStream::new(),
    };
    for variant in &input.variants {
        expansion.variant(variant);
    }
    let warnings = warnings.iter().map(|(warning, levels)| warning.to_tokens(levels));
    let mut tokens: TokenStream = warnings.collect();
    let branches = input.variants.iter().flat_map(|variant| &variant.branches);
    let constants: Vec<_> = branches
        .filter_map(|branch| match &branch.outcome {
            Outcome::Case(case) => case.origin.status_constant,
            Outcome::SameAs(..) | Outcome::Transparent(_) => None,
        })
        .collect();
    if !constants.is_empty() {
        tokens.extend(quote!(#[allow(deprecated)] const _: fn() = || { #(let _ = #constants;)* };));
    }
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
    /// The arms that look at an inner error for the case, where its parts may tell it.
    find_arms: TokenStream,
    /// The variants whose parts tell the case.
    undecided: Vec<&'a Variant<'a>>,
    /// Whether an expression that finds a case calls a method of the error itself.
    calls_itself: bool,
    /// The types whose catalogues belong to this one's.
    nested: Vec<&'a TokenStream>,
    bounds: TokenStream,
}

impl<'a> Expansion<'a> {
    fn variant(&mut self, variant: &'a Variant<'a>) {
        let mut arms = Vec::new();
        for branch in &variant.branches {
            arms.push(match &branch.outcome {
                Outcome::Case(case) | Outcome::SameAs(_, case) => {
                    let (place, values) = table::push(&mut self.table, case);
                    let parts = self.parts(case, &values, variant);
                    let parts = Some(parts).filter(|parts| !parts.is_empty());
                    let found_by = table::found_by(place, case);
                    if branch.pattern.is_none() {
                        self.plain_arm(variant, found_by);
                        if let Some(parts) = parts {
                            let arm = self.arm(variant, branch, &quote!({ #parts }), None);
                            self.parts_arms.extend(arm);
                        }
                        continue;
                    }
                    let place = Literal::u16_suffixed(place).into_token_stream();
                    self.absent.extend(absent(branch, &place));
                    let found = Literal::u32_suffixed(found_by).into_token_stream();
                    Arm { branch, place: Some(place), found, parts }
                }
                Outcome::Transparent(inner) => self.transparent(inner, variant, branch),
            });
        }
        let calls_itself = arms.iter().any(|arm| arm.calls_itself(variant));
        self.calls_itself |= calls_itself;
        match &variant.scrutinee {
            None => {
                for Arm { branch, found, parts, .. } in &arms {
                    let found = self.arm(variant, branch, found, None);
                    self.case_arms.tokens(found);
                    if let Some(parts) = parts {
                        let arm = self.arm(variant, branch, &quote!({ #parts }), None);
                        self.parts_arms.extend(arm);
                    }
                }
            }
            Some(scrutinee) => {
                let found: TokenStream = arms
                    .iter()
                    .map(|arm| self.arm(variant, arm.branch, &arm.found, None))
                    .collect();
                let handed = match is_deferred(variant, &arms) {
                    true => self.deferred(variant, &arms),
                    false => self.by_place(variant, &arms),
                };
                self.matched(variant, scrutinee, &found, &handed);
            }
        }
    }

    /// Writes the arms of a variant with a `match` into both functions.
    fn matched(
        &mut self,
        variant: &Variant<'_>,
        scrutinee: &Value,
        found: &TokenStream,
        handed: &TokenStream,
    ) {
        match scrutinee {
            Value::Expr(scrutinee) => {
                let nest = |this: &Self, arms: TokenStream| {
                    let pattern = this.pattern(variant, &quote!(#scrutinee #arms), None);
                    let scrutinee = user_tokens::expression(scrutinee, this.runtime);
                    // Without the parentheses a scrutinee such as `return` would take the arms.
                    quote!(#pattern => match (#scrutinee) { #arms },)
                };
                let found = nest(self, found.clone());
                self.case_arms.tokens(found);
                if !handed.is_empty() {
                    let handed = nest(self, quote!(#handed _ => {}));
                    self.parts_arms.extend(handed);
                }
            }
            Value::Field(_, name) => {
                let span = span_of(name);
                let others = self.variants.iter().filter(|other| other.ident != variant.ident);
                let others: Vec<TokenStream> = others.map(|other| self.path(other)).collect();
                let others = (!others.is_empty()).then(|| quote!(#(#others { .. })|* => 0,));
                // rustc names a forgotten arm as the user would write it, and not behind a `&`.
                let by_value = handed.is_empty() && variant.branches.iter().all(binds_nothing);
                let found = self.nested(variant, span, by_value, &quote!(#found #others));
                self.case_arms.tokens(found);
                if !handed.is_empty() {
                    let handed = self.nested(variant, span, false, &quote!(#handed _ => {}));
                    self.parts_arms.extend(handed);
                }
            }
        }
    }

    /// The arms of `parts` that find the case as well.
    fn deferred(&mut self, variant: &'a Variant<'a>, arms: &[Arm<'_>]) -> TokenStream {
        let (runtime, sink) = (self.runtime, self.sink.clone());
        self.undecided.push(variant);
        arms.iter()
            .map(|Arm { branch, found, parts, .. }| {
                let tell = (!matches!(branch.outcome, Outcome::Transparent(_))).then(|| {
                    quote! {
                        let name = #runtime::__private::type_name::<Self>();
                        let found = #runtime::__private::case(__HTTPERR_TABLE, #found, name);
                        if #runtime::ResponseParts::found(#sink, found) { return; }
                    }
                });
                self.arm(variant, branch, &quote!({ #tell #parts }), None)
            })
            .collect()
    }

    /// The arms of `parts` where the case that was found tells the arm, so that neither an expression
    /// nor a guard is evaluated again.
    fn by_place(&mut self, variant: &Variant<'_>, arms: &[Arm<'_>]) -> TokenStream {
        let mut handed = TokenStream::new();
        for Arm { branch, place, parts, .. } in arms {
            let (Some(place), Some(parts)) = (place, parts) else { continue };
            let (Some(Value::Expr(_)), Some(given)) = (&variant.scrutinee, &branch.pattern) else {
                handed.extend(self.arm(variant, branch, &quote!({ #parts }), Some(place)));
                continue;
            };
            let (runtime, sink) = (self.runtime, &self.sink);
            let (attributes, pattern) = (&given.attributes, self.pattern(variant, parts, None));
            let arm = quote! {
                #attributes #pattern if #runtime::ResponseParts::is(#sink, #place) => { #parts },
            };
            self.parts_arms.extend(arm);
        }
        handed
    }

    /// The arms of a variant whose field is matched, as a match of their own: what they leave out
    /// is then reported where the user names the field, and what is wrong with a pattern in the
    /// same words for both functions, and thus once.
    fn nested(
        &self,
        variant: &Variant<'_>,
        span: Span,
        by_value: bool,
        arms: &TokenStream,
    ) -> TokenStream {
        let this = Ident::new("self", Span::call_site().located_at(span));
        let path = self.path(variant);
        let star = by_value.then(|| {
            let mut star = Punct::new('*', Spacing::Alone);
            star.set_span(this.span());
            star
        });
        quote!(#path { .. } => match #star #this { #arms },)
    }

    /// The arm of an inner error whose response this one's is.
    fn transparent<'v>(
        &mut self,
        inner: &Value,
        variant: &'a Variant<'a>,
        branch: &'v Branch<'v>,
    ) -> Arm<'v> {
        let (runtime, sink) = (self.runtime, &self.sink);
        let field = variant.field(inner);
        let span = field.map_or_else(|| inner.span(), |field| span_of(&field.original.ty));
        let inner = user_tokens::expression(inner.tokens(), runtime);
        let runtime = &user_tokens::located(runtime, span);
        let inner = quote_spanned!(span=> #runtime::__private::inner::error(#inner));
        let name = quote!(#runtime::__private::type_name::<Self>());
        // That the inner error is an `HttpError` is asked for in one place, so that it is missed
        // in one place: where the catalogue names the field's type, or here.
        let found = match field {
            Some(_) => quote!(return #inner.__httperr_case(#name)),
            None => quote_spanned!(span=> return #runtime::__private::inner::case(#inner, #name)),
        };
        let import = quote!(use #runtime::__private::inner::{Known as _, Unknown as _};);
        let parts = quote!(#import #inner.__httperr_parts(#sink););
        if branch.pattern.is_none() {
            match field {
                Some(_) => {
                    let found = quote!({ #import #inner.__httperr_find_case(#name) });
                    let arm = self.arm(variant, branch, &found, None);
                    self.find_arms.extend(arm);
                }
                None => self.undecided.push(variant),
            }
        }
        if let Some(field) = field {
            self.nested.push(&field.original.ty);
            // A bound on a type that holds this one again would ask for itself.
            if !mentions(&field.original.ty, &[self.ty]) {
                self.bound(&field.original.ty, &quote!(#runtime::HttpError));
            }
        }
        Arm { branch, place: None, found: quote!({ #import #found }), parts: Some(parts) }
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
    /// With `place`, the case that was found tells the arm, so that no guard is evaluated twice.
    fn arm(
        &self,
        variant: &Variant<'_>,
        branch: &Branch,
        body: &TokenStream,
        place: Option<&TokenStream>,
    ) -> TokenStream {
        let (runtime, sink) = (self.runtime, &self.sink);
        let Some(given) = &branch.pattern else {
            let pattern = self.pattern(variant, body, None);
            return quote!(#pattern => #body,);
        };
        let attributes = &given.attributes;
        let pattern = user_tokens::pattern(&given.pattern, self.runtime);
        let guard = match place {
            Some(place) => Some(quote!(if #runtime::ResponseParts::is(#sink, #place))),
            None => given.guard.as_ref().map(|guard| {
                let guard = user_tokens::guard(guard, self.runtime);
                quote!(if #guard)
            }),
        };
        match &variant.scrutinee {
            Some(Value::Field(index, _)) => {
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
            let is_shadowed =
                spliced.is_some_and(|(_, pattern)| binds(pattern, &binding.to_string()));
            let named = *binding != "_" && !is_shadowed && names(used, binding);
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
        path(self.ty, variant)
    }

    /// The statements that write a case's run-time parts, in the order the runtime takes them.
    fn parts(&mut self, case: &Case, values: &[Value], variant: &Variant<'_>) -> TokenStream {
        let Self { runtime, sink, .. } = &*self;
        let mut parts = TokenStream::new();
        let mut bounds = Vec::new();
        let reference = |value: &Value| match value {
            Value::Field(_, tokens) => tokens.clone(),
            Value::Expr(tokens) => {
                let span = span_of(tokens);
                let tokens = user_tokens::expression(tokens, runtime);
                quote_spanned!(span=> &(#tokens))
            }
        };
        if let CaseStatus::RunTime(status) = &case.status {
            if let Some(field) = variant.field(status) {
                bounds.push((field.original.ty.clone(), quote!(#runtime::AsStatusCode)));
            }
            let (import, status) = (self.not_itself(status.tokens()), reference(status));
            let statement = quote!(if #runtime::ResponseParts::status(#sink, #status) { return; });
            parts.extend(import.map_or(statement.clone(), |import| quote!({ #import #statement })));
        }
        if let DetailSource::Format(arguments, captures) = &case.detail_source {
            // A capture inside the string is a use that no token shows.
            let captured = captures.iter().filter_map(|(index, format_trait)| {
                let field = variant.fields.get(*index)?;
                if let Some(format_trait) = format_trait {
                    let name = Ident::new(format_trait.name(), Span::call_site());
                    bounds.push((field.original.ty.clone(), quote!(#runtime::__private::#name)));
                }
                Some(&field.binding)
            });
            let captured: Vec<_> = captured.collect();
            let import = self.not_itself(arguments);
            let statement = quote! {
                if #runtime::ResponseParts::detail(#sink, #runtime::__private::format_args!(#arguments)) {
                    #(let _ = #captured;)*
                    return;
                }
            };
            parts.extend(import.map_or(statement.clone(), |import| quote!({ #import #statement })));
        }
        let detail = Ident::new("detail", Span::mixed_site());
        let names_detail = |header: &CaseHeader| {
            matches!(header.value, HeaderValue::Placeholder(Placeholder::Detail))
        };
        if case.headers.iter().any(names_detail) {
            // Before the body, which then has the same text.
            parts.extend(quote!(let #detail = #runtime::ResponseParts::detail_for_header(#sink);));
        }
        for value in values {
            if let Some(field) = variant.field(value) {
                bounds.push((field.original.ty.clone(), quote!(#runtime::__private::Serialize)));
            }
            let value = reference(value);
            parts.extend(quote!(#runtime::ResponseParts::value(#sink, #value);));
        }
        if let Body::Type(format) = &case.body {
            parts.extend(quote!(#runtime::ResponseParts::format::<#format>(#sink);));
        }
        for header in &case.headers {
            let value = match &header.value {
                HeaderValue::Const(_) => continue,
                HeaderValue::Value(value) => {
                    if let Some(field) = variant.field(value) {
                        let ty = optional(&field.original.ty);
                        bounds.push((ty, quote!(#runtime::__private::Display)));
                    }
                    reference(value)
                }
                HeaderValue::Placeholder(Placeholder::Detail) => quote!(&#detail),
                HeaderValue::Placeholder(Placeholder::Title) => {
                    quote!(&#runtime::ResponseParts::title(#sink))
                }
                HeaderValue::Placeholder(_) => quote!(&#runtime::ResponseParts::sent_status(#sink)),
            };
            parts.extend(self.header(header, &value));
        }
        if let Some(delay) = &case.retry_after {
            if let Some(field) = variant.field(delay) {
                bounds.push((field.original.ty.clone(), quote!(#runtime::RetryAfter)));
            }
            let delay = reference(delay);
            parts.extend(quote!(#runtime::ResponseParts::retry_after(#sink, #delay);));
        }
        for (ty, bound) in bounds {
            self.bound(&ty, &bound);
        }
        parts
    }

    /// The statement that writes a header from a reference to its value.
    fn header(&self, header: &CaseHeader, value: &TokenStream) -> TokenStream {
        let (runtime, sink) = (self.runtime, &self.sink);
        let name = match &header.name {
            HeaderName::Known(name) => {
                match FIELDS.iter().position(|row| row.name == name.as_str()) {
                    Some(place) => {
                        let place = Literal::usize_unsuffixed(place);
                        quote!(&#runtime::__private::header_value::Registered(#place))
                    }
                    None => quote!(&#runtime::__private::header_value::Named(#name)),
                }
            }
            HeaderName::Path(path) => {
                let span = header.span;
                quote_spanned!(span=> &#path)
            }
        };
        let span = span_of(value);
        let here = user_tokens::located(runtime, span);
        let write =
            quote_spanned!(span=> #here::__private::header_value::Given(#value).__httperr_write);
        quote!({
            use #runtime::__private::header_value::{
                ByDisplay as _, ByOption as _, ByValue as _, Misfit as _,
            };
            #write(#sink, #name);
        })
    }

    /// Makes the methods ambiguous that would evaluate the expression again, and again, if it calls one
    /// on the error itself.
    fn not_itself(&self, expression: &TokenStream) -> Option<TokenStream> {
        let runtime = self.runtime;
        calls_method_of_self(expression).then(|| {
            quote!(use #runtime::__private::itself::{CallsItselfForever as _, RespondsForever as _};)
        })
    }

    /// A bound that the use of a field asks for, where its type depends on a type parameter.
    fn bound(&mut self, ty: &TokenStream, bound: &TokenStream) {
        if mentions(ty, &self.parameters) {
            let ty = enclosed(ty);
            self.bounds.extend(quote!(#ty: #bound,));
        }
    }

    fn finish(mut self, input: &Model<'_>) -> TokenStream {
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
        if !bounds.is_empty() {
            // The user may have written one as well.
            out.text(&[",clippy::trait_duplication_in_bounds,clippy::type_repetition_in_bounds"]);
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

        let finds_cases = self.finds_cases();
        out.group(Delimiter::Brace, self.methods());
        adapted.text(&[if finds_cases { "finding" } else { "declared" }]);
        out.text(&["::httperr::__adapt!"]);
        out.group(Delimiter::Brace, adapted);
        out.into_tokens()
    }

    fn methods(self) -> Writer<'a> {
        let mut methods = self.writer();
        let mut call = self.writer();
        let mut body = self.writer();
        let Self { runtime, sink, table, parts_arms, find_arms, undecided, absent, nested, .. } =
            self;
        let cases = Literal::byte_string(&table.bytes());
        let text = cases.to_string();

        let scrutinee = if self.variants.is_empty() { "*self" } else { "self" };
        call.text(&[&text, ",match ", scrutinee]);
        call.group(Delimiter::Brace, self.case_arms);
        if self.parameters.is_empty() {
            // What `type_name` returns for a type in a module, without a function for each type, which
            // a debug build makes. For a type elsewhere the runtime asks for its parts.
            call.text(&[",::httperr::__private::concat!(::httperr::__private::module_path!(),"]);
            call.text(&["\"::", &self.ty_text, "\")"]);
        } else {
            call.text(&[",::httperr::__private::type_name::<Self>()"]);
        }
        if self.calls_itself {
            body.text(&["use ::httperr::__private::itself::{CallsItselfForever as _,"]);
            body.text(&["RespondsForever as _};"]);
        }
        body.text(&["::httperr::__private::case"]);
        body.group(Delimiter::Parenthesis, call);
        // As `parts` has it, so that rustc says what is wrong with a pattern in the same words for
        // both, and thus once.
        methods.text(&["#[inline]fn case<'__parts>(&'__parts self)-> ::httperr::Case"]);
        methods.group(Delimiter::Brace, body);

        let finds_cases = !find_arms.is_empty() || !undecided.is_empty();
        let undecided: TokenStream = undecided
            .into_iter()
            .map(|variant| {
                let path = path(self.ty, variant);
                quote!(#path { .. } => #runtime::__private::UNDECIDED,)
            })
            .collect();
        if finds_cases {
            methods.tokens(quote! {
                #[inline]
                fn find_case(&self) -> #runtime::Case {
                    match self {
                        #find_arms
                        #undecided
                        _ => #runtime::HttpError::case(self),
                    }
                }
            });
        }

        if !parts_arms.is_empty() {
            let table = (!undecided.is_empty()).then(
                || quote!(const __HTTPERR_TABLE: &'static [#runtime::__private::u8] = #cases;),
            );
            methods.tokens(quote! {
                fn write_parts<'__parts>(&'__parts self, #sink: &mut #runtime::ResponseParts<'__parts>) {
                    #table
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

    /// Whether the runtime finds cases by another method than `case`.
    fn finds_cases(&self) -> bool {
        !self.find_arms.is_empty() || !self.undecided.is_empty()
    }

    fn writer(&self) -> Writer<'a> {
        Writer::new(self.renamed)
    }
}

/// The path of a pattern.
fn path(ty: &Ident, variant: &Variant<'_>) -> TokenStream {
    match variant.ident {
        Some(ident) => quote!(#ty::#ident),
        None => quote!(#ty),
    }
}

/// A type that something follows: `dyn A +` would go on.
fn enclosed(ty: &TokenStream) -> TokenStream {
    fn goes_on(ty: TokenStream) -> bool {
        ty.into_iter().any(|token| match token {
            TokenTree::Ident(word) => word == "dyn" || word == "impl",
            TokenTree::Punct(punct) => punct.as_char() == '+',
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                goes_on(group.stream())
            }
            _ => false,
        })
    }
    match goes_on(ty.clone()) {
        true => quote!((#ty)),
        false => ty.clone(),
    }
}

/// Whether to find the case and to write the parts is one evaluation: an arm with parts binds what
/// an expression returned, or another error's case is looked at behind patterns and guards.
fn is_deferred(variant: &Variant<'_>, arms: &[Arm<'_>]) -> bool {
    arms.iter().any(|arm| match (&arm.branch.outcome, &arm.parts) {
        (Outcome::Transparent(_), _) => true,
        (_, None) => false,
        (_, Some(parts)) => {
            let pattern = arm.branch.pattern.as_ref();
            matches!(variant.scrutinee, Some(Value::Expr(_)))
                && pattern.is_some_and(|given| shares_word(&given.pattern, parts))
        }
    })
}

/// Whether an arm has a pattern that binds no name, and no guard and no other error that look at one.
fn binds_nothing(branch: &Branch) -> bool {
    let Some(given) = &branch.pattern else { return true };
    given.guard.is_none()
        && !matches!(branch.outcome, Outcome::Transparent(_))
        && !binds_any(&given.pattern)
}

/// What an `Option` holds, or the type itself.
fn optional(ty: &TokenStream) -> TokenStream {
    let list: Vec<TokenTree> = ty.clone().into_iter().collect();
    let is = |token: &TokenTree, char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == char);
    let open = list.iter().position(|token| is(token, '<'));
    match (open, &list[..]) {
        (Some(open @ 1..), [.., close]) if is(close, '>') => {
            match (&list[open - 1], list.get(open + 1..list.len() - 1)) {
                (TokenTree::Ident(name), Some(inside)) if name == "Option" => {
                    inside.iter().cloned().collect()
                }
                _ => ty.clone(),
            }
        }
        _ => ty.clone(),
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
    if let Outcome::Transparent(_) = branch.outcome {
        return None;
    }
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
