//! Random and mutated tokens through both macros: whatever they are given, they do not panic, and
//! what they make parses.
//!
//! `HTTPERR_FUZZ=100000 cargo test -p httperr-macros fuzz` sets the number of inputs of each kind,
//! `HTTPERR_SEED` where they begin. A failing input is shrunk before it is shown.

use std::panic::{catch_unwind, AssertUnwindSafe};

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{quote, ToTokens as _};
use syn::parse::Parser as _;
use syn::DeriveInput;

use crate::syntax::key::{AttrTarget, Key, FIELD_EXTENSION_USAGE};
use crate::{derive, status_macro};

/// Declarations without a mistake, to be mutated.
const SEEDS: &[&str] = &[
    "#[http(404)] struct S;",
    r#"#[http(status = code, detail = "no {id}", mask, log = off)] struct S { code: u16, id: u8 }"#,
    r#"#[http(429, retry_after = wait, header("x-a" = wait.as_secs(), ALLOW = "GET"))]
       struct S<'a, T: Copy, const N: usize> where T: Send { wait: Duration, rest: [&'a T; N] }"#,
    "#[http(transparent)] struct S(#[from] Inner);",
    r#"#[http(codes(rename_all = "snake_case", prefix = "a."), type_base = "https://a.example/b", allow(leak))]
       #[http(default(500, expose, title = "x"), without(axum), crate = ::a::b)]
       enum E {
           #[error("a {0}")] #[http(NOT_FOUND, code = "gone", type = "urn:a")] A(u8),
           #[error("b")] #[http(-404, extension(a = _0, "b" = 5))] B(u8),
           #[error(transparent)] #[http(400)] C(#[from] F),
           D { #[http(extension)] id: u8, #[http(extension = "b")] b: u8 },
       }"#,
    r#"enum E {
           #[http(match _0 {
               sqlx::Error::RowNotFound => 404,
               Some(1 | 2) => (503, retry_after = 5, name = "X"),
               #[cfg(unix)] e if is_duplicate(e) => (409, code = "duplicate"),
               F { a, .. } | &G(b) if let Some(x) = a && b => (transparent = x),
               1..=5 => (410),
               _ => 500,
           })]
           Db(#[from] sqlx::Error),
           #[http(match (_0, _1.len::<u8, u8>()) { (a, b) if a < b => GONE, _ => (500, mask) })]
           Two(u8, Vec<u8>),
           #[http(status = if *gone { 410 } else { 404 }, detail = |a, b| a + b)]
           If { gone: bool },
           #[http(404, detail = format!("{}, {x}", a), header(self::A = a::<b, c>(d), ::e::F = Some("g")))]
           G { a: u8, r#type: u8 },
           #[allow(deprecated)] #[http(305, allow(deprecated, redirect))] #[deprecated] H,
       }"#,
    r#"#[http(404, detail = "{a:>w$.p$} {{}} {p:?} {a}", extension(r#kind = r#type))]
       pub(crate) struct S { pub a: u8, w: usize, p: usize, r#type: u8 }"#,
    r#"#[http(body = { "error": { "code": code, "message": detail, "n": [1, -2.5, null, (a + 1)] },
           "why"?: why, "type": kind }, extension(kind = "api"))]
       enum E {
           #[http(404, extension(kind = why.len()))] #[error("a")] A { why: String, a: u8 },
           #[http(same_as = C, log = warn)] B,
           #[http(409, body = text, mask)] C,
           #[http(410, body = empty)] D,
           #[http(411, body = a::Xml<u8>, extension(b = 1))] F,
       }"#,
    r#"#[http(404, detail = "no {id}")] struct S { _: u16, id: u8 }"#,
    "#[http(404)] union U { a: u8 }",
    "enum Never {}",
];

