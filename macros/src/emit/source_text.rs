//! Builds the expansion as source text with tokens of the user's in it.
//!
//! rustc lexes a text in one go. Building tokens one by one takes an unoptimized build of this crate,
//! which is what users run, longer (`docs/performance.md`, "To compile").

use std::mem;

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

use crate::syntax::tokens::append;

/// Text that is lexed where tokens follow it, and at the end.
#[derive(Default)]
pub(crate) struct SourceText {
    text: String,
    /// The tokens before `text`, in the innermost group that has tokens.
    tokens: TokenStream,
    groups: Vec<OpenGroup>,
}

struct OpenGroup {
    delimiter: Delimiter,
    /// Where the group begins in `text`, after its delimiter.
    start: usize,
    /// The tokens before the group, once there are tokens in it: it is no longer text then.
    before: Option<TokenStream>,
}

impl SourceText {
    pub(crate) fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds tokens. The text before them must not end inside of a token, and delimiters around them
    /// must be opened with [`open`](Self::open).
    pub(crate) fn tokens(&mut self, tokens: TokenStream) {
        if !tokens.is_empty() {
            self.lex();
            append(&mut self.tokens, tokens);
        }
    }

    pub(crate) fn append(&mut self, other: SourceText) {
        match other.has_tokens() {
            true => self.tokens(other.into_tokens()),
            false => self.text(&other.text),
        }
    }

    pub(crate) fn open(&mut self, delimiter: Delimiter) {
        self.text.push(match delimiter {
            Delimiter::Brace => '{',
            Delimiter::Bracket => '[',
            _ => '(',
        });
        self.groups.push(OpenGroup { delimiter, start: self.text.len(), before: None });
    }

    pub(crate) fn close(&mut self) {
        match self.groups.pop() {
            Some(OpenGroup { delimiter, before: Some(before), .. }) => {
                self.lex();
                let inside = mem::replace(&mut self.tokens, before);
                self.tokens.extend([TokenTree::from(Group::new(delimiter, inside))]);
            }
            Some(group) => self.text.push(match group.delimiter {
                Delimiter::Brace => '}',
                Delimiter::Bracket => ']',
                _ => ')',
            }),
            None => {}
        }
    }

    pub(crate) fn has_tokens(&self) -> bool {
        !self.tokens.is_empty()
    }

    pub(crate) fn into_tokens(mut self) -> TokenStream {
        self.lex();
        self.tokens
    }

    /// Turns the text into tokens, and the groups that are open in it into groups of tokens.
    fn lex(&mut self) {
        let mut start = 0;
        for group in &mut self.groups {
            if group.before.is_none() {
                // Without the delimiter, which is one byte.
                let text = self.text.get(start..group.start - 1).unwrap_or_default();
                extend(&mut self.tokens, text);
                group.before = Some(mem::take(&mut self.tokens));
                start = group.start;
            }
        }
        extend(&mut self.tokens, self.text.get(start..).unwrap_or_default());
        self.text.clear();
    }
}

fn extend(tokens: &mut TokenStream, text: &str) {
    if text.trim_start().is_empty() {
        return;
    }
    // proc_macro2 would lex the text itself before it lets rustc do so.
    let lexed = match proc_macro::is_available() {
        true => text.parse::<proc_macro::TokenStream>().map(TokenStream::from).ok(),
        false => text.parse().ok(),
    };
    let lexed =
        lexed.unwrap_or_else(|| syn::Error::new(Span::call_site(), text).to_compile_error());
    append(tokens, lexed);
}
