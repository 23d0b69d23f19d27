//! `#[derive(HttpError)]`, stage by stage. Read this first.

use proc_macro2::TokenStream;

use crate::diagnostics::errors::Errors;
use crate::diagnostics::shorten::compile_error;
use crate::syntax::item::Item;
use crate::{emit, lower};

pub(crate) fn derive(tokens: TokenStream) -> TokenStream {
    let item = match Item::parse(tokens) {
        Ok(item) => item,
        Err(error) => return compile_error(&error),
    };
    let errors = Errors::new();
    let model = lower::lower(&item, &errors);
    let expansion = model.map(|model| emit::expand(&model)).unwrap_or_default();
    // Errors first, then the impl all the same: without it each use of the type would be one more.
    let mut tokens = errors.into_tokens();
    tokens.extend(expansion);
    tokens
}
