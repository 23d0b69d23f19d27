//! Limits on a whole case.

use httperr_registry::limits::HEADERS;
use proc_macro2::Span;

use crate::diagnostics::errors::Errors;
use crate::model::Case;
use crate::syntax::limits::{check_code, too_many_headers};

/// Pushes an error for what only a whole case shows: its code may come from its name, and its
/// headers from its type.
pub(crate) fn check_case(case: &Case, span: Span, errors: &Errors) {
    if let Err(error) = check_code(&case.code.text, span) {
        errors.push(error);
    }
    if let Some(header) = case.headers.get(HEADERS) {
        errors.at(header.span, too_many_headers(case.headers.len()));
    }
}
