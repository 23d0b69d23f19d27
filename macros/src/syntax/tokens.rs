//! The tokens of expressions, patterns and guards, which syn parses only with its feature `full`.

use proc_macro2::{Delimiter, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::buffer::Cursor;
use syn::parse::ParseStream;

use crate::syntax::nesting::Nesting;

/// Appends tokens. Extending a stream that is empty would copy what it is extended by.
pub(crate) fn append(tokens: &mut TokenStream, more: TokenStream) {
    match tokens.is_empty() {
        true => *tokens = more,
        false => tokens.extend(more),
    }
}

/// The token before which [`take_until`] stops. All of them stop before a comma, so that an error in an
/// item does not affect the next one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    Comma,
    Arrow,
    /// `if` or `=>`.
    Guard,
}

/// Takes the tokens of an expression or a pattern: those before a stop that is neither in angle
/// brackets nor in the parameters of a closure.
pub(crate) fn take_until(input: ParseStream, stop: Stop) -> TokenStream {
    let mut nesting = match stop {
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
            } else if stop != Stop::Comma && is_arrow(&token, rest)
                || stop == Stop::Guard && is_ident(&token, "if")
            {
                break;
            }
            nesting.pass(&token);
            tokens.push(token);
            cursor = rest;
        }
        // A bracket that is never closed is an error, or an operator after one.
        if let Some((length, comma)) = nested_comma.filter(|_| nesting.is_open()) {
            tokens.truncate(length);
            cursor = comma;
        }
        Ok(((), cursor))
    });
    tokens.into_iter().collect()
}

pub(crate) fn take_scrutinee(input: ParseStream) -> TokenStream {
    let mut nesting = Nesting::of_expression();
    let mut tokens = Vec::new();
    let _ = input.step(|start| {
        let mut cursor = *start;
        while let Some((token, rest)) = cursor.token_tree() {
            // `match unsafe { a } { … }`, `match if a { b } else { c } { … }`
            let continues = || match rest.token_tree() {
                Some((TokenTree::Punct(punct), _)) => matches!(punct.as_char(), '.' | '?'),
                Some((next, _)) => is_brace(&next) || is_ident(&next, "else"),
                None => false,
            };
            if is_brace(&token) && !nesting.is_open() && !continues() {
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

pub(crate) fn is_ident(token: &TokenTree, name: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == name)
}

/// Returns the token before which a comma seems to be missing: an expression does not have two names or
/// literals in a row, as in `"a" detail = "b"`.
pub(crate) fn missing_comma(tokens: &TokenStream) -> Option<TokenTree> {
    let is_name = |token: &TokenTree| {
        // A keyword may follow or precede a name: `x as u8`, `if x`.
        matches!(token, TokenTree::Ident(_))
            && syn::parse2::<Ident>(token.to_token_stream()).is_ok()
    };
    let mut previous = None::<TokenTree>;
    let mut is_lifetime = false;
    for token in tokens.clone() {
        let starts_operand = is_name(&token) || matches!(token, TokenTree::Literal(_));
        let ends_operand = previous.as_ref().is_some_and(|previous| match previous {
            TokenTree::Group(group) => {
                matches!(group.delimiter(), Delimiter::Parenthesis | Delimiter::Bracket)
            }
            TokenTree::Literal(_) => true,
            other => is_name(other) && !is_lifetime,
        });
        if starts_operand && ends_operand {
            return Some(token);
        }
        is_lifetime = matches!(&previous, Some(TokenTree::Punct(quote)) if quote.as_char() == '\'');
        previous = Some(token);
    }
    None
}

pub(crate) fn display_tokens(tokens: &TokenStream) -> String {
    tokens.to_string().replace(" :: ", "::").replace(" (", "(").replace(" . ", ".")
}

/// Returns the span of the first token.
pub(crate) fn span_of(tokens: &TokenStream) -> Span {
    tokens.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span())
}

/// Returns the content of the invisible group around a fragment of `macro_rules!`.
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

    fn taken(text: &str, stop: Stop) -> String {
        let parser = |input: ParseStream| {
            let tokens = take_until(input, stop);
            input.parse::<TokenStream>()?;
            Ok(tokens)
        };
        parser.parse_str(text).unwrap().to_string()
    }

    fn formatted(text: &str) -> String {
        text.parse::<TokenStream>().unwrap().to_string()
    }

    #[test]
    fn an_expression_ends_at_the_comma_after_it() {
        for text in crate::syntax::nesting::EXPRESSIONS {
            for rest in [", b = 1", ", code = x as P<u8, u8>", ", |a, b| c"] {
                let list = format!("{text} {rest}");
                assert_eq!(taken(&list, Stop::Comma), formatted(text), "{list}");
            }
            assert_eq!(missing_comma(&text.parse().unwrap()).map(|token| token.to_string()), None);
        }
    }

    #[test]
    fn a_guard_ends_at_the_arrow_after_it() {
        for text in crate::syntax::nesting::EXPRESSIONS {
            let arm = format!("{text} => 404, B => 500");
            assert_eq!(taken(&arm, Stop::Arrow), formatted(text), "{arm}");
        }
    }

    #[test]
    fn an_unclosed_bracket_ends_at_the_first_comma() {
        for text in ["< a", "a as B<", "|a", "<A as B", "a::<B", "x || |y"] {
            let list = format!("{text}, code = 1, b");
            assert_eq!(taken(&list, Stop::Comma), formatted(text), "{list}");
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
            let parser = |input: ParseStream| {
                let tokens = take_scrutinee(input);
                assert!(input.peek(token::Brace), "{whole}");
                input.parse::<TokenStream>()?;
                Ok(tokens.to_string())
            };
            assert_eq!(parser.parse_str(&whole).unwrap(), formatted(text), "{whole}");
        }
    }
}
