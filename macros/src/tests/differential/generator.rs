//! Random items, expressions and patterns.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::syntax::nesting::EXPRESSIONS;
use crate::tests::random::Random;

/// Generates items, expressions and patterns. Nearly all of them are valid.
pub(super) struct Generator(Random);

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

impl Generator {
    pub(super) fn new(seed: u64) -> Self {
        // Spreads neighboring seeds.
        Generator(Random::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1))
    }

    /// Returns true once in so many times.
    fn once_in(&mut self, times: usize) -> bool {
        self.0.below(times) == 0
    }

    pub(super) fn item(&mut self) -> String {
        let attributes = self.attributes();
        let visibility = self.visibility();
        let name = self.0.pick(NAMES);
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
            true => (0..self.0.below(4)).map(|_| self.0.pick(ATTRIBUTES)).collect(),
            false => String::new(),
        }
    }

    fn visibility(&mut self) -> &'static str {
        match self.once_in(2) {
            true => self.0.pick(VISIBILITIES),
            false => "",
        }
    }

    fn generics(&mut self) -> String {
        if self.once_in(3) {
            return String::new();
        }
        let mut list: Vec<&str> = (0..self.0.below(3)).map(|_| self.0.pick(PARAMETERS)).collect();
        list.extend((0..self.0.below(4)).map(|_| self.0.pick(TYPE_PARAMETERS)));
        let end = if !list.is_empty() && self.once_in(3) { "," } else { "" };
        format!("<{}{end}>", list.join(", "))
    }

    fn clause(&mut self) -> String {
        if self.once_in(2) {
            return String::new();
        }
        format!("where {}", self.list(3, |generator| generator.0.pick(PREDICATES).to_owned()))
    }

    fn variant(&mut self) -> String {
        let attributes = self.attributes();
        // Valid syntax, which rustc rejects only after the derive has run.
        let visibility = if self.once_in(9) { self.visibility() } else { "" };
        let name = self.0.pick(NAMES);
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

    pub(super) fn pattern(&mut self) -> String {
        let leading = if self.once_in(4) { "| " } else { "" };
        let patterns: Vec<&str> = (0..=self.0.below(3)).map(|_| self.0.pick(PATTERNS)).collect();
        format!("{leading}{}", patterns.join(" | "))
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
            let (visibility, name) = (generator.visibility(), generator.0.pick(NAMES));
            let value = match generator.once_in(9) {
                true => format!("= {}", generator.expression()),
                false => String::new(),
            };
            format!("{attributes} {visibility} {name}: {} {value}", generator.ty(2))
        })
    }

    fn ty(&mut self, depth: usize) -> String {
        if depth == 0 {
            return self.0.pick(TYPES).to_owned();
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
            _ => self.0.pick(TYPES).to_owned(),
        }
    }

    /// Returns an expression that syn parses, as most combinations of operators and operands do.
    pub(super) fn expression(&mut self) -> String {
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
            return self.0.pick(OPERANDS).to_owned();
        }
        let left = self.any_expression(depth - 1);
        let operator = self.0.pick(OPERATORS);
        let right = match self.once_in(3) {
            true => self.any_expression(depth - 1),
            false => self.0.pick(OPERANDS).to_owned(),
        };
        // Without a space, the lexer may join two operators.
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
            14 => format!("{left} {operator}{space}{}", self.0.pick(EXPRESSIONS)),
            _ => self.0.pick(EXPRESSIONS).to_owned(),
        }
    }
}

/// Replaces `NONE { … }` by an invisible group, as `macro_rules!` puts around its fragments.
pub(super) fn with_groups(tokens: TokenStream) -> TokenStream {
    let mut tokens = tokens.into_iter();
    let mut out = TokenStream::new();
    while let Some(token) = tokens.next() {
        out.extend([match token {
            TokenTree::Ident(ident) if ident == "NONE" => match tokens.next() {
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
