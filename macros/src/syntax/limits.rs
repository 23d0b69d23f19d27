//! The limits of the registry on numbers, codes and headers.

use httperr_registry::limits::{CODE, HEADERS, HEADER_NAME, HEADER_VALUE, NUMBER};
use proc_macro2::{Span, TokenTree};
use syn::buffer::Cursor;
use syn::{Error, Result};

use crate::diagnostics::errors::Errors;
use crate::diagnostics::shorten::shorten;
use crate::syntax::ast::Header;

/// Returns an error at the first numeric literal that is too long. This must precede syn, which takes
/// quadratic time to parse digits.
pub(crate) fn check_numbers(mut cursor: Cursor) -> Result<()> {
    while let Some((token, rest)) = cursor.token_tree() {
        match token {
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                if text.len() > NUMBER && text.starts_with(|first: char| first.is_ascii_digit()) {
                    let message = format!(
                        "`{}` has {} characters, and a numeric literal may have at most {NUMBER} \
                         here: write a constant instead",
                        shorten(&text),
                        text.len()
                    );
                    return Err(Error::new(literal.span(), message));
                }
            }
            TokenTree::Group(_) => {
                if let Some((inner, ..)) = cursor.any_group() {
                    check_numbers(inner)?;
                }
            }
            _ => {}
        }
        cursor = rest;
    }
    Ok(())
}

pub(crate) fn check_code(text: &str, span: Span) -> Result<()> {
    check_length(CODE, "a code", text, span)
}

pub(crate) fn check_header_name(name: &str, span: Span) -> Result<()> {
    check_length(HEADER_NAME, "the name of a header", name, span)
}

pub(crate) fn check_header_value(value: &str, span: Span) -> Result<()> {
    check_length(HEADER_VALUE, "the value of a header", value, span)
}

fn check_length(max: usize, what: &str, text: &str, span: Span) -> Result<()> {
    if text.len() <= max {
        return Ok(());
    }
    let message = format!(
        "`{}` has {} bytes, and {what} may have at most {max}: write a shorter one",
        shorten(text),
        text.len()
    );
    Err(Error::new(span, message))
}

pub(crate) fn check_headers(headers: &mut Vec<Header>, errors: &Errors) {
    if let Some(header) = headers.get(HEADERS) {
        errors.at(header.span, too_many_headers(headers.len()));
        headers.truncate(HEADERS);
    }
}

pub(crate) fn too_many_headers(count: usize) -> String {
    format!("too many headers: a case may have at most {HEADERS}, and this one has {count}")
}
