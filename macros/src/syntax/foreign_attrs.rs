//! Doc comments, and `Display` as the attributes of thiserror and snafu declare it.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::syntax::format_string::FormatString;
use crate::syntax::item::{has_attribute, is_punct, Argument, Attribute, Field};
use crate::syntax::literal::string_value;
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
        (TokenTree::Literal(literal), None) => string_value(&literal),
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

    /// Returns the names of the fields that are formatted: those that the format string captures, and
    /// those that are an argument of it as a whole.
    pub(crate) fn formatted_names(&self) -> Vec<String> {
        match self {
            DisplayText::Format(text) => formatted_captures(text).collect(),
            DisplayText::Arguments(tokens) => formatted_in(tokens.clone()),
            DisplayText::Constant(_) | DisplayText::Transparent | DisplayText::Unknown => {
                Vec::new()
            }
        }
    }
}

fn formatted_captures(text: &str) -> impl Iterator<Item = String> {
    let captures = FormatString::parse(text).captures.into_iter();
    captures.filter(|capture| capture.format_trait.is_some()).map(|capture| capture.name)
}

fn formatted_in(tokens: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut arguments = tokens.split(|token| is_punct(token, ','));
    let format =
        arguments.next().and_then(|format| string_literal(format.iter().cloned().collect()));
    let Some(format) = format else { return Vec::new() };
    let mut names: Vec<String> = formatted_captures(&format).collect();
    for argument in arguments {
        let value = match argument {
            [TokenTree::Ident(name), equals, value @ ..] if is_punct(equals, '=') => {
                // The placeholder refers to the argument, not to a field of that name.
                names.retain(|captured| name != captured);
                value
            }
            value => value,
        };
        match value {
            [TokenTree::Ident(name)] => names.push(name.to_string()),
            [dot, TokenTree::Ident(name)] if is_punct(dot, '.') => names.push(name.to_string()),
            [dot, TokenTree::Literal(index)] if is_punct(dot, '.') => {
                names.push(format!("_{index}"));
            }
            _ => {}
        }
    }
    names
}

/// Returns whether thiserror or snafu takes the field for the source of the error.
pub(crate) fn is_source(field: &Field) -> bool {
    let attributes = &field.attributes;
    if has_attribute(attributes, "from") || has_attribute(attributes, "source") {
        return true;
    }
    let is_named_source = field.name.as_ref().is_some_and(|name| name == "source");
    attributes.iter().find_map(snafu_source).unwrap_or(is_named_source)
}

/// Returns the flag in `#[snafu(source)]`, which is `false` only in `#[snafu(source(false))]`.
fn snafu_source(attribute: &Attribute) -> Option<bool> {
    let Argument::List(list) = &attribute.argument else { return None };
    let mut tokens = list.stream().into_iter();
    let is_source = |token: TokenTree| matches!(token, TokenTree::Ident(name) if name == "source");
    if attribute.name != "snafu" || !tokens.any(is_source) {
        return None;
    }
    let flag = tokens.next();
    Some(!matches!(flag, Some(TokenTree::Group(flag)) if flag.stream().to_string() == "false"))
}
