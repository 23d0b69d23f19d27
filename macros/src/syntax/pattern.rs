//! The names that a pattern binds.

use proc_macro2::{Delimiter, Ident, Spacing, TokenStream, TokenTree};
use syn::ext::IdentExt as _;

/// Whether a pattern binds a name.
pub(crate) fn binds(pattern: &TokenStream, name: &str) -> bool {
    has_binding(pattern, &|word| word == name || word.unraw() == name)
}

/// Whether a pattern may bind any name. A macro may.
pub(crate) fn binds_any(pattern: &TokenStream) -> bool {
    has_binding(pattern, &|word| {
        let text = word.to_string();
        let is_literal = text == "true" || text == "false" || text == "_";
        !is_literal && !text.starts_with(char::is_uppercase)
    }) || has_macro(pattern)
}

fn has_macro(pattern: &TokenStream) -> bool {
    pattern.clone().into_iter().any(|token| match token {
        TokenTree::Punct(sign) => sign.as_char() == '!',
        TokenTree::Group(group) => has_macro(&group.stream()),
        _ => false,
    })
}

/// Whether there is an identifier in a pattern, among those that fit, that is neither part of a path
/// nor the name of a field, a macro or a tuple variant.
fn has_binding(pattern: &TokenStream, fits: &dyn Fn(&Ident) -> bool) -> bool {
    let mut before = ' ';
    let mut tokens = pattern.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Ident(word) if before != ':' && fits(word) => {
                let is_binding = match tokens.peek() {
                    Some(TokenTree::Punct(sign)) => !matches!(sign.as_char(), ':' | '!'),
                    Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::None,
                    _ => true,
                };
                if is_binding {
                    return true;
                }
            }
            TokenTree::Group(group) if has_binding(&group.stream(), fits) => return true,
            _ => {}
        }
        before = match &token {
            // The second of `::`; the one of `field: pattern` stands alone.
            TokenTree::Punct(sign) if sign.as_char() == ':' && before == '.' => ':',
            TokenTree::Punct(sign) if sign.as_char() == ':' && sign.spacing() == Spacing::Joint => {
                '.'
            }
            _ => ' ',
        };
    }
    false
}
