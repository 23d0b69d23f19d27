//! Finds the tokens in angle brackets and between the bars of a closure, where a comma ends neither a
//! discriminant nor a value.
//!
//! proc-macro2 groups only parentheses, brackets and braces. In an expression, `<` and `|` are
//! operators or delimiters, depending on whether an operator or an operand is expected. Like rustc's
//! parser, this state machine tracks that token by token.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, TokenTree};

/// A state machine over the tokens of an expression, a pattern or a type.
pub(crate) struct Nesting {
    expected: Expected,
    /// The number of open angle brackets.
    open: usize,
    /// The expectation after the last of them is closed.
    after: Expected,
    /// The parameters of a closure are open.
    bars: bool,
    /// This is a pattern, in which `|` does not begin a closure.
    pattern: bool,
    /// The previous token is `for`, after which `<…>` is not an operand.
    binder: bool,
    /// The previous token if it is punctuation.
    previous: (char, Spacing),
    /// The first character of an operator that may have a second one: `<` of `<<`.
    operator: Option<char>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    Operand,
    Operator,
    /// A type within an expression, after `as` or `->`.
    Type,
    /// The rest of such a type, which generics or `::` may continue.
    Generics,
    /// The rest of such a type, which `::` may continue.
    Path,
    /// Nothing but types, in which `<` is never an operator.
    OnlyTypes,
}

impl Nesting {
    fn new(expected: Expected) -> Self {
        Nesting {
            expected,
            open: 0,
            after: expected,
            bars: false,
            pattern: false,
            binder: false,
            previous: (' ', Spacing::Alone),
            operator: None,
        }
    }

    pub(crate) fn of_types() -> Self {
        Self::new(Expected::OnlyTypes)
    }

    pub(crate) fn of_expression() -> Self {
        Self::new(Expected::Operand)
    }

    pub(crate) fn of_pattern() -> Self {
        Nesting { pattern: true, ..Self::new(Expected::Operand) }
    }

    pub(crate) fn is_open(&self) -> bool {
        self.open > 0 || self.bars
    }

    /// Advances over a token. Returns whether it is outside: an opening bracket is not, a closing one is.
    pub(crate) fn pass(&mut self, token: &TokenTree) -> bool {
        match token {
            TokenTree::Punct(punct) => {
                self.punct(punct);
                self.previous = (punct.as_char(), punct.spacing());
            }
            // A parser does not see it.
            TokenTree::Group(group) if is_empty_group(group) => {}
            token => {
                if !self.is_open() && self.expected != Expected::OnlyTypes {
                    self.expected = match token {
                        TokenTree::Ident(ident) => self.ident(ident),
                        TokenTree::Group(group) => self.group(group),
                        _ => self.literal(),
                    };
                }
                self.previous = (' ', Spacing::Alone);
                self.operator = None;
            }
        }
        !self.is_open()
    }

    fn follows(&self, char: char) -> bool {
        self.previous == (char, Spacing::Joint)
    }

    fn open(&mut self, after: Expected) -> Expected {
        self.open = 1;
        self.after = after;
        after
    }

    fn punct(&mut self, punct: &Punct) {
        let char = punct.as_char();
        if self.open > 0 {
            return self.in_angles(char);
        }
        if self.bars {
            // `return |= b` does not have a closure.
            self.bars = char != '|' && !(char == '=' && self.follows('|'));
            return;
        }
        let operator = self.operator.take();
        if operator == Some(char) && self.follows(char) {
            return;
        }
        if char == '=' && !self.follows('.') {
            self.pattern = false;
        }
        let binder = std::mem::take(&mut self.binder);
        self.expected = match (self.expected, char) {
            // A lifetime or a label.
            (expected, '\'') => expected,
            (Expected::OnlyTypes, '<') => self.open(Expected::OnlyTypes),
            (Expected::OnlyTypes, _) => Expected::OnlyTypes,
            (before @ (Expected::Operand | Expected::Type), '<') if binder => {
                self.pattern = false;
                self.open(before)
            }
            (Expected::Operand, '<') => self.open(Expected::Operator),
            (Expected::Type | Expected::Generics, '<') => self.open(Expected::Path),
            (Expected::Type, '!') => Expected::Path,
            (Expected::Type, '&' | '*' | '?')
            | (Expected::Type | Expected::Generics | Expected::Path, ':') => Expected::Type,
            (Expected::Operand, '>') if self.follows('-') => Expected::Type,
            (Expected::Operand, '|') => {
                self.bars = !self.pattern;
                Expected::Operand
            }
            (Expected::Operator, '?') => Expected::Operator,
            (Expected::Operand, _) => Expected::Operand,
            // A token that cannot continue a type is an operator after it.
            _ => {
                self.operator = matches!(char, '<' | '|').then_some(char);
                Expected::Operand
            }
        };
    }

