//! Finds a small input for a failure.

use proc_macro2::{Group, TokenStream, TokenTree};

/// Removes tokens as long as `is_failing` holds.
pub(super) fn shrink(
    tokens: TokenStream,
    is_failing: &dyn Fn(&TokenStream) -> bool,
) -> TokenStream {
    for candidate in without_one_token(&tokens) {
        if is_failing(&candidate) {
            return shrink(candidate, is_failing);
        }
    }
    tokens
}

fn without_one_token(tokens: &TokenStream) -> Vec<TokenStream> {
    let list: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut candidates = Vec::new();
    for index in 0..list.len() {
        let mut less = list.clone();
        less.remove(index);
        candidates.push(less.iter().cloned().collect());
        if let TokenTree::Group(group) = &list[index] {
            for inner in without_one_token(&group.stream()) {
                let mut less = list.clone();
                less[index] = Group::new(group.delimiter(), inner).into();
                candidates.push(less.into_iter().collect());
            }
        }
    }
    candidates
}
