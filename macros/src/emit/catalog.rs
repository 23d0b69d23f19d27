//! The parts of `catalog` besides the table.

use std::fmt::Write as _;

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use crate::case_table::kind;
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
    /// The rows of the table in rustdoc that the packed table does not have: the input of `case_table!`.
    documented_rows: String,
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
            let condition = quote!(not(all(#(#conditions),*))).to_string();
            let subject = index.to_string();
            self.document(kind::ABSENT, subject.trim_end_matches("u16"), &condition);
            self.disabled_cases.extend(quote!(#[cfg(not(all(#(#conditions),*)))] #index,));
        }
    }

    /// Adds a row to the table in rustdoc for the cases of an inner error, whose type may be unknown.
    pub(crate) fn document_inner(&mut self, name: &str, ty: Option<&TokenStream>, may_link: bool) {
        let ty = ty.map(|ty| ty.to_string().replace(' ', "")).unwrap_or_default();
        let is_path = ty.chars().all(|char| char.is_alphanumeric() || matches!(char, ':' | '_'));
        self.document(if may_link && is_path { kind::LINK } else { kind::TEXT }, name, &ty);
    }

    fn document(&mut self, kind: &str, subject: &str, text: &str) {
        let _ = write!(self.documented_rows, " {kind} {subject:?} {text:?}");
    }

    pub(crate) fn documented_rows(&self) -> &str {
        &self.documented_rows
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
