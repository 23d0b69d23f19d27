//! What doc comments and the attributes of thiserror and snafu declare.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::Lit;

use crate::syntax::format_string::FormatString;
use crate::syntax::item::{Argument, Attribute};
use crate::syntax::tokens::ungroup;

/// The text of the `///` comments.
pub(crate) fn doc_comment(attributes: &[Attribute]) -> String {
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
            // syn reads the digits of a number in quadratic time.
            if !written.ends_with(['"', '#']) {
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

/// What the attributes say about `Display`.
pub(crate) enum DisplayText {
    /// It is this text.
    Constant(String),
    /// It is the inner error's: `#[error(transparent)]`.
    Transparent,
    /// It is not known here.
    Unknown,
}

/// What thiserror's `#[error(…)]` or snafu's `#[snafu(display(…))]` makes of `Display`, if either
/// is there.
pub(crate) fn display_text(attributes: &[Attribute]) -> Option<DisplayText> {
    for attribute in attributes {
        let Argument::List(list) = &attribute.argument else { continue };
        match attribute.name {
            "error" => return Some(display_list(list)),
            "snafu" => {
                let mut tokens = list.stream().into_iter();
                while let Some(token) = tokens.next() {
                    match (&token, tokens.clone().next()) {
                        (TokenTree::Ident(word), Some(TokenTree::Group(list)))
                            if word == "display" =>
                        {
                            return Some(display_list(&list));
                        }
                        (TokenTree::Ident(word), next) if word == "transparent" => {
                            let is_on = !matches!(next, Some(TokenTree::Group(given))
                                if given.stream().to_string() == "false");
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
    if let Some(text) = string(list.stream()) {
        return match text.split_once('{') {
            None if !text.contains('}') => DisplayText::Constant(text),
            Some((_, rest)) if !rest.starts_with('{') => DisplayText::Unknown,
            _ => FormatString::parse(&text)
                .constant
                .map_or(DisplayText::Unknown, DisplayText::Constant),
        };
    }
    let word = ungroup(&list.stream()).unwrap_or_else(|| list.stream());
    match word.to_string().as_str() {
        "transparent" => DisplayText::Transparent,
        _ => DisplayText::Unknown,
    }
}
