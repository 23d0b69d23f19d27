//! Raw tokens: expressions, patterns and guards, which syn without `full` does not parse.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned, ToTokens as _};
use syn::buffer::Cursor;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{parenthesized, token, Expr, Lit, Path, Token};

use crate::nesting::Nesting;

/// What ends a stretch of raw tokens. A comma ends all of them, so that a mistake in one does not
/// reach into the next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Comma,
    Arrow,
    /// `if` or `=>`.
    Guard,
}

/// Returns the tokens of an expression or a pattern, which syn without `full` does not parse: those
/// up to the end that is not nested in angle brackets or in the parameters of a closure.
pub(crate) fn until(input: ParseStream, end: End) -> TokenStream {
    let mut nesting = match end {
        End::Guard => Nesting::of_pattern(),
        End::Comma | End::Arrow => Nesting::of_expression(),
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
            } else if end != End::Comma && is_arrow(&token, rest)
                || end == End::Guard && is_word(&token, "if")
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
                Some((next, _)) => is_brace(&next) || is_word(&next, "else"),
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

fn is_word(token: &TokenTree, word: &str) -> bool {
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

/// The tokens with the fields themselves where `self.field` is written, and those fields.
pub(crate) fn without_self(tokens: &TokenStream) -> (TokenStream, Vec<Ident>) {
    let list: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut out = TokenStream::new();
    let mut fields = Vec::new();
    let mut at = 0;
    while at < list.len() {
        match &list[at..] {
            [TokenTree::Ident(this), TokenTree::Punct(dot), field, rest @ ..]
                if this == "self" && dot.as_char() == '.' && !is_call(rest) =>
            {
                let span = field.span();
                let name = match field {
                    TokenTree::Ident(name) => name.clone(),
                    field => {
                        let index: String =
                            field.to_string().chars().take_while(char::is_ascii_digit).collect();
                        Ident::new(&format!("_{index}"), span)
                    }
                };
                out.extend(quote_spanned!(span=> (*#name)));
                fields.push(name);
                at += 3;
                continue;
            }
            [TokenTree::Group(group), ..] => {
                let (inside, more) = without_self(&group.stream());
                let mut group = Group::new(group.delimiter(), inside);
                group.set_span(list[at].span());
                out.extend([TokenTree::Group(group)]);
                fields.extend(more);
            }
            [token, ..] => out.extend([token.clone()]),
            [] => {}
        }
        at += 1;
    }
    (out, fields)
}

/// Whether the name before is a method's: `self.name()`, `self.name::<T>()`.
fn is_call(rest: &[TokenTree]) -> bool {
    match rest {
        [TokenTree::Group(group), ..] => group.delimiter() == Delimiter::Parenthesis,
        [TokenTree::Punct(colon), ..] => colon.as_char() == ':',
        _ => false,
    }
}

/// How the tokens look in a message.
pub(crate) fn shown(tokens: &TokenStream) -> String {
    tokens.to_string().replace(" :: ", "::").replace(" (", "(").replace(" . ", ".")
}

/// Tokens of the user's where an expression is asked for. Those that syn cannot read may be an
/// `if`, or may be none: a macro around them keeps the expansion whole, so that rustc reports what
/// is wrong with them and nothing else.
pub(crate) fn expression(tokens: &TokenStream, runtime: &TokenStream) -> TokenStream {
    if syn::parse2::<Expr>(tokens.clone()).is_ok() && !has_hollow(tokens.clone()) {
        return tokens.clone();
    }
    let span = span_of(tokens);
    quote_spanned!(span=> #runtime::__expression!(#tokens))
}

/// Whether there is an invisible group around nothing, which syn does not see and rustc may.
fn has_hollow(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) if group.stream().is_empty() => {
            group.delimiter() == Delimiter::None
        }
        TokenTree::Group(group) => has_hollow(group.stream()),
        _ => false,
    })
}

/// As [`expression`], of a pattern.
pub(crate) fn pattern(tokens: &TokenStream, runtime: &TokenStream) -> TokenStream {
    if is_simple(tokens.clone()) && !has_hollow(tokens.clone()) {
        return tokens.clone();
    }
    let span = span_of(tokens);
    quote_spanned!(span=> #runtime::__pattern!(#tokens))
}

/// As [`expression`], of what stands behind `if`, where `let` may be too.
pub(crate) fn guard(tokens: &TokenStream, runtime: &TokenStream) -> TokenStream {
    let starts_with_let = |tokens: &TokenStream| {
        tokens.clone().into_iter().next().is_some_and(|token| is_word(&token, "let"))
    };
    if !starts_with_let(tokens) {
        return expression(tokens, runtime);
    }
    let conditions = split(tokens, "&&", Nesting::of_expression()).into_iter().map(|condition| {
        if !starts_with_let(&condition) {
            return expression(&condition, runtime);
        }
        let condition: TokenStream = condition.into_iter().skip(1).collect();
        match &split(&condition, "=", Nesting::of_pattern())[..] {
            [of, from] => {
                let (of, from) = (pattern(of, runtime), expression(from, runtime));
                quote!(let #of = #from)
            }
            _ => expression(&condition, runtime),
        }
    });
    quote!(#(#conditions)&&*)
}

/// Returns the stretches between the places where an operator of one or two characters is not
/// nested.
fn split(tokens: &TokenStream, operator: &str, mut nesting: Nesting) -> Vec<TokenStream> {
    let mut parts = vec![TokenStream::new()];
    let mut run = Vec::new();
    for token in tokens.clone() {
        let outside = nesting.pass(&token);
        let joint = matches!(&token, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
        let is_punct = matches!(token, TokenTree::Punct(_));
        run.push(token);
        if joint {
            continue;
        }
        let text: String = run.iter().map(ToString::to_string).collect();
        if is_punct && outside && text == operator {
            parts.push(TokenStream::new());
            run.clear();
        } else if let Some(part) = parts.last_mut() {
            part.extend(run.drain(..));
        }
    }
    if let Some(part) = parts.last_mut() {
        part.extend(run);
    }
    parts
}

/// Whether a pattern is one of those that nearly all are: paths with patterns in parentheses,
/// literals, names and `_`, joined by `|`.
fn is_simple(tokens: TokenStream) -> bool {
    let parser = |input: ParseStream| {
        while simple(input)? {
            if input.parse::<Option<Token![|]>>()?.is_none() {
                return Ok(true);
            }
        }
        Ok(false)
    };
    parser.parse2(tokens).unwrap_or(false)
}

fn simple(input: ParseStream) -> syn::Result<bool> {
    if input.parse::<Option<Token![_]>>()?.is_some() {
        return Ok(true);
    }
    if input.parse::<Option<Token![-]>>()?.is_some() {
        // `Lit` takes a sign of its own.
        let number = input.parse::<Literal>()?;
        return Ok(matches!(Lit::new(number), Lit::Int(_) | Lit::Float(_)));
    }
    if input.peek(Lit) {
        return Ok(input.parse::<Lit>().is_ok());
    }
    if input.peek(Token![..]) && !input.peek(Token![..=]) {
        input.parse::<Token![..]>()?;
        return Ok(input.is_empty());
    }
    if !input.peek(Ident::peek_any) && !input.peek(Token![::]) {
        return Ok(false);
    }
    let path = input.call(Path::parse_mod_style)?;
    if path.get_ident().is_some_and(|word| word == "self" || word == "super" || word == "crate") {
        return Ok(false);
    }
    if !input.peek(token::Paren) {
        return Ok(true);
    }
    let inside;
    parenthesized!(inside in input);
    while !inside.is_empty() {
        let part = until(&inside, End::Comma);
        if !is_simple(part) {
            return Ok(false);
        }
        inside.parse::<Option<Token![,]>>()?;
    }
    Ok(true)
}

/// The place of the first token.
pub(crate) fn span_of(tokens: &TokenStream) -> Span {
    tokens.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span())
}

/// The tokens as if they stood at that place.
pub(crate) fn located(tokens: &TokenStream, span: Span) -> TokenStream {
    let moved = tokens.clone().into_iter().map(|mut token| {
        token.set_span(token.span().located_at(span));
        token
    });
    moved.collect()
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
    use super::*;

    fn first(text: &str, end: End) -> String {
        let read = |input: ParseStream| {
            let tokens = until(input, end);
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
        for text in crate::nesting::EXPRESSIONS {
            for rest in [", b = 1", ", code = x as P<u8, u8>", ", |a, b| c"] {
                let list = format!("{text} {rest}");
                assert_eq!(first(&list, End::Comma), same(text), "{list}");
            }
            assert_eq!(missing_comma(&text.parse().unwrap()).map(|token| token.to_string()), None);
        }
    }

    #[test]
    fn a_guard_ends_at_the_arrow_after_it() {
        for text in crate::nesting::EXPRESSIONS {
            let arm = format!("{text} => 404, B => 500");
            assert_eq!(first(&arm, End::Arrow), same(text), "{arm}");
        }
    }

    #[test]
    fn what_is_never_closed_ends_at_the_first_comma() {
        for text in ["< a", "a as B<", "|a", "<A as B", "a::<B", "x || |y"] {
            let list = format!("{text}, code = 1, b");
            assert_eq!(first(&list, End::Comma), same(text), "{list}");
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

    #[test]
    fn a_let_chain_is_split_at_its_own_operators() {
        let parts =
            |text: &str, operator, nesting| split(&text.parse().unwrap(), operator, nesting).len();
        let chain = "let Some(x) = f::<A, &&B>(y) && z";
        assert_eq!(parts(chain, "&&", Nesting::of_expression()), 2);
        let binding = "Some(x) = f::<dyn A<B = u8>>(y)";
        assert_eq!(parts(binding, "=", Nesting::of_pattern()), 2);
    }
}
