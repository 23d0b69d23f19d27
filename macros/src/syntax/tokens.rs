//! Raw tokens: expressions, patterns and guards, which syn without `full` does not parse.

use proc_macro2::{Delimiter, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::buffer::Cursor;
use syn::parse::ParseStream;

use crate::syntax::nesting::Nesting;

/// What ends a stretch of raw tokens. A comma ends all of them, so that a mistake in one does not
/// reach into the next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    Comma,
    Arrow,
    /// `if` or `=>`.
    Guard,
}

/// Returns the tokens of an expression or a pattern, which syn without `full` does not parse: those
/// up to the end that is not nested in angle brackets or in the parameters of a closure.
pub(crate) fn take_until(input: ParseStream, end: Stop) -> TokenStream {
    let mut nesting = match end {
        Stop::Guard => Nesting::of_pattern(),
        Stop::Comma | Stop::Arrow => Nesting::of_expression(),
    };
    let mut tokens = Vec::new();
    let _ = input.step(|start| {
        let mut cursor = *start;
        let mut nested_comma = None;
        while let Some((token, rest)) = cursor.token_tree() {
            if is_comma(&token) {
                if !nesting.is_open() {
                    break;
                }
                nested_comma.get_or_insert((tokens.len(), cursor));
            } else if end != Stop::Comma && is_arrow(&token, rest)
                || end == Stop::Guard && is_ident(&token, "if")
            {
                break;
            }
            nesting.pass(&token);
            tokens.push(token);
            cursor = rest;
        }
        // What is never closed is a mistake, or an operator after one.
        if let Some((length, comma)) = nested_comma.filter(|_| nesting.is_open()) {
            tokens.truncate(length);
            cursor = comma;
        }
        Ok(((), cursor))
    });
    tokens.into_iter().collect()
}

/// Returns the tokens between `match` and its arms.
pub(crate) fn scrutinee(input: ParseStream) -> TokenStream {
    let mut nesting = Nesting::of_expression();
    let mut tokens = Vec::new();
    let _ = input.step(|start| {
        let mut cursor = *start;
        while let Some((token, rest)) = cursor.token_tree() {
            // `match unsafe { a } { … }`, `match if a { b } else { c } { … }`
            let goes_on = || match rest.token_tree() {
                Some((TokenTree::Punct(punct), _)) => matches!(punct.as_char(), '.' | '?'),
                Some((next, _)) => is_brace(&next) || is_ident(&next, "else"),
                None => false,
            };
            if is_brace(&token) && !nesting.is_open() && !goes_on() {
                break;
            }
            nesting.pass(&token);
            tokens.push(token);
            cursor = rest;
        }
        Ok(((), cursor))
    });
    tokens.into_iter().collect()
}

fn is_brace(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
}

fn is_arrow(token: &TokenTree, rest: Cursor) -> bool {
    let is = |punct: &Punct, char| punct.as_char() == char;
    matches!(token, TokenTree::Punct(punct) if is(punct, '=') && punct.spacing() == Spacing::Joint)
        && rest.punct().is_some_and(|(punct, _)| is(&punct, '>'))
}

pub(crate) fn is_ident(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

/// The token before which a comma seems to be missing: two words or literals in a row are no
/// expression, `"a" detail = "b"`.
pub(crate) fn missing_comma(tokens: &TokenStream) -> Option<TokenTree> {
    let is_name = |token: &TokenTree| {
        // Keywords go with what stands beside them: `x as u8`, `if x`.
        matches!(token, TokenTree::Ident(_))
            && syn::parse2::<Ident>(token.to_token_stream()).is_ok()
    };
    let mut before = None::<TokenTree>;
    let mut lifetime = false;
    for token in tokens.clone() {
        let begins = is_name(&token) || matches!(token, TokenTree::Literal(_));
        let ends = before.as_ref().is_some_and(|before| match before {
            TokenTree::Group(group) => {
                matches!(group.delimiter(), Delimiter::Parenthesis | Delimiter::Bracket)
            }
            TokenTree::Literal(_) => true,
            other => is_name(other) && !lifetime,
        });
        if begins && ends {
            return Some(token);
        }
        lifetime = matches!(&before, Some(TokenTree::Punct(quote)) if quote.as_char() == '\'');
        before = Some(token);
    }
    None
}

/// How the tokens look in a message.
pub(crate) fn display_tokens(tokens: &TokenStream) -> String {
    tokens.to_string().replace(" :: ", "::").replace(" (", "(").replace(" . ", ".")
}

/// The place of the first token.
pub(crate) fn span_of(tokens: &TokenStream) -> Span {
    tokens.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span())
}

/// What an invisible group around a macro's fragment holds.
pub(crate) fn ungroup(tokens: &TokenStream) -> Option<TokenStream> {
    let mut tokens = tokens.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            Some(group.stream())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use syn::parse::Parser as _;
    use syn::token;

    use super::*;

    fn first(text: &str, end: Stop) -> String {
        let read = |input: ParseStream| {
            let tokens = take_until(input, end);
            input.parse::<TokenStream>()?;
            Ok(tokens)
        };
        read.parse_str(text).unwrap().to_string()
    }

    fn same(text: &str) -> String {
        text.parse::<TokenStream>().unwrap().to_string()
    }

    #[test]
    fn an_expression_ends_at_the_comma_after_it() {
        for text in crate::syntax::nesting::EXPRESSIONS {
            for rest in [", b = 1", ", code = x as P<u8, u8>", ", |a, b| c"] {
                let list = format!("{text} {rest}");
                assert_eq!(first(&list, Stop::Comma), same(text), "{list}");
            }
            assert_eq!(missing_comma(&text.parse().unwrap()).map(|token| token.to_string()), None);
        }
    }

    #[test]
    fn a_guard_ends_at_the_arrow_after_it() {
        for text in crate::syntax::nesting::EXPRESSIONS {
            let arm = format!("{text} => 404, B => 500");
            assert_eq!(first(&arm, Stop::Arrow), same(text), "{arm}");
        }
    }

    #[test]
    fn what_is_never_closed_ends_at_the_first_comma() {
        for text in ["< a", "a as B<", "|a", "<A as B", "a::<B", "x || |y"] {
            let list = format!("{text}, code = 1, b");
            assert_eq!(first(&list, Stop::Comma), same(text), "{list}");
        }
    }

    #[test]
    fn the_arms_are_the_last_block_of_a_match() {
        for text in [
            "_0",
            "(a, b)",
            "unsafe { a }",
            "if a { b } else { c }",
            "{ a }",
            "{ a }.b?",
            "a { b }?.c",
            "match a { b => c }",
            "f::<{ N }>(a)",
        ] {
            let whole = format!("{text} {{ _ => 404 }}, code = 1");
            let read = |input: ParseStream| {
                let tokens = scrutinee(input);
                assert!(input.peek(token::Brace), "{whole}");
                input.parse::<TokenStream>()?;
                Ok(tokens.to_string())
            };
            assert_eq!(read.parse_str(&whole).unwrap(), same(text), "{whole}");
        }
    }
}
