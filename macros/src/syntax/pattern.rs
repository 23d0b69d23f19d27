//! The names that a pattern binds.

use proc_macro2::{Delimiter, Ident, Spacing, TokenStream, TokenTree};
use syn::ext::IdentExt as _;

pub(crate) fn binds(pattern: &TokenStream, name: &str) -> bool {
    has_binding(pattern, &|ident| ident == name || ident.unraw() == name)
}

/// Returns whether a pattern may bind a name. A macro in it may.
pub(crate) fn binds_any(pattern: &TokenStream) -> bool {
    has_binding(pattern, &|ident| {
        let text = ident.to_string();
        let is_literal = text == "true" || text == "false" || text == "_";
        !is_literal && !text.starts_with(char::is_uppercase)
    }) || has_macro(pattern)
}

fn has_macro(pattern: &TokenStream) -> bool {
    pattern.clone().into_iter().any(|token| match token {
        TokenTree::Punct(punct) => punct.as_char() == '!',
        TokenTree::Group(group) => has_macro(&group.stream()),
        _ => false,
    })
}

/// Returns whether a pattern has an identifier that `accept` accepts and that is not part of a path or
/// the name of a field, a macro or a tuple variant.
fn has_binding(pattern: &TokenStream, accept: &dyn Fn(&Ident) -> bool) -> bool {
    let mut previous = Previous::Other;
    let mut tokens = pattern.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Ident(ident) if previous != Previous::PathSeparator && accept(ident) => {
                let is_binding = match tokens.peek() {
                    Some(TokenTree::Punct(punct)) => !matches!(punct.as_char(), ':' | '!'),
                    Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::None,
                    _ => true,
                };
                if is_binding {
                    return true;
                }
            }
            TokenTree::Group(group) if has_binding(&group.stream(), accept) => return true,
            _ => {}
        }
        previous = match &token {
            TokenTree::Punct(punct) if punct.as_char() == ':' => match punct.spacing() {
                _ if previous == Previous::JointColon => Previous::PathSeparator,
                Spacing::Joint => Previous::JointColon,
                // Of `field: pattern`.
                Spacing::Alone => Previous::Other,
            },
            _ => Previous::Other,
        };
    }
    false
}

#[derive(PartialEq, Eq)]
enum Previous {
    /// The first colon of `::`.
    JointColon,
    /// `::`
    PathSeparator,
    Other,
}
