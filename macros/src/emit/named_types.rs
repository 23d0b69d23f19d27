//! The types that a library of the user describes, if it knows them: the last two lists of `__adapt!`.

use std::mem;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

#[derive(Default)]
pub(crate) struct NamedTypes {
    cases: TokenStream,
    inner: TokenStream,
}

impl NamedTypes {
    /// Adds the types of the values of a case: `2: [0 (Money) 3 (Invalid)]`.
    pub(crate) fn add_case(&mut self, index: u16, types: &TokenStream) {
        if !types.is_empty() {
            let index = Literal::u16_unsuffixed(index);
            self.cases.extend(quote!(#index: [#types]));
        }
    }

    /// Adds the type of an inner error, unless it is that of an expression, and those of the values
    /// of its envelope: `0: (StockError) [1 (Money)]`. The index is that of its catalog.
    pub(crate) fn add_inner(
        &mut self,
        index: usize,
        ty: Option<&TokenStream>,
        types: &TokenStream,
    ) {
        if ty.is_some() || !types.is_empty() {
            let index = Literal::usize_unsuffixed(index);
            self.inner.extend(quote!(#index: (#ty) [#types]));
        }
    }

    pub(crate) fn take_cases(&mut self) -> TokenStream {
        mem::take(&mut self.cases)
    }

    pub(crate) fn take_inner(&mut self) -> TokenStream {
        mem::take(&mut self.inner)
    }
}
