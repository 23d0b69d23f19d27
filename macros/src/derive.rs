//! `#[derive(HttpError)]` and `#[derive(FromProblem)]`, stage by stage. Read this first.

use proc_macro2::TokenStream;

use crate::diagnostics::errors::Errors;
use crate::syntax::declaration::Declaration;
use crate::syntax::tokens::append;
use crate::{check, emit, from_problem, lower};

pub(crate) fn derive(tokens: TokenStream) -> TokenStream {
    let errors = Errors::new();
    let expansion = expand(tokens, &errors);
    let mut tokens = errors.into_tokens();
    // Beside the errors too: without the impl, rustc would report one more at each use of the type.
    append(&mut tokens, expansion.unwrap_or_default());
    tokens
}

/// `#[derive(FromProblem)]`, which the rules of HTTP are not checked for: they are for servers.
pub(crate) fn from_problem(tokens: TokenStream) -> TokenStream {
    let errors = Errors::new();
    let expansion = Declaration::parse(tokens, &errors).map(|declaration| {
        let model = lower::lower(&declaration, &errors);
        from_problem::expand(&model, &errors)
    });
    let mut tokens = errors.into_tokens();
    tokens.extend(expansion);
    tokens
}

/// Each stage reports what is wrong and goes on with the nearest declaration that expands.
fn expand(tokens: TokenStream, errors: &Errors) -> Option<TokenStream> {
    let declaration = Declaration::parse(tokens, errors)?;
    let model = lower::lower(&declaration, errors);
    let warnings = check::check(&model, errors);
    Some(emit::expand(&model, &warnings))
}