    fn in_angles(&mut self, char: char) {
        match char {
            '<' => self.open += 1,
            '>' if !self.follows('-') => {
                self.open -= 1;
                if self.open == 0 {
                    self.expected = self.after;
                }
            }
            // `a as u8 <= b`, `return <<= b`
            '=' if self.follows('<') => {
                self.open = 0;
                self.expected = Expected::Operand;
            }
            _ => {}
        }
    }

    fn ident(&mut self, ident: &Ident) -> Expected {
        self.binder = false;
        if self.previous.0 == '\'' {
            return self.expected;
        }
        let ident = ident.to_string();
        if self.expected == Expected::Type {
            self.binder = ident == "for";
            return match ident.as_str() {
                "const" | "dyn" | "extern" | "for" | "impl" | "mut" | "unsafe" => Expected::Type,
                "_" => Expected::Path,
                _ => Expected::Generics,
            };
        }
        match ident.as_str() {
            "as" => return Expected::Type,
            "let" => self.pattern = true,
            "for" => {
                self.pattern = true;
                self.binder = true;
            }
            "in" => self.pattern = false,
            "async" | "break" | "const" | "else" | "if" | "loop" | "match" | "move" | "mut"
            | "ref" | "return" | "static" | "unsafe" | "while" | "yield" => {}
            _ => return Expected::Operator,
        }
        Expected::Operand
    }

    fn literal(&self) -> Expected {
        match self.expected {
            // `extern "C"`
            Expected::Type => Expected::Type,
            _ => Expected::Operator,
        }
    }

    fn group(&self, group: &Group) -> Expected {
        let parenthesis = group.delimiter() == Delimiter::Parenthesis;
        match self.expected {
            Expected::Type if group.delimiter() != Delimiter::Brace => Expected::Path,
            // `fn(A)`
            Expected::Generics if parenthesis => Expected::Path,
            // The rest of an attribute.
            Expected::Operand if self.previous.0 == '#' => Expected::Operand,
            _ => Expected::Operator,
        }
    }
}

/// Returns whether a group is an optional fragment of `macro_rules!` that is absent.
fn is_empty_group(group: &Group) -> bool {
    group.delimiter() == Delimiter::None && group.stream().is_empty()
}

