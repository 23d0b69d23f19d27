//! The status code (RFC 9110, section 15).

use httperr_registry::derive_rules::RULES;
use httperr_registry::{effective, phrase, Class, Code, Retry, Standing};

use crate::check::checker::Checker;
use crate::diagnostics::warning::deprecation_note;
use crate::syntax::status_code::Status;

/// An interim response does not end a request (RFC 9110, section 15.2).
pub(super) fn interim(checker: &Checker<'_>, status: Status) -> bool {
    let Status { code, span, .. } = status;
    let is_interim = Class::of(code) == Class::Informational;
    if is_interim {
        checker.error(
            span,
            format!(
                "{code} is an interim status, which a final response must follow (RFC 9110, \
                 section 15.2): write a 4xx or 5xx status"
            ),
        );
    }
    is_interim
}

/// A success is not an error (RFC 9110, section 15.3).
pub(super) fn success(checker: &Checker<'_>, status: Status) -> bool {
    let Status { code, span, .. } = status;
    let is_success = Class::of(code) == Class::Successful && !checker.is_allowed("success");
    if is_success {
        checker.error(
            span,
            format!(
                "{code} {} means that the request succeeded (RFC 9110, section 15.3): write a 4xx \
                 or 5xx status, or `allow(success)` if the client should see a success",
                phrase(code)
            ),
        );
    }
    is_success
}

/// The runtime refuses a success unless it is allowed, so that an `allow` is never unused.
pub(super) fn success_at_run_time(checker: &Checker<'_>) {
    checker.is_allowed("success");
}

/// Some codes should not be used at all, so nothing more is asked of them.
pub(super) fn deprecated(checker: &mut Checker<'_>, status: Status) -> bool {
    let Some(note) = status.row().and_then(deprecation_note) else { return false };
    checker.warn("deprecated", status.span, &note);
    // The rules that are skipped cannot show that their `allow` is unused.
    for rule in RULES {
        if rule.name == "redirect" || rule.name.starts_with("missing_") {
            checker.is_allowed(rule.name);
        }
    }
    true
}

/// A client treats a code that it does not know as the x00 of its class (RFC 9110, sections 15 and
/// 16.2).
pub(super) fn unregistered(checker: &mut Checker<'_>, status: Status) {
    let (rationale, replacement) = match status.row() {
        Some(row) if row.standing == Standing::Unofficial => {
            (format!("; {} uses it: {}", row.spec, row.rationale), row.replacement)
        }
        Some(_) => return,
        None => (String::new(), None),
    };
    let Status { code, span, .. } = status;
    let message = format!(
        "{code} is not registered with IANA, so clients treat it as {} (RFC 9110, sections 15 and \
         16.2){rationale}; use {}",
        effective(code),
        replacement.unwrap_or("a registered code")
    );
    checker.warn("unregistered", span, &message);
}

/// A redirection is not an error (RFC 9110, section 15.4).
pub(super) fn redirection(checker: &mut Checker<'_>, status: Status) {
    let Status { code, span, .. } = status;
    if Class::of(code) != Class::Redirection {
        return;
    }
    let reason = match status.row() {
        Some(row) if row.fields.iter().any(|field| field.name == "Location") => format!(
            "{code} {} redirects the client, which is not an error (RFC 9110, section 15.4)",
            row.phrase
        ),
        Some(Code { phrase, spec, retry: Retry::No(reason), .. }) => {
            format!("{code} {phrase} is not an error: {reason} ({spec})")
        }
        _ => format!("{code} is a redirection, not an error (RFC 9110, section 15.4)"),
    };
    checker.warn("redirect", span, &format!("{reason}: write a 4xx or 5xx status"));
}
