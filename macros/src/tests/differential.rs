//! `item.rs` against `syn::DeriveInput`: both read the same names, fields, types, attributes and
//! generics from the same items. `raw::until` against `syn::Expr`: both end at the same token.
//!
//! `HTTPERR_ITEMS=200000 cargo test --release -p httperr-macros differential` sets the number of
//! items, `HTTPERR_SEED` the first seed. Each item is generated from a seed of its own, which a
//! failure shows; it then belongs in [`FAILED`].

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse as _, ParseStream, Parser as _};
use syn::{Data, DeriveInput, Meta};

use crate::syntax::item::{Argument, Attribute, Body, Fields, Item, KNOWN_ATTRS};
use crate::syntax::nesting::EXPRESSIONS;
use crate::syntax::tokens::{take_until, Stop};
use crate::tests::fuzz::{number, Random};

/// Seeds of items that were once read otherwise.
const FAILED: &[u64] = &[366, 747, 2_921];

/// Items that were once read otherwise.
const ITEMS: &[&str] = &[
    "enum E { A = 8 as isize | if 1 < 2 { 1 } else { 2 }, B }",
    "enum E { A = 1 << <P<u8, u8>>::N, B }",
    "enum E { A = <P<u8, u8>>::N, B }",
    "enum E { A = P::<u8, u8>::N << 1, B }",
    "enum E { A = { |a, b| 1 }(1, 2), B }",
    "struct S<T>(T) where T: Fn() -> m! {};",
    "struct S { a: u8 = 1 << <P<u8, u8>>::N, b: P<u8, u8> }",
];

#[test]
fn items_are_read_as_by_syn() {
    for text in ITEMS {
        assert_eq!(difference(text), Ok(()), "{text}");
    }
    let begin = number("HTTPERR_SEED", 1);
    let count = number("HTTPERR_ITEMS", 4_000);
    let mut invalid = 0;
    for seed in FAILED.iter().copied().chain(begin..begin + count) {
        let text = Generator::new(seed).item();
        match difference(&text) {
            Ok(()) => {}
            Err(None) => invalid += 1,
            Err(Some(difference)) => panic!("seed {seed}: {text}\n{difference}"),
        }
    }
    assert!(invalid <= count / 100, "{invalid} items of {count} are not valid");
}

/// The tokens that `read` takes from the beginning.
fn head<T>(text: &str, read: impl FnOnce(ParseStream) -> syn::Result<T>) -> String {
    let read = |input: ParseStream| {
        let whole: Vec<TokenTree> = input.cursor().token_stream().into_iter().collect();
        read(input)?;
        let rest = input.parse::<TokenStream>()?.into_iter().count();
        Ok(whole[..whole.len() - rest].iter().map(flat).collect())
    };
    read.parse2(with_groups(text.parse().unwrap())).unwrap()
}

#[test]
fn values_end_where_syn_ends_them() {
    let begin = number("HTTPERR_SEED", 1);
    for seed in begin..begin + number("HTTPERR_ITEMS", 4_000) {
        let mut generator = Generator::new(seed);
        let (first, second) = (generator.expression(), generator.expression());
        for (end, separator) in [(Stop::Comma, ", code ="), (Stop::Arrow, "=> 404, B if")] {
            let text = format!("{first} {separator} {second}");
            let ours = head(&text, |input| Ok(take_until(input, end)));
            let theirs = head(&text, syn::Expr::parse);
            assert_eq!(ours, theirs, "seed {seed}: {text}");
        }
    }
}

#[test]
fn patterns_end_where_syn_ends_them() {
    let begin = number("HTTPERR_SEED", 1);
    for seed in begin..begin + number("HTTPERR_ITEMS", 4_000) {
        let mut generator = Generator::new(seed);
        let first = if generator.once_in(4) { "| " } else { "" };
        let patterns: Vec<&str> =
            (0..=generator.0.below(3)).map(|_| generator.0.of(PATTERNS)).collect();
        let pattern = format!("{first}{}", patterns.join(" | "));
        for rest in ["=> 404, B => |a, b| 5", "if a < b => |a, b| 5", ", c => 404"] {
            let text = format!("{pattern} {rest}");
            let ours = head(&text, |input| Ok(take_until(input, Stop::Guard)));
            let theirs = head(&text, syn::Pat::parse_multi_with_leading_vert);
            assert_eq!(ours, theirs, "seed {seed}: {text}");
        }
    }
}

