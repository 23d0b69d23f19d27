//! The documentation of a case (RFC 9457, section 4).

use httperr_registry::Class;

use crate::check::checker::Checker;

/// The documentation of a problem tells a client when it occurs. A client can do nothing about a server
/// error.
pub(super) fn undocumented(checker: &mut Checker<'_>) {
    let Some(status) = checker.case.fixed_status() else { return };
    if !checker.case.description.is_empty() || Class::of(status.code) == Class::ServerError {
        return;
    }
    let name = checker.name;
    let message = format!(
        "`{name}` has no doc comment, from which clients learn when the {} occurs (RFC 9457, section \
         4): write `/// …` above it",
        status.code
    );
    checker.warn_opt_in("undocumented", name.span(), &message);
}
