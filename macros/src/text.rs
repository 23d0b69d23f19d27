//! Names, words and format strings.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use syn::{Lit, LitStr};

use crate::item::{Argument, Attribute};
use crate::raw::ungroup;

/// `NoAccount` → `no_account`, as serde splits a variant's name.
pub(crate) fn snake(name: &str) -> String {
    let mut out = String::new();
    for (at, char) in name.char_indices() {
        if at > 0 && char.is_uppercase() {
            out.push('_');
        }
        out.push(char.to_ascii_lowercase());
    }
    out
}

/// `NotFound`, `not-found`, `Not Found` → `NOT_FOUND`.
pub(crate) fn upper_snake(text: &str) -> String {
    let mut out = String::new();
    let mut lower = false;
    for char in text.trim().chars() {
        if char.is_uppercase() && lower {
            out.push('_');
        }
        lower = char.is_lowercase();
        if char.is_alphanumeric() {
            out.extend(char.to_uppercase());
        } else if !out.ends_with('_') {
            out.push('_');
        }
    }
    out
}

/// `x_request_id`, `XRequestId` → `x-request-id`.
pub(crate) fn snake_to_kebab(text: &str) -> String {
    upper_snake(text).to_lowercase().replace('_', "-")
}

/// `NoAccount` → `noAccount`, as serde does it.
pub(crate) fn camel(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or(String::new(), |first| {
        [first.to_ascii_lowercase()].into_iter().chain(chars).collect()
    })
}

/// `NoAccount` → `No account`; a run of capitals is one word: `BadHTTPVersion` → `Bad HTTP version`.
pub(crate) fn sentence(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    for (at, &char) in chars.iter().enumerate() {
        let lower_before = at > 0 && !chars[at - 1].is_uppercase();
        let lower_after = chars.get(at + 1).is_some_and(|next| next.is_lowercase());
        let starts = char.is_uppercase() && (lower_before || lower_after);
        if char == '_' || at == 0 || starts {
            words.push(String::new());
        }
        if let (true, Some(word)) = (char != '_', words.last_mut()) {
            word.push(char);
        }
    }
    let words = words.iter().filter(|word| !word.is_empty()).enumerate();
    let words: Vec<String> = words
        .map(|(at, word)| {
            let acronym = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
            match at {
                0 => word.clone(),
                _ if acronym => word.clone(),
                _ => word.to_lowercase(),
            }
        })
        .collect();
    words.join(" ")
}

/// The text of the `///` comments.
pub(crate) fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.argument {
        Argument::Value(value) if attribute.name == "doc" => string(value.clone()),
        _ => None,
    });
    let lines: Vec<String> =
        lines.map(|line| line.strip_prefix(' ').unwrap_or(&line).trim_end().to_owned()).collect();
    lines.join("\n").trim().to_owned()
}

/// What a string literal says; a macro's fragment stands in an invisible group.
fn string(tokens: TokenStream) -> Option<String> {
    let mut list = tokens.into_iter();
    match (list.next()?, list.next()) {
        (TokenTree::Group(group), None) if group.delimiter() == Delimiter::None => {
            string(group.stream())
        }
        (TokenTree::Literal(literal), None) => {
            let written = literal.to_string();
            let inside = written.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
            // Without an escape it says what stands there.
            if let Some(text) = inside.filter(|text| !text.contains('\\')) {
                return Some(text.to_owned());
            }
            match Lit::new(literal) {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            }
        }
        _ => None,
    }
}

/// What the attributes say about `Display`.
pub(crate) enum Display {
    /// It is this text.
    Constant(String),
    /// It is the inner error's: `#[error(transparent)]`.
    Transparent,
    /// It is not known here.
    Unknown,
}

