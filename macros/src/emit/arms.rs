//! The arms of the two matches: `case` finds the case of a value, `write_parts` writes what of the
//! response comes from the value.

use proc_macro2::{Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use crate::emit::bounds::{parenthesize_bounds, Bounds};
use crate::emit::catalog::Catalog;
use crate::emit::named_types::NamedTypes;
use crate::emit::names::{pattern_is_used_in, Names};
use crate::emit::parts::EnvelopeCode;
use crate::emit::source_text::SourceText;
use crate::emit::table::{CaseId, Table};
use crate::emit::{parts, user_tokens};
use crate::model::{mentions, Body, Branch, Case, Envelope, Model, Outcome, Value, Variant};
use crate::syntax::pattern::{binds, binds_any};
use crate::syntax::self_expr::calls_method_of_self;
use crate::syntax::tokens::span_of;

/// Emits the arms of one variant after the other, and collects what else the expansion needs.
pub(crate) struct Emitter<'a> {
    pub(crate) names: Names<'a>,
    variants: &'a [Variant<'a>],
    /// The name of the type, as text of the expansion.
    pub(crate) ty_text: String,
    pub(crate) table: Table,
    pub(crate) case_arms: SourceText,
    pub(crate) write_parts_arms: TokenStream,
    /// The arms that ask an inner error for its case, which only its parts may determine.
    pub(crate) find_case_arms: TokenStream,
    /// The arms of variants whose case is found by `write_parts`.
    pub(crate) undecided_arms: TokenStream,
    pub(crate) bounds: Bounds<'a>,
    pub(crate) catalog: Catalog,
    pub(crate) named_types: NamedTypes,
    /// An expression that `case` evaluates calls a method of the value.
    pub(crate) calls_itself: bool,
}

/// An arm of a variant with a `match`, or of one that is transparent.
struct Arm<'v> {
    branch: &'v Branch<'v>,
    /// The index of its case.
    index: Option<Literal>,
    /// The body in `case`.
    case: TokenStream,
    /// The body in `write_parts`.
    parts: Option<TokenStream>,
}

impl<'a> Emitter<'a> {
    pub(crate) fn new(model: &'a Model<'a>) -> Self {
        Emitter {
            names: Names::new(model),
            variants: &model.variants,
            ty_text: model.original.name.to_string(),
            table: Table::new(&model.languages.tags),
            case_arms: SourceText::default(),
            write_parts_arms: TokenStream::new(),
            find_case_arms: TokenStream::new(),
            undecided_arms: TokenStream::new(),
            bounds: Bounds::new(model),
            catalog: Catalog::default(),
            named_types: NamedTypes::default(),
            calls_itself: false,
        }
    }

    /// Returns whether the runtime asks `find_case` for the case of a value.
    pub(crate) fn finds_cases(&self) -> bool {
        !self.find_case_arms.is_empty() || !self.undecided_arms.is_empty()
    }

