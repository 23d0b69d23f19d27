//! Limits that only a whole case can exceed: its code may come from its name, its headers from its
//! type.

use httperr_registry::limits::HEADERS;

use crate::check::checker::Checker;
use crate::syntax::limits::{check_code, too_many_headers};

pub(super) fn code_length(checker: &Checker<'_>) {
    let case = checker.case;
    if let Err(error) = check_code(&case.code.text, case.code_span()) {
        checker.errors.push(error);
    }
}

pub(super) fn header_count(checker: &Checker<'_>) {
    let headers = &checker.case.headers;
    if let Some(header) = headers.get(HEADERS) {
        checker.error(header.span, too_many_headers(headers.len()));
    }
}