const PATTERNS: &[&str] = &[
    "_",
    "a",
    "ref mut a",
    "a @ 1..=2",
    "a @ P::<u8, u8>::A",
    "1..",
    "..=-1",
    "-1..=5",
    "'a'..='b'",
    "<P<u8, u8>>::N",
    "<P<u8, u8>>::N..=<P<u8, u8> as A<u8, u8>>::M",
    "..<P<u8, u8>>::N",
    "P::<u8, u8>(a, b)",
    "P::<{ 1 < 2 }, u8> { a, .. }",
    "self::A",
    "(a, b)",
    "[a, ..]",
    "&mut a",
    "m!(a, b)",
    "const { 1 }",
    "NONE { P::<u8, u8>(a, b) }",
    "NONE { a | b }",
];

/// How the two differ in an item; nothing if it is not valid.
fn difference(text: &str) -> Result<(), Option<String>> {
    let tokens = with_groups(text.parse().map_err(|_| None)?);
    let theirs: DeriveInput = syn::parse2(tokens.clone()).map_err(|_| None)?;
    let ours = match Item::parse(tokens) {
        Ok(item) => of_item(&item),
        Err(error) => vec![error.to_string()],
    };
    let theirs = of_syn(&theirs);
    let mut lines = ours.iter().zip(&theirs).map(|(ours, theirs)| (Some(ours), Some(theirs)));
    if let Some((ours, theirs)) = lines.find(|(ours, theirs)| ours != theirs) {
        return Err(Some(format!("item.rs: {ours:?}\nsyn:     {theirs:?}")));
    }
    match ours.len() == theirs.len() {
        true => Ok(()),
        false => Err(Some(format!("item.rs: {ours:#?}\nsyn: {theirs:#?}"))),
    }
}

/// Invisible groups, as `macro_rules!` puts them around its fragments, for `NONE { … }`.
fn with_groups(tokens: TokenStream) -> TokenStream {
    let mut tokens = tokens.into_iter();
    let mut out = TokenStream::new();
    while let Some(token) = tokens.next() {
        out.extend([match token {
            TokenTree::Ident(word) if word == "NONE" => match tokens.next() {
                Some(TokenTree::Group(group)) => {
                    Group::new(Delimiter::None, with_groups(group.stream())).into()
                }
                _ => unreachable!("the generator writes braces"),
            },
            TokenTree::Group(group) => {
                Group::new(group.delimiter(), with_groups(group.stream())).into()
            }
            token => token,
        }]);
    }
    out
}

/// The tokens, without white space and invisible groups.
fn flat(tokens: impl ToTokens) -> String {
    fn put(tokens: TokenStream, out: &mut String) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    let (open, close) = match group.delimiter() {
                        Delimiter::Parenthesis => ("( ", ") "),
                        Delimiter::Brace => ("{ ", "} "),
                        Delimiter::Bracket => ("[ ", "] "),
                        Delimiter::None => ("", ""),
                    };
                    out.push_str(open);
                    put(group.stream(), out);
                    out.push_str(close);
                }
                token => {
                    out.push_str(&token.to_string());
                    out.push(' ');
                }
            }
        }
    }
    let mut out = String::new();
    put(tokens.into_token_stream(), &mut out);
    out
}

fn of_item(item: &Item) -> Vec<String> {
    let mut out = vec![format!("name {}", item.name)];
    attributes(&item.attributes, &mut out);
    out.push(format!("generics {}", flat(&item.generics)));
    out.push(format!("where {}", flat(&item.generics.where_clause)));
    match &item.body {
        Body::Union(_) => out.push("union".to_owned()),
        Body::Struct(of_struct) => {
            out.push("struct".to_owned());
            fields(of_struct, &mut out);
        }
        Body::Enum(variants) => {
            out.push("enum".to_owned());
            for variant in variants {
                out.push(format!("variant {}", variant.name));
                attributes(&variant.attributes, &mut out);
                fields(&variant.fields, &mut out);
            }
        }
    }
    out
}

fn fields(fields: &Fields, out: &mut Vec<String>) {
    out.push(format!("fields {}", fields.named));
    for field in &fields.list {
        out.push(format!("field {:?} {} {}", field.name, field.index, flat(&field.ty)));
        attributes(&field.attributes, out);
    }
}

fn attributes(attributes: &[Attribute], out: &mut Vec<String>) {
    for attribute in attributes {
        let argument = match &attribute.argument {
            Argument::None => "alone".to_owned(),
            Argument::List(list) => format!("list {}", flat(list.stream())),
            Argument::Value(value) => format!("value {}", flat(value)),
        };
        out.push(format!("attribute {} {argument}", attribute.name));
        out.push(format!("whole {}", flat(attribute.whole.stream())));
    }
}

