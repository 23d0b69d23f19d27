//! Tokens in the making.

use proc_macro2::{Delimiter, Group, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

/// Text of the expansion's own, and tokens of the user's between.
///
/// rustc lexes a text in one go. To make tokens one by one takes a debug build of this crate, which
/// is what users run, longer.
pub(crate) struct Writer<'a> {
    /// The path to the runtime, where it is not `::httperr`.
    renamed: Option<&'a TokenStream>,
    text: String,
    /// What stands before the text.
    tokens: TokenStream,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(renamed: Option<&'a TokenStream>) -> Self {
        Writer { renamed, text: String::new(), tokens: TokenStream::new() }
    }

    /// Adds text, in which the runtime is `::httperr`.
    pub(crate) fn text(&mut self, pieces: &[&str]) {
        for piece in pieces {
            self.text.push_str(piece);
        }
    }

    /// Adds tokens. The text before them must be whole: delimiters round them are for
    /// [`group`](Self::group).
    pub(crate) fn tokens(&mut self, tokens: TokenStream) {
        if !tokens.is_empty() {
            self.flush();
            self.tokens.extend(tokens);
        }
    }

    /// Adds what another has between delimiters.
    pub(crate) fn group(&mut self, delimiter: Delimiter, inside: Writer<'_>) {
        if inside.has_tokens() {
            return self
                .tokens(TokenTree::from(Group::new(delimiter, inside.into_tokens())).into());
        }
        let (open, close) = match delimiter {
            Delimiter::Brace => ("{", "}"),
            Delimiter::Bracket => ("[", "]"),
            _ => ("(", ")"),
        };
        self.text(&[open, &inside.text, close]);
    }

    /// Whether there is more than text.
    pub(crate) fn has_tokens(&self) -> bool {
        !self.tokens.is_empty()
    }

    pub(crate) fn into_tokens(mut self) -> TokenStream {
        self.flush();
        self.tokens
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            let tokens = lexed(&self.text);
            self.tokens.extend(match self.renamed {
                Some(runtime) => with_runtime(tokens, runtime),
                None => tokens,
            });
            self.text.clear();
        }
    }
}

/// The tokens of a text.
fn lexed(text: &str) -> TokenStream {
    // proc_macro2 would lex the text itself before it lets rustc do so.
    let tokens = match proc_macro::is_available() {
        true => text.parse::<proc_macro::TokenStream>().map(TokenStream::from).ok(),
        false => text.parse().ok(),
    };
    tokens.unwrap_or_else(|| syn::Error::new(Span::call_site(), text).to_compile_error())
}

/// The tokens with another path in the place of `::httperr`.
fn with_runtime(tokens: TokenStream, runtime: &TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut colons = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Punct(ref punct)
                if punct.as_char() == ':'
                    && (colons.len() == 1 || punct.spacing() == Spacing::Joint) =>
            {
                colons.push(token);
                continue;
            }
            TokenTree::Ident(ref word) if colons.len() == 2 && *word == "httperr" => {
                colons.clear();
                out.extend(quote!(#runtime));
                continue;
            }
            _ => {}
        }
        out.extend(colons.drain(..));
        out.extend([match token {
            TokenTree::Group(group) => {
                let mut made = Group::new(group.delimiter(), with_runtime(group.stream(), runtime));
                made.set_span(group.span());
                made.into()
            }
            token => token,
        }]);
    }
    out.extend(colons);
    out
}
