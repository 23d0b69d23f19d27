//! Names, words and format strings.

use std::str::Chars;

use proc_macro2::Literal;
use syn::LitStr;

/// A format string, read by the grammar of [`std::fmt`]. A placeholder that does not follow it is
/// kept as it was written, for rustc to report.
#[derive(Default)]
pub(crate) struct Format {
    /// The text itself, when nothing is captured.
    pub(crate) constant: Option<String>,
    /// The string with thiserror's `{0}` as `{_0}`.
    pub(crate) string: String,
    /// The names that are captured, each with its format trait: `' '` for `Display`, `'?'` for
    /// `Debug`, the type itself for the others (`'x'`), and `'$'` for a width or a precision.
    pub(crate) captures: Vec<(String, char)>,
    /// A `{}` that names nothing.
    pub(crate) positional: bool,
    /// A mistake that rustc would explain less well.
    pub(crate) mistake: Option<String>,
}

impl Format {
    pub(crate) fn read(text: &str) -> Format {
        let mut format = Format::default();
        let mut plain = String::new();
        let mut captures = false;
        let mut rest = Cursor(text.chars());
        while let Some(char) = rest.0.next() {
            match char {
                '{' | '}' if rest.take(char) => {
                    format.string.extend([char, char]);
                    plain.push(char);
                }
                '{' => {
                    captures = true;
                    format.placeholder(&mut rest);
                }
                _ => {
                    if char == '}' {
                        format.mistake(
                            "a `}` without its `{`: write `}}` for the character itself".to_owned(),
                        );
                    }
                    format.string.push(char);
                    plain.push(char);
                }
            }
        }
        format.constant = (!captures).then_some(plain);
        format
    }

    fn mistake(&mut self, mistake: String) {
        self.mistake.get_or_insert(mistake);
    }

    /// Reads a placeholder behind its `{`.
    fn placeholder(&mut self, rest: &mut Cursor<'_>) {
        let start = rest.clone();
        let argument = rest.digits().map(|number| format!("_{number}")).or_else(|| rest.word());
        rest.white_space();
        let goes_on = !matches!(rest.peek(), Some(':' | '}') | None);
        let mut captures = Vec::new();
        let mut spec = String::new();
        let kind = match rest.take(':') {
            true => rest.spec(&mut spec, &mut captures),
            false => Some(' '),
        };
        rest.white_space();
        if let (Some(kind), true) = (kind, rest.take('}')) {
            let name = argument.unwrap_or_default();
            self.positional |= name.is_empty();
            if spec.contains(".*") {
                self.mistake(
                    "`.*` names no precision: write a number, or a field as in `{ratio:.digits$}`"
                        .to_owned(),
                );
            }
            self.string.extend(["{", &name, &spec, "}"]);
            if !name.is_empty() {
                self.captures.push((name, kind));
            }
            self.captures.extend(captures);
            return;
        }
        *rest = start;
        let raw = rest.while_some(|char| char != '}');
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
                "in a format string a raw name is written without its `r#`: write `{{{raw}}}`"
            ));
        } else if goes_on && !name.starts_with(char::is_whitespace) {
            let name = name.trim_end();
            self.mistake(format!(
                "`{{{name}}}` is more than a name: write `detail = format!(\"… {{}}\", {name})`"
            ));
        }
    }

    /// The string as a literal at the user's place, so that a capture resolves there.
    pub(crate) fn literal(&self, original: &LitStr) -> Literal {
        let mut literal = Literal::string(&self.string);
        literal.set_span(original.span());
        literal
    }
}

/// Returns the names that a format string captures, `_0` for `{0}`. What follows a placeholder that
/// rustc refuses is read as well.
pub(crate) fn captured_names(text: &str) -> Vec<String> {
    Format::read(text).captures.into_iter().map(|(name, _)| name).collect()
}

fn is_digit(char: char) -> bool {
    char.is_ascii_digit()
}