fn of_syn(item: &DeriveInput) -> Vec<String> {
    let mut out = vec![format!("name {}", item.ident)];
    syn_attributes(&item.attrs, &mut out);
    out.push(format!("generics {}", flat(&item.generics)));
    out.push(format!("where {}", flat(&item.generics.where_clause)));
    match &item.data {
        Data::Union(_) => out.push("union".to_owned()),
        Data::Struct(data) => {
            out.push("struct".to_owned());
            syn_fields(&data.fields, &mut out);
        }
        Data::Enum(data) => {
            out.push("enum".to_owned());
            for variant in &data.variants {
                out.push(format!("variant {}", variant.ident));
                syn_attributes(&variant.attrs, &mut out);
                syn_fields(&variant.fields, &mut out);
            }
        }
    }
    out
}

fn syn_fields(fields: &syn::Fields, out: &mut Vec<String>) {
    out.push(format!("fields {}", matches!(fields, syn::Fields::Named(_))));
    for (at, field) in fields.iter().enumerate() {
        out.push(format!("field {:?} {at} {}", field.ident, flat(&field.ty)));
        syn_attributes(&field.attrs, out);
    }
}

fn syn_attributes(attributes: &[syn::Attribute], out: &mut Vec<String>) {
    for attribute in attributes {
        let Some(name) = attribute.path().get_ident() else { continue };
        if !KNOWN_ATTRS.contains(&name.to_string().as_str()) {
            continue;
        }
        let argument = match &attribute.meta {
            Meta::List(list) => format!("list {}", flat(&list.tokens)),
            Meta::NameValue(pair) => format!("value {}", flat(&pair.value)),
            _ => "alone".to_owned(),
        };
        out.push(format!("attribute {name} {argument}"));
        out.push(format!("whole {}", flat(&attribute.meta)));
    }
}

/// Writes items that are valid Rust.
struct Generator(Random);

const NAMES: &[&str] = &["A", "B", "Cd", "r#type", "r#match", "größe", "X9", "_a", "http", "union"];

const ATTRIBUTES: &[&str] = &[
    "#[http(404)]",
    "#[http(404, detail = \"a, {b}\", header(\"x\" = a < b))]",
    "#[http]",
    "#[http[404]]",
    "#[http{404}]",
    "#[NONE { http(404) }]",
    "#[NONE { http } (404)]",
    "#[NONE { NONE { http } (404) }]",
    "#[error(\"a {0}\", a = 1 << 2)]",
    "#[error(transparent)]",
    "#[error::http(404)]",
    "#[::http(404)]",
    "#[r#http(404)]",
    "#[a::b(c)]",
    "#[a]",
    "#[unsafe(no_mangle)]",
    "#[cfg(all(a, b = \"c\"))]",
    "#[doc = \"a\"]",
    "#[doc = NONE { \"a\" }]",
    "#[doc = concat!(\"a\", \"b\")]",
    "#[doc(hidden)]",
    "/// a, b < c\n",
    "/** a */",
    "#[from]",
    "#[source]",
    "#[snafu(display(\"a\"))]",
    "#[allow(dead_code)]",
    "#[forbid(a)]",
];

const VISIBILITIES: &[&str] = &[
    "pub",
    "pub(crate)",
    "pub(self)",
    "pub(super)",
    "pub(in a::b)",
    "NONE {}",
    "NONE { pub }",
    "NONE { pub(crate) }",
    "NONE { pub(in a::b) }",
];

const PREDICATES: &[&str] = &[
    "T: A",
    "T:",
    "T: A + B<u8, u8> + 'a + ?Sized",
    "P<u8, T>: A<B = P<u8, u8>>",
    "'a: 'b + 'c",
    "for<'x, 'y> T: Fn(&'x u8, &'y u8) -> P<u8, u8>",
    "for<'x> &'x T: A<'x, u8>",
    "T: for<'x> A<'x, u8>",
    "[u8; { 1 << 2 }]: A",
    "P<{ 1 < 2 }>: A",
    "T: A<{ N }, u8>",
    "<T as A<u8, u8>>::B: C",
    "T: A<B: C<u8, u8>>",
    "(T, u8): A",
    "fn(u8) -> P<u8, u8>: A",
    "dyn A<u8, u8> + 'a: B",
    "T: Fn() -> m! {}",
    "NONE { P<u8, u8> }: A",
    "T: (A)",
];

const PARAMETERS: &[&str] = &["'a", "'b: 'a + 'c", "'c:", "#[a] 'd"];

