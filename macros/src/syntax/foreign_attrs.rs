//! Doc comments, and `Display` as the attributes of thiserror and snafu declare it.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::Lit;

use crate::syntax::format_string::FormatString;
use crate::syntax::item::{Argument, Attribute};
use crate::syntax::tokens::ungroup;

pub(crate) fn doc_comment(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.argument {
        Argument::Value(value) if attribute.name == "doc" => string_literal(value.clone()),
        _ => None,
    });
    let lines: Vec<String> =
        lines.map(|line| line.strip_prefix(' ').unwrap_or(&line).trim_end().to_owned()).collect();
    lines.join("\n").trim().to_owned()
}

fn string_literal(tokens: TokenStream) -> Option<String> {
    let mut list = tokens.into_iter();
    match (list.next()?, list.next()) {
        (TokenTree::Group(group), None) if group.delimiter() == Delimiter::None => {
            string_literal(group.stream())
        }
        (TokenTree::Literal(literal), None) => {
            let source = literal.to_string();
            let content = source.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
            // Most have no escape.
            if let Some(text) = content.filter(|text| !text.contains('\\')) {
                return Some(text.to_owned());
            }
            // Not a number, whose digits syn parses in quadratic time.
            if !source.ends_with(['"', '#']) {
                return None;
            }
            match Lit::new(literal) {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The text that `Display` writes.
pub(crate) enum DisplayText {
    Constant(String),
    /// That of the inner error: `#[error(transparent)]`.
    Transparent,
    /// A format string with placeholders.
    Format(String),
    /// A format string and its arguments, or anything else.
    Arguments(TokenStream),
    Unknown,
}

/// Returns the text in `#[error(…)]` of thiserror or in `#[snafu(display(…))]`, if there is one of them.
pub(crate) fn display_text(attributes: &[Attribute]) -> Option<DisplayText> {
    for attribute in attributes {
        let Argument::List(list) = &attribute.argument else { continue };
        match attribute.name {
            "error" => return Some(display_list(list)),
            "snafu" => {
                let mut tokens = list.stream().into_iter();
                while let Some(token) = tokens.next() {
                    match (&token, tokens.clone().next()) {
                        (TokenTree::Ident(name), Some(TokenTree::Group(list)))
                            if name == "display" =>
                        {
                            return Some(display_list(&list));
                        }
                        (TokenTree::Ident(name), next) if name == "transparent" => {
                            let is_on = !matches!(next, Some(TokenTree::Group(flag))
                                if flag.stream().to_string() == "false");
                            if is_on {
                                return Some(DisplayText::Transparent);
                            }
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    None
}

fn display_list(list: &Group) -> DisplayText {
    if let Some(text) = string_literal(list.stream()) {
        return match text.split_once('{') {
            None if !text.contains('}') => DisplayText::Constant(text),
            Some((_, rest)) if !rest.starts_with('{') => DisplayText::Format(text),
            _ => match FormatString::parse(&text).constant {
                Some(constant) => DisplayText::Constant(constant),
                None => DisplayText::Format(text),
            },
        };
    }
    let tokens = ungroup(&list.stream()).unwrap_or_else(|| list.stream());
    match tokens.to_string().as_str() {
        "transparent" => DisplayText::Transparent,
        _ => DisplayText::Arguments(tokens),
    }
}

impl DisplayText {
    /// Returns the format string of a text that is not constant.
    pub(crate) fn template(&self) -> Option<String> {
        match self {
            DisplayText::Format(text) => Some(text.clone()),
            DisplayText::Arguments(tokens) => {
                string_literal(tokens.clone().into_iter().take(1).collect())
            }
            DisplayText::Constant(_) | DisplayText::Transparent | DisplayText::Unknown => None,
        }
    }
}
