//! Uses of `self` in an expression of the user.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote_spanned;

/// Whether an expression calls a method of `HttpError` on the error itself: `self.status()` or
/// `Self::status(self)`, which may be methods of the user's own.
pub(crate) fn calls_method_of_self(expression: &TokenStream) -> bool {
    const METHODS: [&str; 5] = ["case", "status", "detail", "to_response", "to_response_with"];
    let list: Vec<TokenTree> = expression.clone().into_iter().collect();
    list.windows(4).any(|window| match window {
        [receiver, TokenTree::Punct(sign), TokenTree::Ident(name), TokenTree::Group(arguments)] => {
            METHODS.iter().any(|method| name == method)
                && match sign.as_char() {
                    '.' => is_self(receiver),
                    ':' => takes_self(arguments),
                    _ => false,
                }
        }
        _ => false,
    }) || list.iter().any(|token| match token {
        TokenTree::Group(group) => calls_method_of_self(&group.stream()),
        _ => false,
    })
}

/// Whether an expression is the error itself, by reference or not.
pub(crate) fn is_error_itself(expression: &TokenStream) -> bool {
    let mut list = expression.clone().into_iter().filter(
        |token| !matches!(token, TokenTree::Punct(sign) if matches!(sign.as_char(), '&' | '*')),
    );
    match (list.next(), list.next()) {
        (Some(TokenTree::Group(group)), None) => is_error_itself(&group.stream()),
        (Some(token), None) => is_self(&token),
        _ => false,
    }
}

/// The method that an expression calls on the error itself by the path of the trait.
pub(crate) fn trait_method_of_self(expression: &TokenStream) -> Option<Ident> {
    let list: Vec<TokenTree> = expression.clone().into_iter().collect();
    let called = list.windows(5).find_map(|window| match window {
        [TokenTree::Ident(path), _, _, TokenTree::Ident(method), TokenTree::Group(arguments)]
            if path == "HttpError" && takes_self(arguments) =>
        {
            Some(method.clone())
        }
        _ => None,
    });
    called.or_else(|| {
        list.iter().find_map(|token| match token {
            TokenTree::Group(group) => trait_method_of_self(&group.stream()),
            _ => None,
        })
    })
}

fn takes_self(arguments: &Group) -> bool {
    let first = arguments.stream().into_iter().find(
        |token| !matches!(token, TokenTree::Punct(sign) if matches!(sign.as_char(), '&' | '*')),
    );
    first.is_some_and(|token| is_self(&token))
}

fn is_self(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(word) if word == "self")
}

/// The tokens with the fields themselves where `self.field` is written, and those fields.
pub(crate) fn strip_self(tokens: &TokenStream) -> (TokenStream, Vec<Ident>) {
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
                let (inside, more) = strip_self(&group.stream());
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