const WORDS: &[&str] = &[
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

/// Pieces of text: of format strings, of other formats that are read, and characters of one to four
/// bytes, of several, and of none that is visible.
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

/// Xorshift: the same numbers on every machine.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    pub(crate) fn of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }

    fn token(&mut self, depth: usize) -> TokenTree {
        let token = self.bare_token(depth);
        match self.below(20) {
            0 => self.in_groups(token),
            _ => token,
        }
    }

    fn bare_token(&mut self, depth: usize) -> TokenTree {
        match self.below(if depth == 0 { 8 } else { 10 }) {
            0..=1 => word(Key::ALL[self.below(Key::ALL.len())].name()),
            2..=3 => self.word(),
            4..=5 => self.literal().into(),
            6..=7 => self.punct(),
            _ => self.group(depth - 1),
        }
    }

    fn word(&mut self) -> TokenTree {
        match self.below(20) {
            0 => {
                let length = self.length();
                word(&self.of(&["a", "NOT_", "é", "_0"]).repeat(length))
            }
            1 => word(self.of(&["r#type", "r#match", "r#NOT_FOUND", "r#detail", "r#_0", "größe"])),
            _ => word(self.of(WORDS)),
        }
    }

    /// Mostly a few, at times very many.
    fn length(&mut self) -> usize {
        match self.below(4) {
            0 => 200 + self.below(2_000),
            _ => 1 + self.below(80),
        }
    }

    fn literal(&mut self) -> Literal {
        match self.below(10) {
            0 => {
                let length = self.length();
                let digits = self.of(&["1", "0", "9", "1_"]).repeat(length);
                let head = self.of(&["", "", "0x", "0o", "1.", "1e"]);
                let tail = self.of(&["", "", "u8", "i128", "f64", "s"]);
                // Some combinations are two tokens.
                format!("{head}{digits}{tail}").parse().unwrap_or_else(|_| Literal::u8_suffixed(0))
            }
            1..=3 => self.text_literal(),
            _ => self.of(LITERALS).parse().unwrap(),
        }
    }

    fn text(&mut self) -> String {
        match self.below(20) {
            0 => {
                let length = self.length();
                self.of(PIECES).repeat(length)
            }
            _ => (0..self.below(8)).map(|_| self.piece()).collect(),
        }
    }

    fn piece(&mut self) -> String {
        if self.below(4) > 0 {
            return self.of(PIECES).to_owned();
        }
        // A placeholder.
        let name =
            self.of(&["id", "w", "0", "1", "_0", "größe", "type", "r#type", "self", "", "a.b"]);
        let spec: String = (0..self.below(4)).map(|_| self.of(PIECES)).collect();
        let end = self.of(&["", "", "w$", ".1$", "?", "#x", "1$.w$", ">5", "—<w$"]);
        let colon = self.of(&[":", ":", "", " :", "::"]);
        format!("{{{name}{colon}{spec}{end}}}")
    }

    fn text_literal(&mut self) -> Literal {
        let text = self.text();
        match self.below(6) {
            0 => format!("r##\"{text}\"##").parse().unwrap_or_else(|_| Literal::string(&text)),
            1 => format!("\"{text}\"").parse().unwrap_or_else(|_| Literal::string(&text)),
            2 => Literal::byte_string(text.as_bytes()),
            _ => Literal::string(&text),
        }
    }

    /// In as many invisible groups as macros are nested.
    fn in_groups(&mut self, token: TokenTree) -> TokenTree {
        match self.below(6) {
            0 => {
                let inside = self.in_groups(token);
                Group::new(Delimiter::None, inside.into()).into()
            }
            _ => token,
        }
    }

    fn punct(&mut self) -> TokenTree {
        // The frequent ones at the head are what holds lists and values together.
        let most = if self.below(2) == 0 { 2 } else { PUNCTUATION.len() };
        let char = PUNCTUATION.chars().nth(self.below(most)).unwrap();
        // A quote by itself is no token.
        let joint = char != '\'' && self.below(4) == 0;
        let char = if char == '\'' { '=' } else { char };
        Punct::new(char, if joint { Spacing::Joint } else { Spacing::Alone }).into()
    }

    fn delimiter(&mut self) -> Delimiter {
        [Delimiter::Parenthesis, Delimiter::Brace, Delimiter::Bracket, Delimiter::None]
            [self.below(4)]
    }

    fn group(&mut self, depth: usize) -> TokenTree {
        let inside = self.tokens(depth, 6);
        Group::new(self.delimiter(), inside).into()
    }

    fn tokens(&mut self, depth: usize, most: usize) -> TokenStream {
        (0..self.below(most)).map(|_| self.token(depth)).collect()
    }

    /// A list in which something is otherwise.
    fn mutated(&mut self, tokens: TokenStream) -> TokenStream {
        let mut list: Vec<TokenTree> = tokens.into_iter().collect();
        let groups: Vec<usize> =
            (0..list.len()).filter(|at| matches!(list[*at], TokenTree::Group(_))).collect();
        if !groups.is_empty() && self.below(5) > 0 {
            let at = groups[self.below(groups.len())];
            if let TokenTree::Group(group) = &list[at] {
                let delimiter =
                    if self.below(40) == 0 { self.delimiter() } else { group.delimiter() };
                let inside = self.mutated(group.stream());
                list[at] = Group::new(delimiter, inside).into();
            }
            return list.into_iter().collect();
        }
        let at = self.below(list.len() + 1);
        let token = self.token(2);
        match self.below(5) {
            0 => list.insert(at, token),
            _ if at == list.len() => list.push(token),
            1 => drop(list.remove(at)),
            2 => list[at] = token,
            3 => list.insert(at, list[at].clone()),
            _ => {
                let other = self.below(list.len());
                list.swap(at, other);
            }
        }
        list.into_iter().collect()
    }
}

