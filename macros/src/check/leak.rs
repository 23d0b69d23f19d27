//! Text that a client should not see (RFC 9457, section 5).

use crate::check::checker::Checker;
use crate::model::{Body, CaseStatus};
use crate::syntax::ast::Placeholder;

/// The `Display` of an error of another crate may tell a client about the inside of the service.
pub(super) fn inner_display(checker: &mut Checker<'_>) {
    let case = checker.case;
    let is_decided = case.exposure.is_some() || case.exposes() == Some(false);
    if !case.origin.forwards_display || is_decided {
        return;
    }
    let in_body = match &case.body {
        Body::Problem | Body::Text | Body::Type(_) => true,
        Body::Template(template) => template.contains(Placeholder::Detail),
        Body::Empty => false,
    };
    let is_sent = case.has_header_from(Placeholder::Detail) || in_body && case.has_content();
    let Some(inner) = checker.variant.fields.first().filter(|_| is_sent) else { return };
    let ty = inner.original.ty.to_string().replace(' ', "");
    let (span, when) = match &case.status {
        CaseStatus::Fixed(status) => (status.span, ""),
        CaseStatus::RunTime(value) => (value.span(), " with a status below 500"),
        CaseStatus::OfInner => return,
    };
    let message = format!(
        "the text of `{ty}` is sent to the client{when}, because `{}` is `#[error(transparent)]` \
         (RFC 9457, section 5): write `detail = \"…\"` or `mask`, or `expose` if its text is \
         meant for clients",
        checker.name
    );
    checker.warn("leak", span, &message);
}

#[cfg(test)]
mod tests {
    fn leaks(declaration: &str) -> bool {
        crate::derive::derive(declaration.parse().unwrap()).to_string().contains("leak")
    }

    #[test]
    fn the_text_of_an_inner_error_leaks_only_where_it_is_sent() {
        for leaking in [
            "enum E { #[error(transparent)] #[http(404)] A(F) }",
            "enum E { #[snafu(transparent)] #[http(404)] A { source: F } }",
            "enum E { #[snafu(visibility(pub), transparent)] #[http(404)] A { source: F } }",
            "enum E { #[snafu(transparent(true))] #[http(404)] A { source: F } }",
            "#[error(transparent)] enum E { #[http(404)] A(F) }",
            "#[error(transparent)] #[http(404)] struct S(F);",
            "enum E { #[error(transparent)] #[http(status = a())] A(F) }",
            "enum E { #[error(transparent)] #[http(match _0 { _ => 404 })] A(F) }",
            "#[http(default = 404)] enum E { #[error(transparent)] A(F) }",
            "enum E { #[error(transparent)] #[http(404, body = Page)] A(F) }",
            "enum E { #[error(transparent)] #[http(404, body = [{ \"a\": detail }])] A(F) }",
            "enum E { #[error(transparent)] #[http(404, body = empty, header(\"a\" = detail))] A(F) }",
        ] {
            assert!(leaks(leaking), "{leaking}");
        }
        for silent in [
            "enum E { #[error(\"a\")] #[http(404)] A(F) }",
            "#[error(transparent)] enum E { #[error(\"a\")] #[http(404)] A(F) }",
            "enum E { #[snafu(transparent(false))] #[http(404)] A { source: F } }",
            "enum E { #[snafu(display(\"a\"))] #[http(404)] A { source: F } }",
            "enum E { #[error(transparent)] #[http(500)] A(F) }",
            "enum E { #[error(transparent)] #[http(404, mask)] A(F) }",
            "enum E { #[error(transparent)] #[http(status = a(), mask)] A(F) }",
            "enum E { #[error(transparent)] #[http(404, expose)] A(F) }",
            "enum E { #[error(transparent)] #[http(404, detail = \"a\")] A(F) }",
            "enum E { #[error(transparent)] #[http(transparent)] A(F) }",
            "enum E { #[error(transparent)] #[http(404, body = empty)] A(F) }",
            "enum E { #[error(transparent)] #[http(404, body = { \"a\": title })] A(F) }",
            "enum E { #[error(transparent)] #[http(304, allow(redirect))] A(F) }",
        ] {
            assert!(!leaks(silent), "{silent}");
        }
    }
}
