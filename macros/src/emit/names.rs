//! The names that the emitted code uses, and the patterns of variants.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

use crate::model::{Model, Variant};
use crate::syntax::pattern::binds;

pub(crate) struct Names<'a> {
    pub(crate) runtime: &'a TokenStream,
    pub(crate) ty: &'a Ident,
    /// The `ResponseParts`. No field of the user's is called so.
    pub(crate) sink: Ident,
}

impl<'a> Names<'a> {
    pub(crate) fn new(model: &'a Model<'a>) -> Self {
        Names {
            runtime: &model.runtime,
            ty: &model.original.name,
            sink: Ident::new("sink", Span::mixed_site()),
        }
    }

    pub(crate) fn path(&self, variant: &Variant<'_>) -> TokenStream {
        let ty = self.ty;
        match variant.ident {
            Some(ident) => quote!(#ty::#ident),
            None => quote!(#ty),
        }
    }

    /// Returns the pattern of a variant, which binds the fields that `used` names. With
    /// `spliced`, the field of that index has a pattern of its own.
    pub(crate) fn pattern(
        &self,
        variant: &Variant<'_>,
        used: &TokenStream,
        spliced: Option<(usize, &TokenStream)>,
    ) -> TokenStream {
        let used = Words::of(used);
        let fields = variant.fields.iter().enumerate().filter_map(|(index, field)| {
            let binding = &field.binding;
            let is_shadowed =
                spliced.is_some_and(|(_, pattern)| binds(pattern, &binding.to_string()));
            // A field `_` is not Rust, which rustc reports.
            let is_used = *binding != "_" && !is_shadowed && used.contains(binding);
            let member = field.member();
            match spliced {
                Some((at, pattern)) if at == index => Some(match is_used {
                    true => quote!(#member: #binding @ (#pattern),),
                    false => quote!(#member: (#pattern),),
                }),
                _ => is_used.then(|| match &field.original.name {
                    Some(name) => quote!(#name,),
                    None => quote!(#member: #binding,),
                }),
            }
        });
        let path = self.path(variant);
        quote!(#path { #(#fields)* .. })
    }

    /// Returns an import for an expression that calls a method of the value: the methods that would
    /// evaluate the expression, and so call themselves forever, become ambiguous.
    pub(crate) fn recursion_guard(&self) -> TokenStream {
        let runtime = self.runtime;
        quote!(use #runtime::__private0::itself::{CallsItselfForever as _, RespondsForever as _};)
    }
}

pub(crate) fn pattern_is_used_in(pattern: &TokenStream, tokens: &TokenStream) -> bool {
    let used = Words::of(tokens);
    let is_used = |ident: &Ident| used.contains(ident);
    any_ident(pattern, &is_used)
}

fn any_ident(tokens: &TokenStream, condition: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => condition(&ident),
        TokenTree::Group(group) => any_ident(&group.stream(), condition),
        _ => false,
    })
}

/// The identifiers of tokens, and the literals that may be format strings. They are collected once, as
/// each token of a stream crosses the bridge to rustc.
#[derive(Default)]
struct Words {
    idents: Vec<String>,
    literals: Vec<String>,
}

impl Words {
    fn of(tokens: &TokenStream) -> Self {
        let mut words = Words::default();
        words.add(tokens.clone());
        words
    }

    fn add(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => self.idents.push(ident.to_string()),
                TokenTree::Literal(literal) => self.literals.push(literal.to_string()),
                TokenTree::Group(group) => self.add(group.stream()),
                TokenTree::Punct(_) => {}
            }
        }
    }

    /// Returns whether the tokens use an identifier, in a format string too.
    fn contains(&self, ident: &Ident) -> bool {
        let name = ident.to_string();
        self.idents.contains(&name)
            || self
                .literals
                .iter()
                .any(|literal| may_capture(literal, name.trim_start_matches("r#")))
    }
}

fn may_capture(literal: &str, name: &str) -> bool {
    let in_name = |char: char| char.is_alphanumeric() || char == '_';
    literal.contains('{')
        && literal.match_indices(name).any(|(at, _)| {
            !literal[..at].ends_with(in_name) && !literal[at + name.len()..].starts_with(in_name)
        })
}
