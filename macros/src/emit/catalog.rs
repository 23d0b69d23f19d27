//! The parts of `catalog` besides the table.

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use crate::emit::bounds::parenthesize_bounds;
use crate::model::Pattern;

#[derive(Default)]
pub(crate) struct Catalog<'a> {
    /// The types of inner errors, whose catalogs belong to this one.
    inner: Vec<&'a TokenStream>,
    /// The indexes of the cases that a `#[cfg(…)]` may disable, each under the opposite condition.
    disabled_cases: TokenStream,
}

impl<'a> Catalog<'a> {
    pub(crate) fn add_inner(&mut self, ty: &'a TokenStream) {
        self.inner.push(ty);
    }

    pub(crate) fn add_arm(&mut self, pattern: &Pattern, index: &Literal) {
        let attributes = pattern.attributes.clone().into_iter();
        let conditions: Vec<TokenStream> = attributes.filter_map(cfg_condition).collect();
        if !conditions.is_empty() {
            self.disabled_cases.extend(quote!(#[cfg(not(all(#(#conditions),*)))] #index,));
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.inner.is_empty() && self.disabled_cases.is_empty()
    }

    pub(crate) fn disabled_cases(&self) -> &TokenStream {
        &self.disabled_cases
    }

    pub(crate) fn inner(&self) -> Vec<TokenStream> {
        self.inner.iter().map(|ty| parenthesize_bounds(ty)).collect()
    }
}

fn cfg_condition(token: TokenTree) -> Option<TokenStream> {
    let TokenTree::Group(attribute) = token else { return None };
    let mut inside = attribute.stream().into_iter();
    match (inside.next(), inside.next()) {
        (Some(TokenTree::Ident(name)), Some(TokenTree::Group(condition))) if name == "cfg" => {
            Some(condition.stream())
        }
        _ => None,
    }
}