fn word(text: &str) -> TokenTree {
    match text.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()).into(),
        None => Ident::new(text, Span::call_site()).into(),
    }
}

/// What is wrong with what the derive makes of some tokens.
fn wrong_derive(tokens: &TokenStream) -> Option<String> {
    // rustc hands over nothing but items.
    syn::parse2::<DeriveInput>(tokens.clone()).ok()?;
    if has_broken_fragment(tokens) {
        return None;
    }
    let parse = |made: TokenStream| match syn::parse2::<syn::File>(made.clone()) {
        // `impl default::A for B` is for rustc what it looks like.
        Err(_) if made.to_string().contains("impl default ::") => Ok(()),
        read => read.map(drop),
    };
    wrong(|| derive::derive(tokens.clone()), parse)
}

/// Whether an invisible group outside of the attributes holds what no fragment of a macro is, such as a
/// type with the comma behind it. syn looks through the group, and rustc makes none like it.
fn has_broken_fragment(tokens: &TokenStream) -> bool {
    let mut after_sign = false;
    tokens.clone().into_iter().any(|token| {
        let found = match &token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                after_sign || !is_fragment(&group.stream())
            }
            TokenTree::Group(group) => !after_sign && has_broken_fragment(&group.stream()),
            _ => false,
        };
        after_sign = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#');
        found
    })
}

fn is_fragment(tokens: &TokenStream) -> bool {
    let is_visibility = |input: syn::parse::ParseStream| match input.parse::<syn::Visibility>()? {
        syn::Visibility::Inherited => Err(input.error("nothing")),
        _ => Ok(()),
    };
    is_visibility.parse2(tokens.clone()).is_ok()
        || syn::parse2::<syn::Type>(tokens.clone()).is_ok()
        || syn::parse2::<syn::Expr>(tokens.clone()).is_ok()
}

