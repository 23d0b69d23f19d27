//! The mistakes of one declaration, collected so that all of them come in one compile.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

use crate::diagnostics::position::{offset, position};
use crate::diagnostics::shorten;

/// The mistakes found so far.
pub(crate) struct Errors {
    found: RefCell<Option<Vec<syn::Error>>>,
}

impl Errors {
    pub(crate) fn new() -> Self {
        Errors { found: RefCell::new(Some(Vec::new())) }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.found.borrow().as_ref().map_or(0, Vec::len)
    }

    pub(crate) fn push(&self, error: syn::Error) {
        if let Some(found) = &mut *self.found.borrow_mut() {
            found.push(error);
        }
    }

    /// A mistake at one place.
    pub(crate) fn at(&self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    /// A mistake that stretches over several tokens.
    pub(crate) fn on(&self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// Hands the mistakes over to the compiler. Must be called.
    pub(crate) fn into_tokens(self) -> TokenStream {
        let mut found = self.found.borrow_mut().take().unwrap_or_default();
        if found.len() > 1 {
            if found.iter().all(|error| offset(error.span()).is_some()) {
                found.sort_by_key(|error| offset(error.span()));
            }
            // What an enum gives to all its variants is wrong once, not once for each.
            let mut seen = HashSet::new();
            found.retain(|error| {
                position(error.span()).map_or(true, |at| seen.insert((at, error.to_string())))
            });
        }
        found.iter().map(shorten::compile_error).collect()
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        debug_assert!(
            std::thread::panicking() || self.found.borrow().is_none(),
            "mistakes were found and not handed over"
        );
    }
}
