//! Wraps expressions, patterns and guards that syn without `full` does not parse.

use proc_macro2::{Delimiter, Ident, Literal, Spacing, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{parenthesized, token, Expr, Lit, Path, Token};

use crate::syntax::nesting::Nesting;
use crate::syntax::tokens::{is_word, span_of, until, End};

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

/// The tokens as if they stood at that place.
pub(crate) fn located(tokens: &TokenStream, span: Span) -> TokenStream {
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
