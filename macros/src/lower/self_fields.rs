use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote_spanned;

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
