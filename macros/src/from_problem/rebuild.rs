//! A pattern as the expression of the value that it matches.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote;

/// Returns the value that a pattern matches, if it matches only one: a path, a literal, or these in
/// parentheses and braces. `read` returns the value of a binding, if there is one.
pub(crate) fn rebuild(
    pattern: &TokenStream,
    read: &mut dyn FnMut(&Ident) -> Option<TokenStream>,
) -> Option<TokenStream> {
    rebuild_in(pattern, false, read)
}

fn rebuild_in(
    pattern: &TokenStream,
    in_braces: bool,
    read: &mut dyn FnMut(&Ident) -> Option<TokenStream>,
) -> Option<TokenStream> {
    let mut out = TokenStream::new();
    let mut tokens = pattern.clone().into_iter().peekable();
    let mut colons = 0;
    while let Some(token) = tokens.next() {
        let is_after = std::mem::take(&mut colons);
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == ':' => {
                colons = is_after + 1;
                out.extend([token]);
            }
            TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | '-') => out.extend([token]),
            // A range, an alternative, a reference or a macro.
            TokenTree::Punct(_) => return None,
            TokenTree::Literal(_) => out.extend([token]),
            TokenTree::Group(group) => out.extend([TokenTree::from(rebuild_group(group, read)?)]),
            TokenTree::Ident(ident) => {
                let is_path = is_after == 2 || is_followed_by_path(tokens.peek());
                let is_field = matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
                match is_path || is_field || is_constant(ident) {
                    _ if is_keyword(ident) => return None,
                    true => out.extend([token]),
                    false => {
                        let value = read(ident)?;
                        out.extend(match in_braces && is_after == 0 {
                            true => quote!(#ident: #value),
                            false => value,
                        });
                    }
                }
            }
        }
    }
    Some(out)
}

fn rebuild_group(
    group: &Group,
    read: &mut dyn FnMut(&Ident) -> Option<TokenStream>,
) -> Option<Group> {
    let delimiter = group.delimiter();
    let inside = match delimiter {
        // The elements of a slice are not all of a value.
        Delimiter::Bracket => return None,
        Delimiter::Brace => rebuild_in(&group.stream(), true, read)?,
        Delimiter::Parenthesis | Delimiter::None => rebuild_in(&group.stream(), false, read)?,
    };
    let mut rebuilt = Group::new(delimiter, inside);
    rebuilt.set_span(group.span());
    Some(rebuilt)
}

fn is_followed_by_path(next: Option<&TokenTree>) -> bool {
    matches!(next, Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::None)
}

fn is_constant(ident: &Ident) -> bool {
    let text = ident.to_string();
    text.starts_with(char::is_uppercase) || text == "true" || text == "false"
}

fn is_keyword(ident: &Ident) -> bool {
    ["_", "ref", "mut", "box"].iter().any(|keyword| ident == keyword)
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::rebuild;

    fn rebuilt(pattern: &str) -> Option<String> {
        let read = &mut |binding: &proc_macro2::Ident| {
            (binding != "unsent").then(|| quote!(read(#binding)))
        };
        rebuild(&pattern.parse().unwrap(), read).map(|tokens| tokens.to_string().replace(' ', ""))
    }

    #[test]
    fn a_pattern_of_one_value_is_an_expression() {
        let rows = [
            ("Kind::Closed", "Kind::Closed"),
            ("a::b::Kind::Closed", "a::b::Kind::Closed"),
            ("None", "None"),
            ("LIMIT", "LIMIT"),
            ("-7", "-7"),
            ("true", "true"),
            ("\"a\"", "\"a\""),
            ("(1, Kind::A)", "(1,Kind::A)"),
            ("Some(wait)", "Some(read(wait))"),
            ("Kind::A { wait }", "Kind::A{wait:read(wait)}"),
            ("Kind::A { wait: other }", "Kind::A{wait:read(other)}"),
            ("wait", "read(wait)"),
        ];
        for (pattern, expected) in rows {
            assert_eq!(rebuilt(pattern).as_deref(), Some(expected), "{pattern}");
        }
    }

    #[test]
    fn a_pattern_of_several_values_is_not() {
        for pattern in [
            "_",
            "1 | 2",
            "1..=5",
            "Some(_)",
            "A { .. }",
            "[a, b]",
            "&A",
            "x @ 1",
            "ref a",
            "unsent",
            "Some(unsent)",
            "A(..)",
            "status!(404)",
        ] {
            assert_eq!(rebuilt(pattern), None, "{pattern}");
        }
    }
}
