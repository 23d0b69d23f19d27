//! Wraps expressions, patterns and guards that syn without `full` does not parse.

use proc_macro2::{Delimiter, Ident, Literal, Spacing, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{parenthesized, token, Expr, Lit, Path, Token};

use crate::syntax::nesting::Nesting;
use crate::syntax::tokens::{is_ident, span_of, take_until, Stop};

/// Returns an expression of the user's as it is, or in a macro if syn cannot parse it: it may be an
/// `if`, or not an expression. The macro keeps the expansion valid, so that rustc reports the error
/// in the user's tokens and nothing else.
pub(crate) fn expression(tokens: &TokenStream, runtime: &TokenStream) -> TokenStream {
    if syn::parse2::<Expr>(tokens.clone()).is_ok() && !has_empty_group(tokens.clone()) {
        return tokens.clone();
    }
    let span = span_of(tokens);
    quote_spanned!(span=> #runtime::__expression!(#tokens))
}

/// Returns whether there is an empty `Delimiter::None` group, which syn ignores and rustc may not.
fn has_empty_group(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) if group.stream().is_empty() => {
            group.delimiter() == Delimiter::None
        }
        TokenTree::Group(group) => has_empty_group(group.stream()),
        _ => false,
    })
}

/// Does for a pattern what [`expression`] does.
pub(crate) fn pattern(tokens: &TokenStream, runtime: &TokenStream) -> TokenStream {
    if is_simple(tokens.clone()) && !has_empty_group(tokens.clone()) {
        return tokens.clone();
    }
    let span = span_of(tokens);
    quote_spanned!(span=> #runtime::__pattern!(#tokens))
}

/// Does for the condition of `if`, which may be a `let` chain, what [`expression`] does.
pub(crate) fn guard(tokens: &TokenStream, runtime: &TokenStream) -> TokenStream {
    let starts_with_let = |tokens: &TokenStream| {
        tokens.clone().into_iter().next().is_some_and(|token| is_ident(&token, "let"))
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

/// Splits tokens at an operator of one or two characters that is not nested.
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

/// Returns whether a pattern has only paths, tuple structs, literals, bindings and `_`, joined by `|`,
/// as nearly all have.
fn is_simple(tokens: TokenStream) -> bool {
    let parser = |input: ParseStream| {
        while parse_simple(input)? {
            if input.parse::<Option<Token![|]>>()?.is_none() {
                return Ok(true);
            }
        }
        Ok(false)
    };
    parser.parse2(tokens).unwrap_or(false)
}

fn parse_simple(input: ParseStream) -> syn::Result<bool> {
    if input.parse::<Option<Token![_]>>()?.is_some() {
        return Ok(true);
    }
    if input.parse::<Option<Token![-]>>()?.is_some() {
        // `Lit` would parse the `-` too.
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
    if path.get_ident().is_some_and(|ident| ident == "self" || ident == "super" || ident == "crate")
    {
        return Ok(false);
    }
    if !input.peek(token::Paren) {
        return Ok(true);
    }
    let inside;
    parenthesized!(inside in input);
    while !inside.is_empty() {
        let part = take_until(&inside, Stop::Comma);
        if !is_simple(part) {
            return Ok(false);
        }
        inside.parse::<Option<Token![,]>>()?;
    }
    Ok(true)
}

/// Returns the tokens at another location, with their own hygiene.
pub(crate) fn relocate(tokens: &TokenStream, span: Span) -> TokenStream {
    let moved = tokens.clone().into_iter().map(|mut token| {
        token.set_span(token.span().located_at(span));
        token
    });
    moved.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
