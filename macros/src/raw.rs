//! Raw tokens: expressions, patterns and guards, which syn without `full` does not parse.

use proc_macro2::{Delimiter, Spacing, Span, TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::Token;

/// What ends a stretch of raw tokens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Comma,
    Arrow,
    /// `if` or `=>`.
    Guard,
}

/// The tokens of an expression or a pattern, which syn without `full` does not parse: up to the
/// end, but not inside a turbofish or the bars of a closure.
pub(crate) fn until(input: ParseStream, end: End) -> TokenStream {
    let mut tokens = TokenStream::new();
    let mut angles = 0usize;
    let mut closure = false;
    let mut start = true;
    let mut colons = false;
    while !input.is_empty() {
        let comma = angles == 0 && !closure && input.peek(Token![,]);
        let arrow = input.peek(Token![=>]);
        let stop = match end {
            End::Comma => comma,
            End::Arrow => arrow,
            End::Guard => arrow || input.peek(Token![if]),
        };
        if stop {
            break;
        }
        let Ok(token) = input.parse::<TokenTree>() else { break };
        match &token {
            TokenTree::Punct(punct) => {
                match punct.as_char() {
                    '<' if colons || angles > 0 => angles += 1,
                    '>' if angles > 0 => angles -= 1,
                    '|' if closure => closure = false,
                    '|' if start && end == End::Comma && angles == 0 => {
                        // `||` has no parameters between its bars.
                        let empty = punct.spacing() == Spacing::Joint && input.peek(Token![|]);
                        match input.parse::<TokenTree>() {
                            Ok(second) if empty => tokens.extend([token.clone(), second]),
                            Ok(first) => {
                                closure = true;
                                tokens.extend([token.clone(), first]);
                            }
                            Err(_) => tokens.extend([token.clone()]),
                        }
                        continue;
                    }
                    _ => {}
                }
                colons = punct.as_char() == ':';
                start = !matches!(punct.as_char(), '>' | '?');
            }
            TokenTree::Ident(ident) => {
                start = ident == "move" || ident == "return";
                colons = false;
            }
            _ => {
                start = false;
                colons = false;
            }
        }
        tokens.extend([token]);
    }
    tokens
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
