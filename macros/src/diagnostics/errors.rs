//! Collects the errors of one declaration, so that one build reports all of them.

use std::cell::RefCell;
use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

use crate::diagnostics::position::sort_and_dedup;
use crate::diagnostics::shorten::compile_error;

/// The errors of one declaration. Dropping them without [`Errors::into_tokens`] panics in a debug
/// build, since rustc would not see them.
pub(crate) struct Errors {
    /// `None` once they are turned into tokens.
    list: RefCell<Option<Vec<syn::Error>>>,
}

impl Errors {
    pub(crate) fn new() -> Self {
        Errors { list: RefCell::new(Some(Vec::new())) }
    }

    pub(crate) fn count(&self) -> usize {
        self.list.borrow().as_ref().map_or(0, Vec::len)
    }

    pub(crate) fn push(&self, error: syn::Error) {
        if let Some(list) = &mut *self.list.borrow_mut() {
            list.push(error);
        }
    }

    pub(crate) fn at(&self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    /// Reports an error at the span from the first to the last of the tokens.
    pub(crate) fn on(&self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// Returns a `compile_error!` for each error.
    pub(crate) fn into_tokens(self) -> TokenStream {
        let mut list = self.list.borrow_mut().take().unwrap_or_default();
        sort_and_dedup(&mut list, syn::Error::span, ToString::to_string);
        list.iter().map(compile_error).collect()
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        debug_assert!(
            std::thread::panicking() || self.list.borrow().is_none(),
            "errors were dropped without being reported"
        );
    }
}