const TYPE_PARAMETERS: &[&str] = &[
    "T",
    "T:",
    "#[http] T: A",
    "U: A + ?Sized + 'a",
    "V: Fn(u8, u8) -> P<u8, u8> = fn(u8) -> P<u8, u8>",
    "W = P<u8, P<u8, u8>>",
    "X: for<'x> A<'x, B = u8> = [u8; 1 << 2]",
    "const N: usize",
    "const O: usize = 3",
    "const P: bool = { 1 < 2 }",
    "const Q: i8 = -1",
    "const R: char = 'a'",
];

const TYPES: &[&str] = &[
    "u8",
    "a::B",
    "::a::B",
    "Self",
    "r#type",
    "()",
    "!",
    "&'static str",
    "&'a mut [u8]",
    "*const u8",
    "[u8; 3]",
    "[u8; 1 << 2]",
    "[u8; { 1 < 2 } as usize]",
    "(u8,)",
    "(A)",
    "(crate::A, B)",
    "(self::A)",
    "fn()",
    "fn(u8, _: u8) -> P<u8, u8>",
    "unsafe extern \"C\" fn(a: u8, ...)",
    "for<'x> fn(&'x u8) -> &'x u8",
    "dyn A",
    "dyn A<u8, B = u8> + Send + 'a",
    "dyn for<'x> Fn(&'x u8) -> P<u8, u8> + Send",
    "m!(u8, < u8)",
    "m![u8]",
    "m! { u8 }",
    "P<{ 1 < 2 }, -1, 'a', u8>",
    "P<'a, 'b>",
    "P<>",
    "P::<u8, u8>",
    "NONE { u8 }",
    "NONE { P<u8, u8> }",
    "NONE { NONE { u8 } }",
    "NONE { dyn A + B }",
];

const OPERATORS: &[&str] = &[
    "+", "-", "*", "/", "%", "<<", ">>", "&", "|", "^", "&&", "||", "==", "!=", "<", ">", "<=",
    ">=", "=", "<<=", ">>=", "|=", "..", "..=",
];

const OPERANDS: &[&str] = &[
    "1",
    "-1",
    "1.5",
    "'a'",
    "\"a\"",
    "N",
    "r#as",
    "self::N",
    "P::<u8, u8>::N",
    "<P<u8, u8>>::N",
    "<P<u8, u8> as A<u8, u8>>::N",
    "<<T as A>::B as C<u8, u8>>::N",
    "NONE { 1 }",
    "NONE { a < b }",
    "NONE { P::<u8, u8>::N }",
    "{ 1 }",
    "(1 < 2, 3)",
    "[1, 2]",
    "a.b::<u8, u8>()",
    "a.0.1",
    "a.r#if",
    "a?",
    "a[0]",
    "f(|a, b| 1)",
    "m!(a, b)",
    "P { a: 1, ..b }",
    "P::<u8, u8> { a }",
];

