//! The model → the impl of `FromProblem`: the table of the cases, the sources of their fields, and a
//! match that builds the value of a case. Which case a response is, the runtime finds out.

mod fields;
mod rebuild;
mod sources;

use httperr_registry::table_format::sources::{write_sources, Sources};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::diagnostics::errors::Errors;
use crate::emit::bounds::{parenthesize_bounds, Bounds};
use crate::emit::bytes::Bytes;
use crate::emit::names::Names;
use crate::emit::table::Table;
use crate::emit::user_tokens;
use crate::from_problem::fields::{fields_ident, Fields};
use crate::from_problem::sources::BodySources;
use crate::model::{mentions, Branch, Case, Envelope, Model, Outcome, Value, Variant};
use crate::syntax::tokens::span_of;

pub(crate) fn expand(model: &Model<'_>, errors: &Errors) -> TokenStream {
    let mut emitter = Emitter {
        names: Names::new(model),
        bounds: Bounds::new(model),
        errors,
        table: Table::default(),
        sources: Bytes::default(),
        arms: TokenStream::new(),
        inner: TokenStream::new(),
        other_of_inner: TokenStream::new(),
        other: None,
    };
    for variant in &model.variants {
        for branch in &variant.branches {
            emitter.branch(variant, branch);
        }
    }
    emitter.implementation(model)
}

struct Emitter<'a> {
    names: Names<'a>,
    bounds: Bounds<'a>,
    errors: &'a Errors,
    table: Table,
    sources: Bytes,
    /// The arms of the match on the index of the case.
    arms: TokenStream,
    /// The rows of the inner errors.
    inner: TokenStream,
    /// The functions that read a problem as that of an inner error with `other`.
    other_of_inner: TokenStream,
    /// The body of `decode_other`, where the type has `other` itself.
    other: Option<TokenStream>,
}

