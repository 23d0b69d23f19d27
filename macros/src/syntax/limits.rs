//! The checks of the registry's limits, and how messages repeat text of any length.

use httperr_registry::limits::{CODE, HEADERS, HEADER_NAME, HEADER_VALUE, NUMBER};
use proc_macro2::{Span, TokenTree};
use syn::buffer::Cursor;
use syn::{Error, Result};

use crate::diagnostics::errors::Errors;
use crate::diagnostics::shorten::short;
use crate::syntax::ast::Header;

/// Returns an error at the first numeric literal that is too long. It must be found before syn reads
/// it, which takes time quadratic in the number of digits.
pub(crate) fn check_numbers(mut cursor: Cursor) -> Result<()> {
    while let Some((token, rest)) = cursor.token_tree() {
        match token {
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                if text.len() > NUMBER && text.starts_with(|first: char| first.is_ascii_digit()) {
                    let message = format!(
                        "`{}` has {} characters: a numeric literal has at most {NUMBER} here, so \
                         write a constant in its place",
                        short(&text),
                        text.len()
                    );
                    return Err(Error::new(literal.span(), message));
                }
            }
            TokenTree::Group(_) => {
                if let Some((inside, ..)) = cursor.any_group() {
                    check_numbers(inside)?;
                }
            }
            _ => {}
        }
        cursor = rest;
    }
    Ok(())
}

pub(crate) fn check_code(text: &str, span: Span) -> Result<()> {
    at_most(CODE, "a code", text, span)
}

pub(crate) fn check_header_name(name: &str, span: Span) -> Result<()> {
    at_most(HEADER_NAME, "the name of a header", name, span)
}

pub(crate) fn check_header_value(value: &str, span: Span) -> Result<()> {
    at_most(HEADER_VALUE, "the value of a header", value, span)
}

fn at_most(most: usize, what: &str, text: &str, span: Span) -> Result<()> {
    if text.len() <= most {
        return Ok(());
    }
    let message = format!(
        "`{}` has {} bytes: {what} has at most {most}, so write a shorter one",
        short(text),
        text.len()
    );
    Err(Error::new(span, message))
}

/// Pushes an error for the headers of one declaration, and keeps as many as a case may have.
pub(crate) fn check_headers(headers: &mut Vec<Header>, errors: &Errors) {
    if let Some(header) = headers.get(HEADERS) {
        errors.at(header.span, too_many_headers(headers.len()));
        headers.truncate(HEADERS);
    }
}

pub(crate) fn too_many_headers(count: usize) -> String {
    format!("a case has at most {HEADERS} headers, and this one has {count}: remove this one")
}