/// The rest of a format string.
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

    fn while_some(&mut self, accept: impl Fn(char) -> bool) -> String {
        std::iter::from_fn(|| self.take_if(&accept)).collect()
    }

    fn white_space(&mut self) {
        while self.take_if(char::is_whitespace).is_some() {}
    }

    /// Takes a number, without the zeros that it does not need.
    fn digits(&mut self) -> Option<String> {
        let digits = self.while_some(is_digit);
        let number = digits.trim_start_matches('0');
        match (digits.as_str(), number) {
            ("", _) => None,
            (_, "") => Some("0".to_owned()),
            _ => Some(number.to_owned()),
        }
    }

    /// Takes an identifier. What of Unicode may be in one is for rustc to judge, which would
    /// accept `·` and combining marks, too.
    fn word(&mut self) -> Option<String> {
        self.peek().filter(|first| *first == '_' || first.is_alphabetic())?;
        let goes_on = |char: char| match char.is_ascii() {
            true => char == '_' || char.is_ascii_alphanumeric(),
            false => !char.is_whitespace(),
        };
        Some(self.while_some(goes_on))
    }

    /// Takes `name$` or `0$`, which is a capture, or a plain number.
    fn count(&mut self, spec: &mut String, captures: &mut Vec<(String, char)>) {
        let start = self.clone();
        let number = self.digits();
        let is_number = number.is_some();
        let Some(text) = number.or_else(|| self.word()) else { return };
        if self.take('$') {
            let name = if is_number { format!("_{text}") } else { text };
            spec.push_str(&name);
            spec.push('$');
            captures.push((name, '$'));
        } else if is_number {
            spec.push_str(&text);
        } else {
            *self = start;
        }
    }

    /// Takes a format specification behind its `:`. Gives the kind of the trait, if it is known.
    fn spec(&mut self, spec: &mut String, captures: &mut Vec<(String, char)>) -> Option<char> {
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
        spec.extend(self.take_if(|sign| matches!(sign, '+' | '-')));
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
        let kind = self.while_some(|char| char == '?' || char.is_ascii_alphabetic());
        spec.push_str(&kind);
        match kind.as_str() {
            "" => Some(' '),
            "?" | "x?" | "X?" => Some('?'),
            "x" | "X" | "o" | "b" | "e" | "E" | "p" => kind.chars().next(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_string_is_read_by_its_grammar() {
        let read = |text| {
            let format = Format::read(text);
            assert_eq!(format.mistake, None, "{text}");
            assert!(!format.positional, "{text}");
            let captures = format.captures.iter().map(|(name, kind)| format!("{name} {kind}"));
            (format.string, captures.collect::<Vec<_>>().join(", "))
        };
        for (text, string, captures) in [
            ("{a}", "{a}", "a  "),
            ("{a :? }", "{a:?}", "a ?"),
            ("{0:?} x", "{_0:?} x", "_0 ?"),
            ("{00}", "{_0}", "_0  "),
            ("{a:>w$.p$}", "{a:>w$.p$}", "a  , w $, p $"),
            ("{0:>1$}", "{_0:>_1$}", "_0  , _1 $"),
            ("{a:0w$}", "{a:0w$}", "a  , w $"),
            ("{0:01$}", "{_0:0_1$}", "_0  , _1 $"),
            ("{0:001$}", "{_0:0_1$}", "_0  , _1 $"),
            ("{0:0$}", "{_0:_0$}", "_0  , _0 $"),
            ("{a:01$.width1$}", "{a:0_1$.width1$}", "a  , _1 $, width1 $"),
            ("{a:1$.0$}", "{a:_1$._0$}", "a  , _1 $, _0 $"),
            ("{a:w$x}{a:x}", "{a:w$x}{a:x}", "a x, w $, a x"),
            ("{a:+#010.3?}", "{a:+#010.3?}", "a ?"),
            ("{a:#X?}", "{a:#X?}", "a ?"),
            ("{a:}>5}{a:{^5}{a:—<5}", "{a:}>5}{a:{^5}{a:—<5}", "a  , a  , a  "),
            ("{a:<<5}{a:x<5x}", "{a:<<5}{a:x<5x}", "a  , a x"),
            ("{संख्या:>5}", "{संख्या:>5}", "संख्या  "),
            ("{id:col·w$}", "{id:col·w$}", "id  , col·w $"),
            ("{type}{self:?}", "{type}{self:?}", "type  , self ?"),
            ("{{{a}}}", "{{{a}}}", "a  "),
        ] {
            assert_eq!(read(text), (string.to_owned(), captures.to_owned()), "{text}");
            assert!(captured_names(text).iter().all(|name| captures.contains(name.as_str())));
        }
        assert_eq!(Format::read("a {{b}}").constant.as_deref(), Some("a {b}"));
        for text in ["{}", "{:?}", "{ }", "{:.*}"] {
            assert!(Format::read(text).positional, "{text}");
        }
    }

    #[test]
    fn what_is_no_placeholder_is_left_to_rustc_as_it_was_written() {
        for text in ["{id:—w$}", "{a", "{a::b}", "{a:?x}", "{a:5_}", "{ a}", "é{é:é"] {
            let format = Format::read(text);
            assert_eq!((format.string.as_str(), format.mistake), (text, None));
            assert_eq!(format.constant, None, "{text}");
        }
        assert_eq!(Format::read("{0:y}").string, "{_0:y}");
        for (text, mistake) in [
            ("{a:.*}", "`.*` names no precision"),
            ("a}", "a `}` without"),
            ("{a.b}", "`{a.b}` is more than a name"),
            ("{0.b:?}", "`{0.b}` is more than a name"),
            ("{r#type}", "write `{type}`"),
        ] {
            let found = Format::read(text).mistake.unwrap();
            assert!(found.contains(mistake), "{found}");
        }
    }
}
