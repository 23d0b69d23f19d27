//! Random tokens, and mutations of valid ones.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use crate::syntax::key::Key;
use crate::tests::random::Random;

const IDENTS: &[&str] = &[
    "A",
    "E",
    "_",
    "_0",
    "_1",
    "a",
    "as",
    "async",
    "axum",
    "Bearer",
    "case",
    "const",
    "crate",
    "dyn",
    "else",
    "false",
    "for",
    "http",
    "httperr",
    "if",
    "in",
    "let",
    "loop",
    "move",
    "mut",
    "NOT_FOUND",
    "NotFound",
    "prefix",
    "r#type",
    "redirect",
    "ref",
    "return",
    "self",
    "Self",
    "Some",
    "static",
    "super",
    "true",
    "u16",
    "unsafe",
    "where",
    "warn",
    "WWW_AUTHENTICATE",
    "yield",
];

const LITERALS: &[&str] = &[
    "0",
    "1",
    "99",
    "100",
    "204",
    "304",
    "305",
    "401",
    "404",
    "404u16",
    "0404",
    "4_04",
    "0x194",
    "0b1",
    "599",
    "600",
    "999",
    "70000",
    "99999999999999999999999999999999999999999999",
    "404.0",
    "4e2",
    "5s",
    "404i8",
    "\"\"",
    "\"404\"",
    "\"{}\"",
    "\"{0}\"",
    "\"{id\"",
    "\"}\"",
    "\"{a.b}\"",
    "\"{:?}\"",
    "\"{a:w$}\"",
    "\"é{é}\"",
    "\"a b\"",
    "\"\\n\"",
    "\"\\u{0}\"",
    "\"kebab-case\"",
    "\"https://a\"",
    "b\"a\"",
    "c\"a\"",
    "r#\"a\"#",
    "'a'",
    "b'a'",
    "'\\u{10ffff}'",
];

/// Parts of format strings, URIs and header values, and characters of one to four bytes, combined,
/// invisible and at the limits of Unicode.
const PIECES: &[&str] = &[
    "{",
    "}",
    "{{",
    "}}",
    "{a}",
    "{0}",
    "{id:?}",
    "{",
    "}",
    "$",
    ":",
    "?",
    "#",
    ".",
    "*",
    ">",
    "<",
    "^",
    "0",
    "1",
    "01",
    "a",
    "id",
    "w$",
    "_0",
    "self",
    "r#type",
    " ",
    "-",
    "+",
    "x",
    "/",
    "//",
    "%",
    "%zz",
    "%41",
    "[",
    "]",
    "@",
    "=",
    ",",
    ";",
    "\"",
    "\\",
    "\\u{d800}",
    "\\x80",
    "'",
    "`",
    "\n",
    "\r",
    "\t",
    "\0",
    "\u{7f}",
    "\u{85}",
    "é",
    "e\u{301}",
    "·",
    "—",
    "…",
    "ß",
    "İ",
    "ǆ",
    "ﬁ",
    "संख्या",
    "数",
    "💥",
    "👩\u{200d}🚀",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\u{d7ff}",
    "\u{e000}",
    "\u{fffd}",
    "\u{10ffff}",
    "https://a",
    "urn:",
    "404",
    "NOT_FOUND",
    "Bearer ",
    "GET, HEAD",
    "max-age=",
    "Sun, 06 Nov 1994 08:49:37 GMT",
];

const PUNCTUATION: &str = "=,:;.#!?$&|+-*/%^@<>~'";

/// Generates tokens.
pub(super) struct Generator(pub(super) Random);

impl Generator {
    fn token(&mut self, depth: usize) -> TokenTree {
        let token = self.ungrouped_token(depth);
        match self.0.below(20) {
            0 => self.in_groups(token),
            _ => token,
        }
    }

    fn ungrouped_token(&mut self, depth: usize) -> TokenTree {
        match self.0.below(if depth == 0 { 8 } else { 10 }) {
            0..=1 => ident(Key::ALL[self.0.below(Key::ALL.len())].name()),
            2..=3 => self.ident(),
            4..=5 => self.literal().into(),
            6..=7 => self.punct(),
            _ => self.group(depth - 1),
        }
    }

    fn ident(&mut self) -> TokenTree {
        match self.0.below(20) {
            0 => {
                let length = self.length();
                ident(&self.0.pick(&["a", "NOT_", "é", "_0"]).repeat(length))
            }
            1 => ident(self.0.pick(&[
                "r#type",
                "r#match",
                "r#NOT_FOUND",
                "r#detail",
                "r#_0",
                "größe",
            ])),
            _ => ident(self.0.pick(IDENTS)),
        }
    }

    /// Returns a length that is mostly small, and sometimes beyond every limit.
    fn length(&mut self) -> usize {
        match self.0.below(4) {
            0 => 200 + self.0.below(2_000),
            _ => 1 + self.0.below(80),
        }
    }