/// What thiserror's `#[error(…)]` or snafu's `#[snafu(display(…))]` says about `Display`.
pub(crate) fn display(attributes: &[Attribute]) -> Display {
    for attribute in attributes {
        let Argument::List(list) = &attribute.argument else { continue };
        match attribute.name {
            "error" => return display_list(list),
            "snafu" => {
                let mut tokens = list.stream().into_iter();
                while let Some(token) = tokens.next() {
                    match (&token, tokens.clone().next()) {
                        (TokenTree::Ident(word), Some(TokenTree::Group(list)))
                            if word == "display" =>
                        {
                            return display_list(&list);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    Display::Unknown
}

fn display_list(list: &Group) -> Display {
    if let Some(text) = string(list.stream()) {
        return match text.find('{').map(|at| &text[at + 1..]) {
            None if !text.contains('}') => Display::Constant(text),
            Some(rest) if !rest.starts_with('{') => Display::Unknown,
            _ => Format::read(&text).constant.map_or(Display::Unknown, Display::Constant),
        };
    }
    let word = ungroup(&list.stream()).unwrap_or_else(|| list.stream());
    match word.to_string().as_str() {
        "transparent" => Display::Transparent,
        _ => Display::Unknown,
    }
}

/// `:>1$` → `:>_1$`: what `{0:>1$}` means by `1` is a field as well.
fn numbered_arguments(spec: &str) -> String {
    let mut parts: Vec<String> = spec.split('$').map(str::to_owned).collect();
    let arguments = parts.len() - 1;
    for part in &mut parts[..arguments] {
        let head = part.trim_end_matches(|char: char| char.is_ascii_digit());
        let number = &part[head.len()..];
        // In `01$` the zero is a flag.
        let flag = if number.len() > 1 && number.starts_with('0') { "0" } else { "" };
        let named = head.ends_with(|char: char| char.is_alphanumeric() || char == '_');
        if !number.is_empty() && !named {
            *part = format!("{head}{flag}_{}", &number[flag.len()..]);
        }
    }
    parts.join("$")
}

/// A format string, read as far as this crate needs to.
pub(crate) struct Format {
    /// The text itself, when nothing is captured.
    pub(crate) constant: Option<String>,
    /// The string with thiserror's `{0}` as `{_0}`.
    pub(crate) string: String,
    /// What is captured, and the trait that formats it.
    pub(crate) captures: Vec<(String, char)>,
    /// A `{}` that names nothing.
    pub(crate) positional: bool,
    /// A `}` by itself.
    pub(crate) unmatched: bool,
}

impl Format {
    pub(crate) fn read(text: &str) -> Format {
        let mut format = Format {
            constant: None,
            string: String::new(),
            captures: Vec::new(),
            positional: false,
            unmatched: false,
        };
        let mut plain = String::new();
        let mut braces = false;
        let mut chars = text.chars().peekable();
        while let Some(char) = chars.next() {
            format.string.push(char);
            if matches!(char, '{' | '}') && chars.peek() == Some(&char) {
                chars.next();
                format.string.push(char);
                plain.push(char);
            } else if char == '{' {
                braces = true;
                let inside: String =
                    std::iter::from_fn(|| chars.next_if(|char| *char != '}')).collect();
                let name = inside.split(':').next().unwrap_or_default();
                let spec = &inside[name.len()..];
                let name = name.trim();
                let spec = &numbered_arguments(spec);
                format.positional |= name.is_empty();
                if name.starts_with(|first: char| first.is_ascii_digit()) {
                    format.string.push('_');
                }
                format.string.push_str(name);
                format.string.push_str(spec);
                let name = match name.starts_with(|first: char| first.is_ascii_digit()) {
                    true => format!("_{name}"),
                    false => name.to_owned(),
                };
                let kind = if spec.trim_end().ends_with('?') { '?' } else { ' ' };
                format.captures.push((name, kind));
                format.string.extend(chars.next_if_eq(&'}'));
                // `{value:width$}` and `{value:.precision$}` capture as well.
                for part in spec.split('$').rev().skip(1) {
                    let start = part
                        .rfind(|char: char| !char.is_alphanumeric() && char != '_')
                        .map_or(0, |at| at + 1);
                    if part[start..].starts_with(|first: char| !first.is_ascii_digit()) {
                        format.captures.push((part[start..].to_owned(), '$'));
                    }
                }
            } else {
                format.unmatched |= char == '}';
                plain.push(char);
            }
        }
        format.constant = (!braces).then_some(plain);
        format
    }

    /// The string as a literal at the user's place, so that a capture resolves there.
    pub(crate) fn literal(&self, original: &LitStr) -> Literal {
        let mut literal = Literal::string(&self.string);
        literal.set_span(original.span());
        literal
    }
}

/// The names that a string captures, if it is a format string.
pub(crate) fn captured_names(text: &str) -> Vec<String> {
    Format::read(text).captures.into_iter().map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_words() {
        assert_eq!(sentence("NoAccount"), "No account");
        assert_eq!(sentence("BadHTTPVersion"), "Bad HTTP version");
        assert_eq!(sentence("IoError"), "Io error");
        assert_eq!(sentence("A"), "A");
        assert_eq!(sentence("S3Down"), "S3 down");
        assert_eq!(snake("NoAccount"), "no_account");
        assert_eq!(camel("NoAccount"), "noAccount");
    }

    #[test]
    fn a_format_string_says_what_it_captures() {
        let read = |text| {
            let format = Format::read(text);
            (format.constant, format.string, format.captures)
        };
        assert_eq!(read("a {{b}}"), (Some("a {b}".into()), "a {{b}}".into(), vec![]));
        assert_eq!(read("{0:?} x"), (None, "{_0:?} x".into(), vec![("_0".into(), '?')]));
        assert_eq!(
            read("{a:>w$.p$}"),
            (
                None,
                "{a:>w$.p$}".into(),
                vec![("a".into(), ' '), ("p".into(), '$'), ("w".into(), '$')]
            )
        );
        assert_eq!(read("{0:>1$}").1, "{_0:>_1$}");
        assert_eq!(read("{a:01$.width1$}").1, "{a:0_1$.width1$}");
        assert!(Format::read("{}").positional);
    }
}
