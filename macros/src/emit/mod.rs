//! The model → tokens: a packed table of the cases, a match that finds the case of a value, and one
//! that writes what comes from the value. Everything else is in the runtime.

pub(crate) mod arms;
pub(crate) mod body;
pub(crate) mod body_program;
pub(crate) mod bounds;
pub(crate) mod bytes;
pub(crate) mod catalog;
pub(crate) mod format;
pub(crate) mod named_types;
pub(crate) mod names;
pub(crate) mod parts;
pub(crate) mod source_text;
pub(crate) mod table;
pub(crate) mod template;
pub(crate) mod user_tokens;
pub(crate) mod value_type;

use std::mem;

use proc_macro2::{Literal, TokenStream};
use quote::{quote, ToTokens};

use crate::case_table;
use crate::diagnostics::warning::Warning;
use crate::emit::arms::Emitter;
use crate::emit::format::EmittedFormat;
use crate::emit::names::Names;
use crate::emit::source_text::SourceText;
use crate::emit::template::{Hole, Piece, Template, CATALOG, CATALOG_WITH_FORMAT};
use crate::model::{Model, Outcome};
use crate::syntax::tokens::append;

pub(crate) fn expand(model: &Model<'_>, warnings: &[(Warning, TokenStream)]) -> TokenStream {
    let warnings = warnings.iter().map(|(warning, levels)| warning.to_tokens(levels));
    let mut tokens: TokenStream = warnings.collect();
    let branches = model.variants.iter().flat_map(|variant| &variant.branches);
    let constants: Vec<_> = branches
        .filter_map(|branch| match &branch.outcome {
            Outcome::Case(case) => case.origin.status_constant,
            Outcome::SameAs(..) | Outcome::Transparent(..) => None,
        })
        .collect();
    if !constants.is_empty() {
        tokens.extend(quote!(#[allow(deprecated)] const _: fn() = || { #(let _ = #constants;)* };));
    }
    let mut emitter = Emitter::new(model);
    for variant in &model.variants {
        emitter.variant(variant);
    }
    if emitter.table.is_too_long() {
        let message = "an error type has at most 32,767 cases: split this one, and join the \
                       parts with `transparent`";
        tokens.extend(syn::Error::new(model.original.name.span(), message).to_compile_error());
    }
    let format = match &model.format {
        Some(format) => format::emit(&emitter.names, format, &mut emitter.bounds),
        None => EmittedFormat::None,
    };
    let mut out = SourceText::default();
    Expansion::new(model, emitter, format).fill(&template::EXPANSION, &mut out);
    append(&mut tokens, out.into_tokens());
    tokens
}

/// Fills the holes of the templates.
struct Expansion<'a> {
    model: &'a Model<'a>,
    emitter: Emitter<'a>,
    table: Literal,
    table_text: String,
    impl_generics: TokenStream,
    ty_generics: TokenStream,
    /// The predicates of the declaration.
    own_predicates: TokenStream,
    format: EmittedFormat,
}

impl<'a> Expansion<'a> {
    fn new(model: &'a Model<'a>, emitter: Emitter<'a>, format: EmittedFormat) -> Self {
        let (impl_generics, ty_generics, where_clause) = model.original.generics.split_for_impl();
        let own_predicates = where_clause.map(|clause| {
            let predicates = clause.predicates.iter();
            quote!(#(#predicates,)*)
        });
        let table = Literal::byte_string(&emitter.table.bytes());
        Expansion {
            model,
            emitter,
            table_text: table.to_string(),
            table,
            impl_generics: impl_generics.to_token_stream(),
            ty_generics: ty_generics.to_token_stream(),
            own_predicates: own_predicates.unwrap_or_default(),
            format,
        }
    }

    fn fill(&mut self, template: &Template, out: &mut SourceText) {
        for piece in &template.0 {
            match piece {
                Piece::Text(text) => out.text(text),
                Piece::Hole(hole) => self.hole(*hole, out),
                Piece::Open(delimiter) => out.open(*delimiter),
                Piece::Close => out.close(),
                Piece::End => break,
            }
        }
    }

    fn hole(&mut self, hole: Hole, out: &mut SourceText) {
        let model = self.model;
        let emitter = &mut self.emitter;
        match hole {
            Hole::Runtime if model.is_renamed => out.tokens(model.runtime.clone()),
            Hole::Runtime => out.text("::httperr"),
            Hole::Ty => out.tokens(model.original.name.to_token_stream()),
            Hole::TyText => out.text(&emitter.ty_text),
            Hole::TyGenerics => out.tokens(self.ty_generics.clone()),
            Hole::ImplGenerics => out.tokens(self.impl_generics.clone()),
            Hole::Table => out.text(&self.table_text),
            Hole::DocumentedRows => out.text(emitter.catalog.documented_rows()),
            Hole::DocLints => {
                // The inner error may be private, or declared in a function.
                if !emitter.catalog.documented_rows().is_empty() {
                    out.text(
                        ", allow(rustdoc::broken_intra_doc_links, \
                         rustdoc::private_intra_doc_links)",
                    );
                }
            }
            Hole::CaseTable => {
                if case_table::may_be_expanded() {
                    self.fill(&template::CASE_TABLE, out);
                }
            }
            Hole::CaseArms => out.append(mem::take(&mut emitter.case_arms)),
            Hole::Scrutinee => out.text(if model.variants.is_empty() { "*self" } else { "self" }),
            Hole::Without => {
                out.tokens(model.without.iter().map(ToTokens::to_token_stream).collect());
            }
            Hole::Adapter => out.text(emitter.adapter()),
            Hole::NamedTypes => out.tokens(emitter.named_types.take_cases()),
            Hole::InnerTypes => out.tokens(emitter.named_types.take_inner()),
            Hole::Lints => self.lints(out),
            Hole::Predicates => self.predicates(out),
            Hole::AdapterPredicates => self.adapter_predicates(out),
            Hole::TyPath => {
                let is_generic = emitter.bounds.is_generic();
                self.fill(
                    if is_generic { &template::GENERIC_TY_PATH } else { &template::TY_PATH },
                    out,
                );
            }
            Hole::RecursionGuard => {
                if emitter.calls_itself {
                    out.tokens(emitter.names.recursion_guard());
                }
            }
            Hole::Format => self.format(out),
            Hole::FindCase => {
                if emitter.finds_cases() {
                    let (inner, undecided) = (&emitter.find_case_arms, &emitter.undecided_arms);
                    out.tokens(template::find_case(&model.runtime, inner, undecided));
                }
            }
            Hole::WriteParts => self.write_parts(out),
            Hole::Catalog => self.catalog(out),
        }
    }

    fn lints(&self, out: &mut SourceText) {
        let emitter = &self.emitter;
        if emitter.case_arms.has_tokens() || !emitter.write_parts_arms.is_empty() {
            out.text(",unreachable_patterns,unused_parens,unused_variables");
        }
        if !emitter.bounds.predicates().is_empty() {
            // The user may have written one as well.
            out.text(",clippy::trait_duplication_in_bounds,clippy::type_repetition_in_bounds");
        }
    }

    fn predicates(&self, out: &mut SourceText) {
        out.tokens(self.own_predicates.clone());
        out.tokens(self.emitter.bounds.predicates().clone());
        if self.emitter.bounds.is_generic() {
            let Names { runtime, ty, .. } = &self.emitter.names;
            let ty_generics = &self.ty_generics;
            out.tokens(quote!(#ty #ty_generics: #runtime::__private0::Error,));
        }
    }

    fn adapter_predicates(&self, out: &mut SourceText) {
        out.tokens(self.own_predicates.clone());
        if self.emitter.bounds.is_generic() {
            let Names { runtime, ty, .. } = &self.emitter.names;
            let ty_generics = &self.ty_generics;
            out.tokens(quote!(#ty #ty_generics: #runtime::HttpError,));
        }
    }

    fn write_parts(&self, out: &mut SourceText) {
        let emitter = &self.emitter;
        if !emitter.write_parts_arms.is_empty() {
            let table = Some(&self.table).filter(|_| !emitter.undecided_arms.is_empty());
            out.tokens(template::write_parts(&emitter.names, table, &emitter.write_parts_arms));
        }
        if let EmittedFormat::Method(write_format) = &self.format {
            out.tokens(write_format.clone());
        }
    }

    fn catalog(&mut self, out: &mut SourceText) {
        let catalog = &self.emitter.catalog;
        let is_constant = matches!(self.format, EmittedFormat::Arguments(_));
        if catalog.is_empty() {
            let catalog = if is_constant { &CATALOG_WITH_FORMAT } else { &CATALOG };
            return self.fill(catalog, out);
        }
        let mut format = SourceText::default();
        self.format(&mut format);
        let format = is_constant.then(|| format.into_tokens());
        let Model { runtime, .. } = self.model;
        out.tokens(template::catalog_of(runtime, &self.table, catalog, format.as_ref()));
    }

    fn format(&self, out: &mut SourceText) {
        if let EmittedFormat::Arguments(arguments) = &self.format {
            out.text(arguments);
        }
    }
}