    fn literal(&mut self) -> Literal {
        match self.0.below(10) {
            0 => {
                let length = self.length();
                let digits = self.0.pick(&["1", "0", "9", "1_"]).repeat(length);
                let head = self.0.pick(&["", "", "0x", "0o", "1.", "1e"]);
                let tail = self.0.pick(&["", "", "u8", "i128", "f64", "s"]);
                // Some combinations are two tokens.
                format!("{head}{digits}{tail}").parse().unwrap_or_else(|_| Literal::u8_suffixed(0))
            }
            1..=3 => self.text_literal(),
            _ => self.0.pick(LITERALS).parse().unwrap(),
        }
    }

    fn text(&mut self) -> String {
        match self.0.below(20) {
            0 => {
                let length = self.length();
                self.0.pick(PIECES).repeat(length)
            }
            _ => (0..self.0.below(8)).map(|_| self.piece()).collect(),
        }
    }

    fn piece(&mut self) -> String {
        if self.0.below(4) > 0 {
            return self.0.pick(PIECES).to_owned();
        }
        // A placeholder.
        let name =
            self.0.pick(&["id", "w", "0", "1", "_0", "größe", "type", "r#type", "self", "", "a.b"]);
        let spec: String = (0..self.0.below(4)).map(|_| self.0.pick(PIECES)).collect();
        let end = self.0.pick(&["", "", "w$", ".1$", "?", "#x", "1$.w$", ">5", "—<w$"]);
        let colon = self.0.pick(&[":", ":", "", " :", "::"]);
        format!("{{{name}{colon}{spec}{end}}}")
    }

    pub(super) fn text_literal(&mut self) -> Literal {
        let text = self.text();
        match self.0.below(6) {
            0 => format!("r##\"{text}\"##").parse().unwrap_or_else(|_| Literal::string(&text)),
            1 => format!("\"{text}\"").parse().unwrap_or_else(|_| Literal::string(&text)),
            2 => Literal::byte_string(text.as_bytes()),
            _ => Literal::string(&text),
        }
    }

    /// Puts a token in invisible groups, as nested macros do.
    pub(super) fn in_groups(&mut self, token: TokenTree) -> TokenTree {
        match self.0.below(6) {
            0 => {
                let inner = self.in_groups(token);
                Group::new(Delimiter::None, inner.into()).into()
            }
            _ => token,
        }
    }

    fn punct(&mut self) -> TokenTree {
        // The first two separate values and items, so they are more frequent.
        let count = if self.0.below(2) == 0 { 2 } else { PUNCTUATION.len() };
        let char = PUNCTUATION.chars().nth(self.0.below(count)).unwrap();
        // A single quote is not a token.
        let joint = char != '\'' && self.0.below(4) == 0;
        let char = if char == '\'' { '=' } else { char };
        Punct::new(char, if joint { Spacing::Joint } else { Spacing::Alone }).into()
    }

    fn delimiter(&mut self) -> Delimiter {
        [Delimiter::Parenthesis, Delimiter::Brace, Delimiter::Bracket, Delimiter::None]
            [self.0.below(4)]
    }

    fn group(&mut self, depth: usize) -> TokenTree {
        let inner = self.tokens(depth, 6);
        Group::new(self.delimiter(), inner).into()
    }

    pub(super) fn tokens(&mut self, depth: usize, most: usize) -> TokenStream {
        (0..self.0.below(most)).map(|_| self.token(depth)).collect()
    }

    /// Returns the tokens with one of them, at any depth, inserted, removed, replaced, repeated or
    /// swapped.
    pub(super) fn mutate(&mut self, tokens: TokenStream) -> TokenStream {
        let mut list: Vec<TokenTree> = tokens.into_iter().collect();
        let groups: Vec<usize> =
            (0..list.len()).filter(|at| matches!(list[*at], TokenTree::Group(_))).collect();
        if !groups.is_empty() && self.0.below(5) > 0 {
            let at = groups[self.0.below(groups.len())];
            if let TokenTree::Group(group) = &list[at] {
                let delimiter =
                    if self.0.below(40) == 0 { self.delimiter() } else { group.delimiter() };
                let inner = self.mutate(group.stream());
                list[at] = Group::new(delimiter, inner).into();
            }
            return list.into_iter().collect();
        }
        let at = self.0.below(list.len() + 1);
        let token = self.token(2);
        match self.0.below(5) {
            0 => list.insert(at, token),
            _ if at == list.len() => list.push(token),
            1 => drop(list.remove(at)),
            2 => list[at] = token,
            3 => list.insert(at, list[at].clone()),
            _ => {
                let other = self.0.below(list.len());
                list.swap(at, other);
            }
        }
        list.into_iter().collect()
    }
}

fn ident(text: &str) -> TokenTree {
    match text.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()).into(),
        None => Ident::new(text, Span::call_site()).into(),
    }
}
