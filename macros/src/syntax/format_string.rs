//! Format strings, by the grammar of [`std::fmt`].

use std::str::Chars;

use proc_macro2::{Literal, Span};

/// A parsed format string. A placeholder that does not follow the grammar is kept as it is, for rustc
/// to report.
#[derive(Default)]
pub(crate) struct FormatString {
    /// The unescaped text of a string without placeholders.
    pub(crate) constant: Option<String>,
    /// The string with `{_0}` for the `{0}` of thiserror.
    pub(crate) string: String,
    pub(crate) captures: Vec<Capture>,
    /// There is a `{}` without a name.
    pub(crate) has_positional: bool,
    /// A mistake that rustc would explain less well.
    pub(crate) mistake: Option<String>,
}

/// A name that a format string captures.
#[derive(Clone)]
pub(crate) struct Capture {
    /// `_0` for `{0}`.
    pub(crate) name: String,
    /// `None` for a width or a precision.
    pub(crate) format_trait: Option<FormatTrait>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum FormatTrait {
    Display,
    Debug,
    LowerHex,
    UpperHex,
    Octal,
    Binary,
    LowerExp,
    UpperExp,
    Pointer,
}

impl FormatTrait {
    fn from_type(text: &str) -> Option<FormatTrait> {
        Some(match text {
            "" => FormatTrait::Display,
            "?" | "x?" | "X?" => FormatTrait::Debug,
            "x" => FormatTrait::LowerHex,
            "X" => FormatTrait::UpperHex,
            "o" => FormatTrait::Octal,
            "b" => FormatTrait::Binary,
            "e" => FormatTrait::LowerExp,
            "E" => FormatTrait::UpperExp,
            "p" => FormatTrait::Pointer,
            _ => return None,
        })
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            FormatTrait::Display => "Display",
            FormatTrait::Debug => "Debug",
            FormatTrait::LowerHex => "LowerHex",
            FormatTrait::UpperHex => "UpperHex",
            FormatTrait::Octal => "Octal",
            FormatTrait::Binary => "Binary",
            FormatTrait::LowerExp => "LowerExp",
            FormatTrait::UpperExp => "UpperExp",
            FormatTrait::Pointer => "Pointer",
        }
    }
}

impl FormatString {
    pub(crate) fn parse(text: &str) -> FormatString {
        let mut format = FormatString::default();
        let mut plain = String::new();
        let mut has_placeholder = false;
        let mut rest = Cursor(text.chars());
        while let Some(char) = rest.0.next() {
            match char {
                '{' | '}' if rest.take(char) => {
                    format.string.extend([char, char]);
                    plain.push(char);
                }
                '{' => {
                    has_placeholder = true;
                    format.placeholder(&mut rest);
                }
                _ => {
                    if char == '}' {
                        format.mistake(format!(
                            "unmatched `{char}`: write `{char}{char}` for the character itself"
                        ));
                    }
                    format.string.push(char);
                    plain.push(char);
                }
            }
        }
        format.constant = (!has_placeholder).then_some(plain);
        format
    }

    fn mistake(&mut self, mistake: String) {
        self.mistake.get_or_insert(mistake);
    }

    fn placeholder(&mut self, rest: &mut Cursor<'_>) {
        let start = rest.clone();
        let argument = rest.number().map(|number| format!("_{number}")).or_else(|| rest.ident());
        rest.skip_white_space();
        let goes_on = !matches!(rest.peek(), Some(':' | '}') | None);
        let mut captures = Vec::new();
        let mut spec = String::new();
        let format_trait = match rest.take(':') {
            true => rest.spec(&mut spec, &mut captures),
            false => Some(FormatTrait::Display),
        };
        rest.skip_white_space();
        if let (Some(format_trait), true) = (format_trait, rest.take('}')) {
            let name = argument.unwrap_or_default();
            self.has_positional |= name.is_empty();
            if spec.contains(".*") {
                self.mistake(
                    "the precision `.*` is not supported: write a number, or a field as in \
                     `{ratio:.digits$}`"
                        .to_owned(),
                );
            }
            self.string.extend(["{", &name, &spec, "}"]);
            if !name.is_empty() {
                self.captures.push(Capture { name, format_trait: Some(format_trait) });
            }
            self.captures.extend(captures);
            return;
        }
        *rest = start;
        let raw = rest.take_while(|char| char != '}');
        match argument.filter(|name| name.starts_with('_') && raw.starts_with(is_digit)) {
            Some(field) => self.string.extend(["{", &field, raw.trim_start_matches(is_digit)]),
            None => self.string.extend(["{", &raw]),
        }
        if !rest.take('}') {
            return;
        }
        self.string.push('}');
        let name = raw.split(':').next().unwrap_or_default();
        if let Some(raw) = name.strip_prefix("r#") {
            self.mistake(format!(
                "a raw identifier in a format string is written without `r#`: write `{{{raw}}}`"
            ));
        } else if goes_on && !name.starts_with(char::is_whitespace) {
            let name = name.trim_end();
            self.mistake(format!(
                "`{{{name}}}` is an expression, and a placeholder takes only a name: write `detail \
                 = format!(\"… {{}}\", {name})`"
            ));
        }
    }