#[cfg(test)]
pub(crate) use tests::EXPRESSIONS;

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;

    use super::*;

    /// Expressions with a comma of their own, or with an operator that looks like a delimiter.
    pub(crate) const EXPRESSIONS: &[&str] = &[
        "1 << <P<u8, u8>>::N",
        "1 <<<P<u8, u8>>::N",
        "1 < <P<u8, u8>>::N",
        "8 as isize | if 1 < 2 { 1 } else { 2 }",
        "if 1 < 2 { 3 } else { 4 }",
        "if <P<u8, u8>>::N < 2 { 3 } else { 4 }",
        "match <P<u8, u8>>::N { _ => 1 }",
        "return <P<u8, u8>>::N",
        "a as Foo<u8, u8>",
        "a as Foo<u8, u8> < b",
        "a as u8 <= b",
        "a as _ < b",
        "return <<= b",
        "return |= b",
        "a as ! << <P<u8, u8>>::N",
        "a as *const P<u8, u8> == b",
        "a as &'a P<u8, u8> == b",
        "a as &'a mut dyn for<'b> P<'b, u8> == b",
        "a as fn(u8) -> P<u8, u8> == b",
        "a as unsafe extern \"C\" fn(u8) -> P<u8, u8> | b < c",
        "a as for<'a> fn(&'a u8) -> P<u8, u8> | b < c",
        "a as [u8; 2] < b",
        "a as (u8,) < b",
        "a as <P<u8, u8> as X<u8, u8>>::Y<u8, u8> | b < c",
        "a as A::B::<u8, u8> - 1 < 2",
        "a as u8 as P<u8, u8>",
        "x.y::<A, B>() < c",
        "x.y::<A, B>().z < c",
        "x.0 < y",
        "x? < y",
        "x..<P<u8, u8>>::N",
        "x..=y << z",
        "x >> y < z",
        "x >= y && y <= <P<u8, u8>>::N",
        "x != <P<u8, u8>>::N",
        "-<P<u8, u8>>::N < 2",
        "vec![1] < y",
        "{ 1 } < 2",
        "loop { break 2 } < 2",
        "'a: loop { break 'a } < 2",
        "x = y || z < w",
        "a | b < c",
        "|a, b| a < b",
        "move |a: P<u8, u8>, b| -> P<u8, u8> { c }",
        "for<'a, 'b> |a: &'a u8, b: &'b u8| a < b",
        "|| a < b",
        "x || |a, b| c",
        "x |||a, b| c",
        "x == |a, b| c",
        "&|a, b| c",
        "async move |a, b| c",
        "if let Some(x) = y && let P::<A, B>(z) = w { 1 } else { 2 }",
        "if let 1.. | 5 = x { |a, b| 1 } else { 2 }",
        "if let 1..=2 | 5 = x { 1 } else { 2 } | 3",
        "if let | A | B = x { 1 } else { 2 }",
        "P::<{ 1 < 2 }, u8>::N < 2",
        "P::<fn(u8) -> u8, u8>::N < 2",
        "P::<A<B<C, D>>, u8>::N >> 2",
        "&raw const x < y",
        "const { 1 } < 2",
        "unsafe { 1 } | 2",
        "#[a] <P<u8, u8>>::N",
    ];

    /// Returns the number of commas that split the list.
    fn count_commas(text: &str, mut nesting: Nesting) -> usize {
        let tokens: TokenStream = text.parse().unwrap();
        let is_comma = |token: &TokenTree| token.to_string() == ",";
        tokens.into_iter().filter(|token| nesting.pass(token) && is_comma(token)).count()
    }

    #[test]
    fn only_commas_between_expressions_are_outside() {
        for text in EXPRESSIONS {
            let _: syn::Expr = syn::parse_str(text).expect(text);
            let three = format!("{text}, {text}, {text}");
            assert_eq!(count_commas(&three, Nesting::of_expression()), 2, "{text}");
        }
    }

    #[test]
    fn only_commas_between_patterns_are_outside() {
        for text in [
            "1.. | 5",
            "| A | B",
            "P::<A, B>(c)",
            "<P<u8, u8>>::N | 5",
            "<P<u8, u8>>::N..=<P<u8, u8>>::M",
            "..=-1 | 5",
            "a @ P::<A, B> { .. }",
            "&a | &mut b",
        ] {
            use syn::parse::Parser as _;
            syn::Pat::parse_multi_with_leading_vert.parse_str(text).expect(text);
            let two = format!("{text}, {text}");
            // Only the first pattern may have a leading `|`.
            assert_eq!(count_commas(&two, Nesting::of_pattern()), 1, "{text}");
        }
    }

    #[test]
    fn only_commas_between_types_are_outside() {
        for text in ["P<u8, u8>", "fn(u8) -> P<u8, u8>", "<P<u8, u8> as X>::Y", "[u8; 1 < 2]"] {
            let _: syn::Type = syn::parse_str(text).expect(text);
            assert_eq!(count_commas(&format!("{text}, {text}"), Nesting::of_types()), 1, "{text}");
        }
    }
}