fn wrong_status(tokens: &TokenStream) -> Option<String> {
    let input = quote!(krate #tokens);
    wrong(|| status_macro::expand(input), |made| syn::parse2::<syn::Expr>(made).map(drop))
}

fn wrong(
    expand: impl FnOnce() -> TokenStream,
    parse: impl FnOnce(TokenStream) -> syn::Result<()>,
) -> Option<String> {
    match catch_unwind(AssertUnwindSafe(expand)) {
        Err(_) => Some("a panic".to_owned()),
        Ok(made) => {
            let error = parse(made.clone()).err()?;
            Some(format!("{error} in\n{made}"))
        }
    }
}

/// The smallest input that is still wrong.
fn shrunk(tokens: TokenStream, wrong: fn(&TokenStream) -> Option<String>) -> TokenStream {
    for smaller in smaller(&tokens) {
        if wrong(&smaller).is_some() {
            return shrunk(smaller, wrong);
        }
    }
    tokens
}

/// Every list that lacks one token of this one, at any depth.
fn smaller(tokens: &TokenStream) -> Vec<TokenStream> {
    let list: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut out = Vec::new();
    for at in 0..list.len() {
        let mut less = list.clone();
        less.remove(at);
        out.push(less.iter().cloned().collect());
        if let TokenTree::Group(group) = &list[at] {
            for inside in smaller(&group.stream()) {
                let mut less = list.clone();
                less[at] = Group::new(group.delimiter(), inside).into();
                out.push(less.into_iter().collect());
            }
        }
    }
    out
}

/// A number from the environment.
pub(crate) fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn run(
    wrong: fn(&TokenStream) -> Option<String>,
    mut make: impl FnMut(&mut Random) -> TokenStream,
) {
    let mut random = Random(number("HTTPERR_SEED", 0x9e37_79b9_7f4a_7c15));
    for _ in 0..number("HTTPERR_FUZZ", 3_000) {
        let tokens = make(&mut random);
        if wrong(&tokens).is_some() {
            let tokens = shrunk(tokens, wrong);
            panic!("{tokens}\nmakes {}", wrong(&tokens).unwrap_or_default());
        }
    }
}

#[test]
fn random_attributes_make_tokens_that_parse() {
    run(wrong_derive, |random| {
        let [of_type, of_variant, of_field] = [8, 12, 4].map(|most| random.tokens(3, most));
        match random.below(2) {
            0 => quote!(
                #[http(#of_variant)]
                struct S {
                    #[http(#of_field)]
                    a: u8,
                    b: T,
                }
            ),
            _ => quote! {
                #[http(#of_type)]
                enum E { #[http(#of_variant)] A(#[http(#of_field)] u8), #[http(404)] B { a: u8 } }
            },
        }
    });
}

#[test]
fn random_arms_make_tokens_that_parse() {
    run(wrong_derive, |random| {
        let arms: TokenStream = (0..random.below(4))
            .map(|_| {
                let [pattern, guard, outcome] = [5, 4, 5].map(|most| random.tokens(2, most));
                match random.below(3) {
                    0 => quote!(#pattern => 404,),
                    1 => quote!(#pattern if #guard => (404, #outcome),),
                    _ => quote!(#pattern => #outcome,),
                }
            })
            .collect();
        let scrutinee = random.tokens(1, 4);
        quote!(
            enum E {
                #[http(match #scrutinee { #arms })]
                A { a: u8 },
                #[http(match _0 { #arms })]
                B(T),
            }
        )
    });
}

#[test]
fn random_values_make_tokens_that_parse() {
    run(wrong_derive, |random| {
        let values: Vec<_> = (0..6).map(|_| random.tokens(2, 6)).collect();
        let [status, detail, header, retry, extension, inner] = &values[..] else { unreachable!() };
        quote! {
            enum E {
                #[http(status = #status, detail = #detail, header("x-a" = #header, a::B = #header))]
                #[http(retry_after = #retry, extension(a = #extension))]
                A { a: u8 },
                #[http(transparent = #inner)]
                B(u8, u8),
            }
        }
    });
}

/// Text wherever a key or an attribute of another macro has one.
#[test]
fn random_text_makes_tokens_that_parse() {
    run(wrong_derive, |random| {
        let mut text = || {
            let literal = random.text_literal();
            random.in_groups(literal.into())
        };
        let (detail, display, doc, code) = (text(), text(), text(), text());
        let (title, uri, name, value) = (text(), text(), text(), text());
        match random.below(4) {
            0 => quote! {
                #[doc = #doc]
                #[http(404, detail = #detail, code = #code, title = #title, type = #uri)]
                struct S { id: u8, r#type: u8, #[http(extension = #name)] w: usize, größe: u8 }
            },
            1 => quote! {
                #[http(codes(prefix = #code), type_base = #uri)]
                enum E {
                    #[doc = #doc] #[error(#display)] #[http(404)] A(u8, usize),
                    #[snafu(display(#display))] #[http(410, detail = #detail)] B { id: u8, w: usize },
                    #[http(411, header(#name = #value), retry_after = #value)] C,
                    #[http(#value)] D,
                }
            },
            2 => quote! {
                #[http(match _0 {
                    #value => (404, code = #code, name = #name),
                    a if a == #value => (410, detail = #detail, extension(#name = #value)),
                    _ => (411, header(ALLOW = #value, WWW_AUTHENTICATE = #value, ETAG = #value))
                })]
                struct S(String);
            },
            _ => quote! {
                #[http(body = { #name: #value, #title?: detail, "a": [#value, (f(#value))] })]
                #[http(default(500, detail = #detail, log = #value))]
                enum E { #[error(#display)] A, #[http(same_as = #name)] B, #[http(404, crate = #value)] C }
            },
        }
    });
}

#[test]
fn mutated_declarations_make_tokens_that_parse() {
    let seeds: Vec<TokenStream> = SEEDS.iter().map(|seed| seed.parse().unwrap()).collect();
    run(wrong_derive, |random| {
        let mut tokens = seeds[random.below(seeds.len())].clone();
        for _ in 0..=random.below(4) {
            let mutated = random.mutated(tokens.clone());
            // What is no item any more never reaches the macro.
            if syn::parse2::<DeriveInput>(mutated.clone()).is_ok() {
                tokens = mutated;
            }
        }
        tokens
    });
}

#[test]
fn random_codes_make_tokens_that_parse() {
    run(wrong_status, |random| {
        let tokens = random.tokens(2, 5);
        match random.below(3) {
            0 => quote!(404 as #tokens),
            1 => quote!(404 #tokens),
            _ => tokens,
        }
    });
}

#[test]
fn the_seeds_have_no_mistake() {
    for seed in SEEDS.iter().filter(|seed| !seed.contains("union") && !seed.contains("-404")) {
        assert_eq!(mistakes(seed), "", "{seed}");
    }
}

#[test]
fn the_usage_of_each_key_compiles_on_its_first_target() {
    for key in Key::ALL.iter().copied() {
        let usage = key.usage();
        let status = match key {
            Key::Status | Key::Transparent | Key::Match | Key::SameAs => "",
            _ => "404,",
        };
        let declaration = match key.targets()[0] {
            AttrTarget::Enum => {
                format!("#[http({usage})] enum E {{ #[http(404)] A {{ id: u8 }} }}")
            }
            AttrTarget::Struct => format!("#[http({status} {usage})] struct S {{ field: u8 }}"),
            AttrTarget::Variant => {
                format!("enum E {{ #[http({usage})] A, #[error(\"b\")] #[http(404)] NotFound }}")
            }
            AttrTarget::Arm => {
                format!("#[http(match _0 {{ _ => ({status} {usage}) }})] struct S(u8);")
            }
            AttrTarget::Default | AttrTarget::Field => unreachable!("{key:?} has another first"),
        };
        assert_eq!(mistakes(&declaration), "", "{declaration}");
    }
    let field = format!("#[http(404)] struct S {{ #[http({FIELD_EXTENSION_USAGE})] a: u8 }}");
    assert_eq!(mistakes(&field), "");
}

/// The messages in what the derive makes of a declaration.
pub(crate) fn mistakes(declaration: &str) -> String {
    let tokens = declaration.parse().unwrap();
    let made = syn::parse2::<syn::File>(derive::derive(tokens)).unwrap();
    let messages = made.items.iter().filter_map(|item| match item {
        syn::Item::Macro(call) if call.mac.path.segments.last()?.ident == "compile_error" => {
            Some(call.mac.tokens.to_token_stream().to_string())
        }
        _ => None,
    });
    messages.collect::<Vec<_>>().join("\n")
}