    /// Returns the string with the span of the user's literal, so that a capture resolves there.
    pub(crate) fn literal(&self, span: Span) -> Literal {
        let mut literal = Literal::string(&self.string);
        literal.set_span(span);
        literal
    }
}

/// Returns the names that a format string captures, including those after an invalid placeholder.
pub(crate) fn captured_names(text: &str) -> Vec<String> {
    FormatString::parse(text).captures.into_iter().map(|capture| capture.name).collect()
}

fn is_digit(char: char) -> bool {
    char.is_ascii_digit()
}

#[derive(Clone)]
struct Cursor<'t>(Chars<'t>);

impl Cursor<'_> {
    fn peek(&self) -> Option<char> {
        self.0.clone().next()
    }

    fn take(&mut self, char: char) -> bool {
        self.take_if(|next| next == char).is_some()
    }

    fn take_if(&mut self, accept: impl Fn(char) -> bool) -> Option<char> {
        let char = self.peek().filter(|char| accept(*char))?;
        self.0.next();
        Some(char)
    }

    fn take_while(&mut self, accept: impl Fn(char) -> bool) -> String {
        std::iter::from_fn(|| self.take_if(&accept)).collect()
    }

    fn skip_white_space(&mut self) {
        while self.take_if(char::is_whitespace).is_some() {}
    }

    fn number(&mut self) -> Option<String> {
        let digits = self.take_while(is_digit);
        let number = digits.trim_start_matches('0');
        match (digits.as_str(), number) {
            ("", _) => None,
            (_, "") => Some("0".to_owned()),
            _ => Some(number.to_owned()),
        }
    }

    /// Takes an identifier. It may hold any Unicode character, since rustc, which allows `·` and
    /// combining marks, checks it again.
    fn ident(&mut self) -> Option<String> {
        self.peek().filter(|first| *first == '_' || first.is_alphabetic())?;
        let goes_on = |char: char| match char.is_ascii() {
            true => char == '_' || char.is_ascii_alphanumeric(),
            false => !char.is_whitespace(),
        };
        Some(self.take_while(goes_on))
    }

    fn count(&mut self, spec: &mut String, captures: &mut Vec<Capture>) {
        let start = self.clone();
        let number = self.number();
        let is_number = number.is_some();
        let Some(text) = number.or_else(|| self.ident()) else { return };
        if self.take('$') {
            let name = if is_number { format!("_{text}") } else { text };
            spec.push_str(&name);
            spec.push('$');
            captures.push(Capture { name, format_trait: None });
        } else if is_number {
            spec.push_str(&text);
        } else {
            *self = start;
        }
    }

    fn spec(&mut self, spec: &mut String, captures: &mut Vec<Capture>) -> Option<FormatTrait> {
        spec.push(':');
        let is_align = |char: &char| matches!(char, '<' | '^' | '>');
        let mut ahead = self.0.clone();
        let fill = ahead.next();
        if let (Some(fill), Some(align)) = (fill, ahead.next().filter(is_align)) {
            spec.extend([fill, align]);
            self.0 = ahead;
        } else if let Some(align) = fill.filter(is_align) {
            spec.push(align);
            self.0.next();
        }
        spec.extend(self.take_if(|char| matches!(char, '+' | '-')));
        spec.extend(self.take_if(|char| char == '#'));
        let before_zero = self.clone();
        if self.take('0') {
            // `0$` is a width.
            match self.peek() {
                Some('$') => *self = before_zero,
                _ => spec.push('0'),
            }
        }
        self.count(spec, captures);
        if self.take('.') {
            spec.push('.');
            match self.take('*') {
                true => spec.push('*'),
                false => self.count(spec, captures),
            }
        }
        let format_type = self.take_while(|char| char == '?' || char.is_ascii_alphabetic());
        spec.push_str(&format_type);
        FormatTrait::from_type(&format_type)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captures_follow_the_grammar_of_std_fmt() {
        let parse = |text| {
            let format = FormatString::parse(text);
            assert_eq!(format.mistake, None, "{text}");
            assert!(!format.has_positional, "{text}");
            let captures = format.captures.iter().map(|capture| match capture.format_trait {
                Some(format_trait) => format!("{}: {}", capture.name, format_trait.name()),
                None => format!("{}$", capture.name),
            });
            (format.string, captures.collect::<Vec<_>>().join(", "))
        };
        for (text, string, captures) in [
            ("{a}", "{a}", "a: Display"),
            ("{a :? }", "{a:?}", "a: Debug"),
            ("{0:?} x", "{_0:?} x", "_0: Debug"),
            ("{00}", "{_0}", "_0: Display"),
            ("{a:>w$.p$}", "{a:>w$.p$}", "a: Display, w$, p$"),
            ("{0:>1$}", "{_0:>_1$}", "_0: Display, _1$"),
            ("{a:0w$}", "{a:0w$}", "a: Display, w$"),
            ("{0:01$}", "{_0:0_1$}", "_0: Display, _1$"),
            ("{0:001$}", "{_0:0_1$}", "_0: Display, _1$"),
            ("{0:0$}", "{_0:_0$}", "_0: Display, _0$"),
            ("{a:01$.width1$}", "{a:0_1$.width1$}", "a: Display, _1$, width1$"),
            ("{a:1$.0$}", "{a:_1$._0$}", "a: Display, _1$, _0$"),
            ("{a:w$x}{a:x}", "{a:w$x}{a:x}", "a: LowerHex, w$, a: LowerHex"),
            ("{a:+#010.3?}", "{a:+#010.3?}", "a: Debug"),
            ("{a:#X?}", "{a:#X?}", "a: Debug"),
            (
                "{a:}>5}{a:{^5}{a:—<5}",
                "{a:}>5}{a:{^5}{a:—<5}",
                "a: Display, a: Display, a: Display",
            ),
            ("{a:<<5}{a:x<5x}", "{a:<<5}{a:x<5x}", "a: Display, a: LowerHex"),
            ("{संख्या:>5}", "{संख्या:>5}", "संख्या: Display"),
            ("{id:col·w$}", "{id:col·w$}", "id: Display, col·w$"),
            ("{type}{self:?}", "{type}{self:?}", "type: Display, self: Debug"),
            ("{{{a}}}", "{{{a}}}", "a: Display"),
            (
                "{a:o}{a:b}{a:e}{a:E}{a:p}{a:X}",
                "{a:o}{a:b}{a:e}{a:E}{a:p}{a:X}",
                "a: Octal, a: Binary, a: LowerExp, a: UpperExp, a: Pointer, a: UpperHex",
            ),
        ] {
            assert_eq!(parse(text), (string.to_owned(), captures.to_owned()), "{text}");
            assert!(captured_names(text).iter().all(|name| captures.contains(name.as_str())));
        }
        assert_eq!(FormatString::parse("a {{b}}").constant.as_deref(), Some("a {b}"));
        for text in ["{}", "{:?}", "{ }", "{:.*}"] {
            assert!(FormatString::parse(text).has_positional, "{text}");
        }
    }

    #[test]
    fn an_invalid_placeholder_is_kept_for_rustc_to_report() {
        for text in ["{id:—w$}", "{a", "{a::b}", "{a:?x}", "{a:5_}", "{ a}", "é{é:é", "{_a:y}"]
        {
            let format = FormatString::parse(text);
            assert_eq!((format.string.as_str(), format.mistake), (text, None));
            assert_eq!(format.constant, None, "{text}");
        }
        assert_eq!(FormatString::parse("{0:y}").string, "{_0:y}");
        for (text, mistake) in [
            ("{a:.*}", "the precision `.*` is not supported"),
            ("a}", "unmatched `}`"),
            ("{a.b}", "`{a.b}` is an expression, and a placeholder"),
            ("{0.b:?}", "`{0.b}` is an expression, and a placeholder"),
            ("{r#type}", "write `{type}`"),
        ] {
            let found = FormatString::parse(text).mistake.unwrap();
            assert!(found.contains(mistake), "{found}");
        }
    }
}
