//! Where a user's tokens end: groups without tokens.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::syntax::nesting::{Nesting, EXPRESSIONS};

/// Returns for each token whether it is outside.
fn passes(tokens: &[TokenTree], absent: Option<&TokenTree>) -> Vec<bool> {
    let mut nesting = Nesting::of_expression();
    let mut passes = Vec::new();
    for token in tokens {
        if let Some(absent) = absent {
            nesting.pass(absent);
        }
        passes.push(nesting.pass(token));
    }
    passes
}

#[test]
fn an_absent_fragment_of_a_macro_changes_nothing() {
    let absent = TokenTree::Group(Group::new(Delimiter::None, TokenStream::new()));
    for text in EXPRESSIONS {
        let tokens: Vec<TokenTree> = text.parse::<TokenStream>().unwrap().into_iter().collect();
        assert_eq!(passes(&tokens, Some(&absent)), passes(&tokens, None), "{text}");
    }
}

#[test]
fn a_unit_is_a_value() {
    let tokens: Vec<TokenTree> =
        "() < a, b > c".parse::<TokenStream>().unwrap().into_iter().collect();
    assert!(passes(&tokens, None).into_iter().all(|is_outside| is_outside));
}
