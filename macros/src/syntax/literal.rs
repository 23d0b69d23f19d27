//! String literals.

use proc_macro2::{Literal, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Lit;

/// A string literal with its text, which syn's `LitStr` would parse again at each use.
#[derive(Clone)]
pub(crate) struct StringLiteral {
    text: String,
    token: Literal,
}

impl StringLiteral {
    /// Returns `None` for a literal of another kind.
    pub(crate) fn from_token(token: &Literal) -> Option<StringLiteral> {
        let text = string_value(token)?;
        Some(StringLiteral { text, token: token.clone() })
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn span(&self) -> Span {
        self.token.span()
    }
}

impl ToTokens for StringLiteral {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend([TokenTree::Literal(self.token.clone())]);
    }
}

/// Returns the value of a string literal, or `None` for a literal of another kind.
pub(crate) fn string_value(token: &Literal) -> Option<String> {
    let source = token.to_string();
    // Most have no escape.
    if let [b'"', text @ .., b'"'] = source.as_bytes() {
        if !text.contains(&b'\\') {
            return Some(source[1..=text.len()].to_owned());
        }
    }
    // Not a number, whose digits syn parses in quadratic time.
    if !source.starts_with(['"', 'r']) {
        return None;
    }
    match Lit::new(token.clone()) {
        Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}
