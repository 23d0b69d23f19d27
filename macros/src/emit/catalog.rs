//! The parts of `catalog` besides the table.

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use crate::model::Pattern;

#[derive(Default)]
pub(crate) struct Catalog {
    /// The functions that return the catalogs of inner errors, which belong to this one.
    inner: Vec<TokenStream>,
    /// The envelopes of inner errors: their indexes in `inner`, and what `parts::envelope` returns.
    envelopes: TokenStream,
    /// The cases with a `BodyFormat`: their indexes, and the functions that return the media type.
    media_types: TokenStream,
    /// The indexes of the cases that a `#[cfg(…)]` may disable, each under the opposite condition.
    disabled_cases: TokenStream,
}

impl Catalog {
    /// Adds the catalog of an inner error, and the row of its envelope, if it has one.
    pub(crate) fn add_inner(&mut self, catalog: TokenStream, envelope: &TokenStream) {
        if !envelope.is_empty() {
            let index = Literal::usize_unsuffixed(self.inner.len());
            self.envelopes.extend(quote!((#index, #envelope),));
        }
        self.inner.push(catalog);
    }

    pub(crate) fn add_media_type(&mut self, index: u16, media_type: &TokenStream) {
        self.media_types.extend(quote!((#index, #media_type),));
    }

    pub(crate) fn add_arm(&mut self, pattern: &Pattern, index: &Literal) {
        let attributes = pattern.attributes.clone().into_iter();
        let conditions: Vec<TokenStream> = attributes.filter_map(cfg_condition).collect();
        if !conditions.is_empty() {
            self.disabled_cases.extend(quote!(#[cfg(not(all(#(#conditions),*)))] #index,));
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.inner.is_empty() && self.disabled_cases.is_empty() && self.media_types.is_empty()
    }

    pub(crate) fn disabled_cases(&self) -> &TokenStream {
        &self.disabled_cases
    }

    pub(crate) fn inner(&self) -> &[TokenStream] {
        &self.inner
    }

    pub(crate) fn envelopes(&self) -> &TokenStream {
        &self.envelopes
    }

    pub(crate) fn media_types(&self) -> &TokenStream {
        &self.media_types
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