    /// Returns the module of a framework that responds with such an error.
    pub(crate) fn adapter(&self) -> &'static str {
        if self.finds_cases() {
            "finding_case"
        } else if self.write_parts_arms.is_empty() {
            "without_parts"
        } else {
            "erased"
        }
    }

    pub(crate) fn variant(&mut self, variant: &'a Variant<'a>) {
        let mut arms = Vec::new();
        for branch in &variant.branches {
            match &branch.outcome {
                Outcome::Case(case) | Outcome::SameAs(_, case) => match &branch.pattern {
                    None => self.plain_arm(variant, branch, case),
                    Some(_) => arms.push(self.case_arm(variant, branch, case)),
                },
                Outcome::Transparent(inner, envelope) => {
                    arms.push(self.transparent_arm(variant, branch, inner, envelope.as_deref()));
                }
            }
        }
        self.calls_itself |= arms.iter().any(|arm| calls_itself(arm, variant));
        match &variant.scrutinee {
            None => {
                for Arm { branch, case, parts, .. } in &arms {
                    let case = self.arm(variant, branch, case, None);
                    self.case_arms.tokens(case);
                    if let Some(parts) = parts {
                        let arm = self.arm(variant, branch, &quote!({ #parts }), None);
                        self.write_parts_arms.extend(arm);
                    }
                }
            }
            Some(scrutinee) => {
                let cases: TokenStream =
                    arms.iter().map(|arm| self.arm(variant, arm.branch, &arm.case, None)).collect();
                let parts = match finds_case_with_parts(variant, &arms) {
                    true => self.arms_with_case(variant, &arms),
                    false => self.index_guard_arms(variant, &arms),
                };
                match scrutinee {
                    Value::Expr(tokens) => {
                        self.match_on_expression(variant, tokens, &cases, &parts);
                    }
                    Value::Field(_, name) => {
                        self.match_on_field(variant, span_of(name), &cases, &parts);
                    }
                }
            }
        }
    }

    fn plain_arm(&mut self, variant: &Variant<'_>, branch: &Branch<'_>, case: &Case) {
        let CaseId { index, packed, body_values, named_types } = self.table.add(case, variant);
        self.add_media_type(case, index);
        self.named_types.add_case(index, &named_types);
        let packed = packed.to_string();
        let ident = variant.ident.map(ToString::to_string);
        let (colons, ident) = match &ident {
            None => ("", ""),
            Some(ident) => ("::", ident.as_str()),
        };
        for text in [&self.ty_text, colons, ident, "{..}=>", &packed, ","] {
            self.case_arms.text(text);
        }
        let parts = parts::statements(&self.names, variant, case, &body_values, &mut self.bounds);
        if !parts.is_empty() {
            let arm = self.arm(variant, branch, &quote!({ #parts }), None);
            self.write_parts_arms.extend(arm);
        }
    }

    fn add_media_type(&mut self, case: &Case, index: u16) {
        if let Body::Type(format) = &case.body {
            let media_type = parts::media_type(self.names.runtime, format);
            self.catalog.add_media_type(index, &media_type);
        }
    }

    fn case_arm<'v>(
        &mut self,
        variant: &Variant<'_>,
        branch: &'v Branch<'v>,
        case: &Case,
    ) -> Arm<'v> {
        let CaseId { index, packed, body_values, named_types } = self.table.add(case, variant);
        self.add_media_type(case, index);
        self.named_types.add_case(index, &named_types);
        let (index, packed) = (Literal::u16_suffixed(index), Literal::u32_suffixed(packed));
        if let Some(pattern) = &branch.pattern {
            self.catalog.add_arm(pattern, &index);
        }
        let parts = parts::statements(&self.names, variant, case, &body_values, &mut self.bounds);
        Arm {
            branch,
            index: Some(index),
            case: quote!(#packed),
            parts: Some(parts).filter(|parts| !parts.is_empty()),
        }
    }

    fn transparent_arm<'v>(
        &mut self,
        variant: &'a Variant<'a>,
        branch: &'v Branch<'v>,
        inner: &Value,
        envelope: Option<&Envelope<'_>>,
    ) -> Arm<'v> {
        let EnvelopeCode { before, after, row, named_types } = envelope
            .map(|envelope| parts::envelope(&self.names, variant, envelope, &mut self.bounds))
            .unwrap_or_default();
        if let Some(catalog) = self.inner_catalog(variant, branch, inner) {
            let ty = variant.field(inner).map(|field| &field.original.ty);
            self.named_types.add_inner(self.catalog.inner().len(), ty, &named_types);
            self.catalog.add_inner(catalog, &row);
        }
        let Names { runtime, sink, .. } = &self.names;
        let field = variant.field(inner);
        let span = field.map_or_else(|| inner.span(), |field| span_of(&field.original.ty));
        let inner = user_tokens::expression(inner.tokens(), runtime);
        let runtime = &user_tokens::relocate(runtime, span);
        let inner = quote_spanned!(span=> #runtime::__private0::transparent::inner(#inner));
        // A case of no type has parts, even if it is constant for the inner error.
        let name = match envelope {
            Some(_) => quote!(""),
            None => quote!(#runtime::__private0::type_name::<Self>()),
        };
        // The trait is required once, so that rustc reports once that it is missing: where the
        // catalog names the type of the field, or here.
        let case = match field {
            Some(_) => quote!(return #inner.__httperr_case(#name)),
            None => {
                quote_spanned!(span=> return #runtime::__private0::transparent::case(#inner, #name))
            }
        };
        let import =
            quote!(use #runtime::__private0::transparent::{Supported as _, Unsupported as _};);
        let parts = quote!(#before #import #inner.__httperr_parts(#sink); #after);
        if branch.pattern.is_none() {
            match field {
                Some(_) => {
                    let find_case = quote!({ #import #inner.__httperr_find_case(#name) });
                    let arm = self.arm(variant, branch, &find_case, None);
                    self.find_case_arms.extend(arm);
                }
                None => self.add_undecided(variant),
            }
        }
        let name = variant.ident.unwrap_or(self.names.ty).to_string();
        let ty = field.map(|field| &field.original.ty);
        let may_link = ty.is_some_and(|ty| !self.bounds.depends_on_parameter(ty));
        self.catalog.document_inner(&name, ty, may_link);
        if let Some(field) = field {
            // A bound on a type that contains this one would require itself.
            if !mentions(&field.original.ty, &[self.names.ty]) {
                self.bounds.require(&field.original.ty, &quote!(#runtime::HttpError));
            }
        }
        Arm { branch, index: None, case: quote!({ #import #case }), parts: Some(parts) }
    }

    /// Returns the function that returns the catalog of an inner error: that of a field, or of what
    /// the pattern for a field binds.
    fn inner_catalog(
        &self,
        variant: &Variant<'_>,
        branch: &Branch<'_>,
        inner: &Value,
    ) -> Option<TokenStream> {
        let runtime = self.names.runtime;
        let as_function = quote!(as fn() -> #runtime::Catalog);
        match (inner, &variant.scrutinee, &branch.pattern) {
            (Value::Field(index, _), ..) => {
                let ty = parenthesize_bounds(&variant.fields.get(*index)?.original.ty);
                Some(quote!(<#ty as #runtime::HttpError>::catalog #as_function))
            }
            (Value::Expr(tokens), Some(Value::Field(field, _)), Some(arm)) => {
                let name = single_ident(tokens).filter(|name| binds(&arm.pattern, name))?;
                let pattern = user_tokens::pattern(&arm.pattern, runtime);
                let used = name.parse().ok()?;
                let pattern = self.names.pattern(variant, &used, Some((*field, &pattern)));
                let inner = user_tokens::expression(tokens, runtime);
                Some(quote! {
                    (|| {
                        use #runtime::__private0::transparent::{
                            SupportedCatalog as _, UnsupportedCatalog as _,
                        };
                        (&#runtime::__private0::transparent::inner_type::<Self, _>(|this| {
                            match this { #pattern => #runtime::__private0::Some(#inner), _ => #runtime::__private0::None }
                        }))
                            .__httperr_catalog()
                    }) #as_function
                })
            }
            _ => None,
        }
    }

    fn add_undecided(&mut self, variant: &Variant<'_>) {
        let (runtime, path) = (self.names.runtime, self.names.path(variant));
        self.undecided_arms.extend(quote!(#path { .. } => #runtime::__private0::UNDECIDED,));
    }

    /// Returns arms of `write_parts` that set the case too, because the expression is evaluated once.
    fn arms_with_case(&mut self, variant: &Variant<'_>, arms: &[Arm<'_>]) -> TokenStream {
        self.add_undecided(variant);
        let Names { runtime, sink, .. } = &self.names;
        arms.iter()
            .map(|Arm { branch, case, parts, .. }| {
                let is_case = !matches!(branch.outcome, Outcome::Transparent(..));
                // Without a `let`, which could shadow a name that the user's tokens use.
                let set_case = is_case.then(|| {
                    quote! {
                        if #runtime::ResponseParts::set_case(
                            #sink,
                            #runtime::__private0::case(__HTTPERR_TABLE, #case, ""),
                        ) {
                            return;
                        }
                    }
                });
                self.arm(variant, branch, &quote!({ #set_case #parts }), None)
            })
            .collect()
    }

    /// Returns arms of `write_parts` that compare the index of the case, so that neither an expression
    /// nor a guard is evaluated again. Those of an expression need no match of their own.
    fn index_guard_arms(&mut self, variant: &Variant<'_>, arms: &[Arm<'_>]) -> TokenStream {
        let mut nested = TokenStream::new();
        for Arm { branch, index, parts, .. } in arms {
            let (Some(index), Some(parts)) = (index, parts) else { continue };
            let (Some(Value::Expr(_)), Some(arm)) = (&variant.scrutinee, &branch.pattern) else {
                nested.extend(self.arm(variant, branch, &quote!({ #parts }), Some(index)));
                continue;
            };
            let Names { runtime, sink, .. } = &self.names;
            let (attributes, pattern) = (&arm.attributes, self.names.pattern(variant, parts, None));
            self.write_parts_arms.extend(quote! {
                #attributes #pattern if #runtime::ResponseParts::is_case(#sink, #index) => { #parts },
            });
        }
        nested
    }

    fn match_on_expression(
        &mut self,
        variant: &Variant<'_>,
        scrutinee: &TokenStream,
        cases: &TokenStream,
        parts: &TokenStream,
    ) {
        let nest = |names: &Names<'_>, arms: &TokenStream| {
            let pattern = names.pattern(variant, &quote!(#scrutinee #arms), None);
            let scrutinee = user_tokens::expression(scrutinee, names.runtime);
            // Without the parentheses a scrutinee such as `return` would take the arms.
            quote!(#pattern => match (#scrutinee) { #arms },)
        };
        self.case_arms.tokens(nest(&self.names, cases));
        if !parts.is_empty() {
            self.write_parts_arms.extend(nest(&self.names, &quote!(#parts _ => {})));
        }
    }

    /// Emits a match whose arms are patterns of the whole value, with the arm's pattern in place of
    /// the field. It is nested, so that rustc reports a missing arm where the user names the field,
    /// and an error in a pattern identically for both functions, and thus once.
    fn match_on_field(
        &mut self,
        variant: &Variant<'_>,
        span: Span,
        cases: &TokenStream,
        parts: &TokenStream,
    ) {
        let others = self.variants.iter().filter(|other| other.ident != variant.ident);
        let others: Vec<TokenStream> = others.map(|other| self.names.path(other)).collect();
        let others = (!others.is_empty()).then(|| quote!(#(#others { .. })|* => 0,));
        let path = self.names.path(variant);
        let this = Ident::new("self", Span::call_site().located_at(span));
        // rustc names a missing arm as the user would write it, and not behind a `&`.
        let by_value = parts.is_empty() && variant.branches.iter().all(binds_nothing);
        let star = by_value.then(|| {
            let mut star = Punct::new('*', Spacing::Alone);
            star.set_span(this.span());
            star
        });
        self.case_arms.tokens(quote!(#path { .. } => match #star #this { #cases #others },));
        if !parts.is_empty() {
            let arm = quote!(#path { .. } => match #this { #parts _ => {} },);
            self.write_parts_arms.extend(arm);
        }
    }

    /// Returns an arm of a match on the value, or on the scrutinee if that is an expression. With
    /// `index`, the case is compared instead of a guard.
    fn arm(
        &self,
        variant: &Variant<'_>,
        branch: &Branch<'_>,
        body: &TokenStream,
        index: Option<&Literal>,
    ) -> TokenStream {
        let Names { runtime, sink, .. } = &self.names;
        let Some(arm) = &branch.pattern else {
            let pattern = self.names.pattern(variant, body, None);
            return quote!(#pattern => #body,);
        };
        let attributes = &arm.attributes;
        let pattern = user_tokens::pattern(&arm.pattern, runtime);
        let guard = match index {
            Some(index) => Some(quote!(if #runtime::ResponseParts::is_case(#sink, #index))),
            None => arm.guard.as_ref().map(|guard| {
                let guard = user_tokens::guard(guard, runtime);
                quote!(if #guard)
            }),
        };
        let pattern = match &variant.scrutinee {
            Some(Value::Field(field, _)) => {
                let used = quote!(#guard #body);
                self.names.pattern(variant, &used, Some((*field, &pattern)))
            }
            _ => pattern,
        };
        quote!(#attributes #pattern #guard => #body,)
    }
}

fn single_ident(tokens: &TokenStream) -> Option<String> {
    let mut tokens = tokens.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(name)), None) => Some(name.to_string()),
        _ => None,
    }
}

/// Returns whether an expression that is evaluated to find the case calls a method of the value.
fn calls_itself(arm: &Arm<'_>, variant: &Variant<'_>) -> bool {
    let guard = arm.branch.pattern.as_ref().and_then(|pattern| pattern.guard.as_ref());
    let scrutinee = match &variant.scrutinee {
        Some(Value::Expr(scrutinee)) => Some(scrutinee),
        _ => None,
    };
    let inner = match &arm.branch.outcome {
        Outcome::Transparent(inner, _) => Some(inner.tokens()),
        _ => None,
    };
    [guard, scrutinee, inner].into_iter().flatten().any(calls_method_of_self)
}

/// Returns whether one evaluation must find the case and write the parts: an arm with parts binds
/// what an expression returned, or the case of an inner error is behind patterns and guards.
fn finds_case_with_parts(variant: &Variant<'_>, arms: &[Arm<'_>]) -> bool {
    arms.iter().any(|arm| match (&arm.branch.outcome, &arm.parts) {
        (Outcome::Transparent(..), _) => true,
        (_, None) => false,
        (_, Some(parts)) => {
            let pattern = arm.branch.pattern.as_ref();
            matches!(variant.scrutinee, Some(Value::Expr(_)))
                && pattern.is_some_and(|arm| pattern_is_used_in(&arm.pattern, parts))
        }
    })
}

fn binds_nothing(branch: &Branch<'_>) -> bool {
    let Some(arm) = &branch.pattern else { return true };
    arm.guard.is_none()
        && !matches!(branch.outcome, Outcome::Transparent(..))
        && !binds_any(&arm.pattern)
}
