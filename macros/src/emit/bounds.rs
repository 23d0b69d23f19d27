//! The predicates that the fields' uses add to the `where` clause.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::quote;

use crate::model::{mentions, Model};

pub(crate) struct Bounds<'a> {
    ty_params: Vec<&'a Ident>,
    predicates: TokenStream,
}

impl<'a> Bounds<'a> {
    pub(crate) fn new(model: &'a Model<'a>) -> Self {
        let ty_params = model.original.generics.type_params();
        Bounds {
            ty_params: ty_params.map(|param| &param.ident).collect(),
            predicates: TokenStream::new(),
        }
    }

    /// Adds a bound, if the type depends on a type parameter.
    pub(crate) fn require(&mut self, ty: &TokenStream, bound: &TokenStream) {
        if self.depends_on_parameter(ty) {
            let ty = parenthesize_bounds(ty);
            self.predicates.extend(quote!(#ty: #bound,));
        }
    }

    pub(crate) fn depends_on_parameter(&self, ty: &TokenStream) -> bool {
        mentions(ty, &self.ty_params)
    }

    pub(crate) fn is_generic(&self) -> bool {
        !self.ty_params.is_empty()
    }

    pub(crate) fn predicates(&self) -> &TokenStream {
        &self.predicates
    }
}

/// Returns a type that `:` or `as` may follow: `dyn A + B` would go on.
pub(crate) fn parenthesize_bounds(ty: &TokenStream) -> TokenStream {
    fn has_bounds(ty: TokenStream) -> bool {
        ty.into_iter().any(|token| match token {
            TokenTree::Ident(ident) => ident == "dyn" || ident == "impl",
            TokenTree::Punct(punct) => punct.as_char() == '+',
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                has_bounds(group.stream())
            }
            _ => false,
        })
    }
    match has_bounds(ty.clone()) {
        true => quote!((#ty)),
        false => ty.clone(),
    }
}

pub(crate) fn unwrap_option(ty: &TokenStream) -> TokenStream {
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
