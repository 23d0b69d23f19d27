//! Content of a response that has none (RFC 9110, section 6.4.1).

use httperr_registry::Code;

use crate::check::checker::Checker;
use crate::model::{Body, DetailSource};
use crate::syntax::status_code::Status;

pub(super) fn body_without_content(checker: &Checker<'_>) {
    let case = checker.case;
    let row = case.fixed_status().and_then(Status::row).filter(|_| !case.has_content());
    if let (Some(span), Some(row), false) =
        (case.origin.own_body_span, row, matches!(case.body, Body::Empty))
    {
        checker.error(span, no_content(row, "`body`"));
    }
}

pub(super) fn members_without_content(checker: &Checker<'_>, status: Status) {
    let case = checker.case;
    let Some(row) = status.row().filter(|_| !case.has_content()) else { return };
    if matches!(case.detail_source, DetailSource::Const(_) | DetailSource::Format(..)) {
        checker.error(status.span, no_content(row, "`detail`"));
    } else if !case.extensions.is_empty() {
        checker.error(status.span, no_content(row, "an extension member"));
    }
}

pub(super) fn no_content(row: &Code, what: &str) -> String {
    format!(
        "a {} response has no content ({}), so {what} cannot be sent: remove it, or write another \
         status",
        row.code, row.spec
    )
}