impl Generator {
    fn new(seed: u64) -> Self {
        // So that neighbors have nothing in common.
        Generator(Random::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1))
    }

    /// Whether to do something that is done once in so many times.
    fn once_in(&mut self, times: usize) -> bool {
        self.0.below(times) == 0
    }

    fn item(&mut self) -> String {
        let attributes = self.attributes();
        let visibility = self.visibility();
        let name = self.0.of(NAMES);
        let generics = self.generics();
        let clause = self.clause();
        let head = |keyword| format!("{attributes} {visibility} {keyword} {name} {generics}");
        match self.0.below(8) {
            0 => format!("{} {clause};", head("struct")),
            1 => {
                let fields = self.unnamed();
                format!("{} ({fields}) {clause};", head("struct"))
            }
            2 => {
                let fields = self.named();
                format!("{} {clause} {{ {fields} }}", head("struct"))
            }
            3 => {
                let fields = self.named();
                format!("{} {clause} {{ {fields} }}", head("union"))
            }
            _ => {
                let variants = self.list(5, Self::variant);
                format!("{} {clause} {{ {variants} }}", head("enum"))
            }
        }
    }

    /// With commas between and maybe one at the end.
    fn list(&mut self, most: usize, mut one: impl FnMut(&mut Self) -> String) -> String {
        let count = self.0.below(most + 1);
        let list: Vec<String> = (0..count).map(|_| one(self)).collect();
        let end = if count > 0 && self.once_in(2) { "," } else { "" };
        format!("{}{end}", list.join(", "))
    }

    fn attributes(&mut self) -> String {
        match self.once_in(2) {
            true => (0..self.0.below(4)).map(|_| self.0.of(ATTRIBUTES)).collect(),
            false => String::new(),
        }
    }

    fn visibility(&mut self) -> &'static str {
        match self.once_in(2) {
            true => self.0.of(VISIBILITIES),
            false => "",
        }
    }

    fn generics(&mut self) -> String {
        if self.once_in(3) {
            return String::new();
        }
        let mut list: Vec<&str> = (0..self.0.below(3)).map(|_| self.0.of(PARAMETERS)).collect();
        list.extend((0..self.0.below(4)).map(|_| self.0.of(TYPE_PARAMETERS)));
        let end = if !list.is_empty() && self.once_in(3) { "," } else { "" };
        format!("<{}{end}>", list.join(", "))
    }

    fn clause(&mut self) -> String {
        if self.once_in(2) {
            return String::new();
        }
        format!("where {}", self.list(3, |generator| generator.0.of(PREDICATES).to_owned()))
    }

    fn variant(&mut self) -> String {
        let attributes = self.attributes();
        // rustc refuses it after the macro has run.
        let visibility = if self.once_in(9) { self.visibility() } else { "" };
        let name = self.0.of(NAMES);
        let fields = match self.0.below(3) {
            0 => String::new(),
            1 => format!("({})", self.unnamed()),
            _ => format!("{{ {} }}", self.named()),
        };
        let discriminant = match self.once_in(2) {
            true => format!("= {}", self.expression()),
            false => String::new(),
        };
        format!("{attributes} {visibility} {name} {fields} {discriminant}")
    }

    fn unnamed(&mut self) -> String {
        self.list(3, |generator| {
            let attributes = generator.attributes();
            format!("{attributes} {} {}", generator.visibility(), generator.ty(2))
        })
    }

    fn named(&mut self) -> String {
        self.list(3, |generator| {
            let attributes = generator.attributes();
            let (visibility, name) = (generator.visibility(), generator.0.of(NAMES));
            let value = match generator.once_in(9) {
                true => format!("= {}", generator.expression()),
                false => String::new(),
            };
            format!("{attributes} {visibility} {name}: {} {value}", generator.ty(2))
        })
    }

    fn ty(&mut self, depth: usize) -> String {
        if depth == 0 {
            return self.0.of(TYPES).to_owned();
        }
        match self.0.below(12) {
            0 => format!("P<{}>", self.list(3, |generator| generator.ty(depth - 1))),
            1 => format!("P<'a, A = {}>", self.ty(depth - 1)),
            2 => format!("(u8, {})", self.ty(depth - 1)),
            3 => format!("Box<dyn Fn(u8) -> {}>", self.ty(depth - 1)),
            4 => format!("<{} as A<u8, u8>>::B<u8, u8>", self.ty(depth - 1)),
            5 => format!("NONE {{ {} }}", self.ty(depth - 1)),
            6 => format!("[{}; <P<u8, u8>>::N]", self.ty(depth - 1)),
            7 => format!("&'a ({})", self.ty(depth - 1)),
            _ => self.0.of(TYPES).to_owned(),
        }
    }

    /// One that syn takes: most combinations of operators mean something.
    fn expression(&mut self) -> String {
        for _ in 0..9 {
            let text = self.any_expression(3);
            if text
                .parse()
                .is_ok_and(|tokens| syn::parse2::<syn::Expr>(with_groups(tokens)).is_ok())
            {
                return text;
            }
        }
        "1".to_owned()
    }

    fn any_expression(&mut self, depth: usize) -> String {
        if depth == 0 {
            return self.0.of(OPERANDS).to_owned();
        }
        let left = self.any_expression(depth - 1);
        let operator = self.0.of(OPERATORS);
        let right = match self.once_in(3) {
            true => self.any_expression(depth - 1),
            false => self.0.of(OPERANDS).to_owned(),
        };
        // Without a space the lexer finds the longest operator.
        let space = if self.once_in(4) { "" } else { " " };
        match self.0.below(16) {
            0..=3 => format!("{left} {operator}{space}{right}"),
            4 => format!("{left} as {}", self.ty(1)),
            5 => format!("{left} as {} {operator}{space}{right}", self.ty(1)),
            6 => format!("if {left} {{ 1 }} else {{ 2 }} {operator}{space}{right}"),
            7 => format!("if let 1.. | {right} = {left} {operator}{space}a {{ 1 }} else {{ 2 }}"),
            8 => format!("match {left} {{ a => b, c => d }} {operator}{space}{right}"),
            9 => format!("|a: P<u8, u8>, b| {left}"),
            10 => format!("move |a, b| -> {} {{ {left} }}", self.ty(1)),
            11 => format!("{right} {operator}{space}|a, b| {left}"),
            12 => format!("{operator}{space}{left}"),
            13 => format!("return {left}"),
            14 => format!("{left} {operator}{space}{}", self.0.of(EXPRESSIONS)),
            _ => self.0.of(EXPRESSIONS).to_owned(),
        }
    }
}