impl Emitter<'_> {
    fn branch(&mut self, variant: &Variant<'_>, branch: &Branch<'_>) {
        match &branch.outcome {
            Outcome::Case(case) => self.case(variant, branch, case),
            // The response is that of another case, which is read instead.
            Outcome::SameAs(_, case) => {
                self.table.add(case, variant);
                write_sources(&mut self.sources, &Sources::default());
            }
            Outcome::Transparent(Value::Field(index, _), _) if variant.is_other => {
                self.other(variant, branch, *index);
            }
            Outcome::Transparent(Value::Field(index, _), envelope) if branch.pattern.is_none() => {
                self.inner(variant, branch, *index, envelope.as_deref());
            }
            Outcome::Transparent(..) => self.opaque(variant),
        }
    }

    fn case(&mut self, variant: &Variant<'_>, branch: &Branch<'_>, case: &Case<'_>) {
        let index = Literal::u16_unsuffixed(self.table.add(case, variant).index);
        let body = BodySources::new(case);
        let mut fields = Fields::new(&self.names, &mut self.bounds, self.errors, Some(case), &body);
        let expressions = fields.expressions(variant, branch, None);
        fields.write(&mut self.sources);
        if let Some(expressions) = expressions {
            let path = self.names.path(variant);
            let attributes = branch.pattern.as_ref().map(|pattern| &pattern.attributes);
            self.arms.extend(quote!(#attributes #index => #path { #expressions },));
        }
    }

    fn other(&mut self, variant: &Variant<'_>, branch: &Branch<'_>, index: usize) {
        let runtime = self.names.runtime;
        let problem = Ident::new("problem", Span::mixed_site());
        let span = variant.fields.get(index).map(|field| span_of(&field.original.ty));
        let span = span.unwrap_or_else(Span::call_site);
        let here = user_tokens::relocate(runtime, span);
        let value = quote_spanned!(span=> #here::__private0::From::from(#problem));
        let body = BodySources::default();
        let mut fields = Fields::new(&self.names, &mut self.bounds, self.errors, None, &body);
        if let Some(expressions) = fields.expressions(variant, branch, Some((index, &value))) {
            let path = self.names.path(variant);
            self.other = Some(quote!(#runtime::__private0::Ok(#path { #expressions })));
        }
    }

    fn inner(
        &mut self,
        variant: &Variant<'_>,
        branch: &Branch<'_>,
        index: usize,
        envelope: Option<&Envelope<'_>>,
    ) {
        let Some(field) = variant.fields.get(index) else { return };
        let runtime = self.names.runtime;
        let ty = parenthesize_bounds(&field.original.ty);
        // A bound on a type that contains this one would require itself.
        if !mentions(&ty, &[self.names.ty]) {
            self.bounds.require(&ty, &quote!(#runtime::FromProblem));
        }
        let body =
            envelope.map_or_else(BodySources::default, |envelope| BodySources::new(&envelope.case));
        let case = envelope.map(|envelope| &envelope.case);
        let mut fields = Fields::new(&self.names, &mut self.bounds, self.errors, case, &body);
        let inner = quote!(inner);
        let expressions = fields.expressions(variant, branch, Some((index, &inner)));
        let mut sources = Bytes::default();
        fields.write(&mut sources);
        let sources = Literal::byte_string(&sources.0);
        let (table, format) = match envelope {
            Some(Envelope { case, format }) => {
                let mut table = Table::default();
                table.add(case, variant);
                (Literal::byte_string(&table.bytes()), *format as u8)
            }
            None => (Literal::byte_string(b""), 0),
        };
        let (path, format) = (self.names.path(variant), Literal::u8_unsuffixed(format));
        let name = variant.ident.unwrap_or(self.names.ty).to_string();
        let fields = fields_ident();
        let import = quote!(use #runtime::__private0::decode::{
            Decodable as _, Sendable as _, Undecodable as _,
        };);
        let probe = quote!((&&#runtime::__private0::decode::Inner::<#ty>::new()));
        let build = match &expressions {
            Some(expressions) => quote!(#runtime::__private0::Ok(#path { #expressions })),
            None => quote!({ let _ = inner; #fields.unsent() }),
        };
        self.inner.extend(quote! {
            #runtime::__private0::decode::InnerVariant {
                name: #name,
                decode: |response, #fields| {
                    #import
                    #probe.__httperr_decode(response).and_then(|inner| #build)
                },
                table: #table,
                body: #format,
                sources: #sources,
            },
        });
        if variant.fields.iter().all(|field| field.original.index == index || field.is_default) {
            self.other_of_inner.extend(quote! {
                |response, problem| {
                    #import
                    #probe
                        .__httperr_decode_other(response, problem)
                        .map(|inner| #path { #expressions })
                },
            });
        }
    }

    fn opaque(&mut self, variant: &Variant<'_>) {
        let runtime = self.names.runtime;
        let name = variant.ident.unwrap_or(self.names.ty).to_string();
        self.inner.extend(quote! {
            #runtime::__private0::decode::InnerVariant {
                name: #name,
                decode: |_, _| #runtime::__private0::decode::opaque(#name),
                table: b"",
                body: 0,
                sources: b"",
            },
        });
    }

    fn implementation(self, model: &Model<'_>) -> TokenStream {
        let Emitter { names, bounds, table, sources, arms, inner, .. } = self;
        let Names { runtime, ty, .. } = &names;
        let (impl_generics, ty_generics, where_clause) = model.original.generics.split_for_impl();
        let own_predicates = where_clause.map(|clause| {
            let predicates = clause.predicates.iter();
            quote!(#(#predicates,)*)
        });
        let predicates = bounds.predicates();
        let (table, sources) =
            (Literal::byte_string(&table.bytes()), Literal::byte_string(&sources.0));
        let fields = fields_ident();
        let build = match arms.is_empty() {
            true => quote!(|#fields| #fields.unsent()),
            false => quote! {
                |#fields| #runtime::__private0::Ok(match #fields.index() {
                    #arms
                    _ => return #fields.unsent(),
                })
            },
        };
        let problem = Ident::new("problem", Span::mixed_site());
        let other = match (self.other, self.other_of_inner) {
            (None, inner) if inner.is_empty() => None,
            (Some(own), _) => Some(own),
            (None, inner) => Some(quote! {
                #runtime::__private0::decode::decode_other(response, #problem, &[#inner])
            }),
        };
        let other = other.map(|other| {
            quote! {
                fn decode_other(
                    response: &#runtime::__private0::decode::Received<'_>,
                    #problem: #runtime::Problem,
                ) -> #runtime::__private0::Result<Self, #runtime::__private0::Box<#runtime::Problem>> {
                    #other
                }
            }
        });
        quote! {
            #[automatically_derived]
            #[allow(deprecated, unused_qualifications, unused_variables)]
            impl #impl_generics #runtime::FromProblem for #ty #ty_generics
            where
                #own_predicates
                #predicates
            {
                fn decode(
                    response: &#runtime::__private0::decode::Received<'_>,
                ) -> #runtime::__private0::decode::Decoded<Self> {
                    #runtime::__private0::decode::decode(
                        response,
                        #table,
                        #sources,
                        #build,
                        &[#inner],
                    )
                }
                #other
            }
        }
    }
}
