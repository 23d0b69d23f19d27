//! Text that a client should not see (RFC 9457, section 5).

use httperr_registry::is_masked_by_default;

use crate::check::checker::Checker;
use crate::model::{Body, CaseStatus, InnerTextPath};
use crate::syntax::ast::Placeholder;

/// The text of an error of another crate may tell a client about the inside of the service.
pub(super) fn inner_display(checker: &mut Checker<'_>) {
    let case = checker.case;
    let Some(inner) = case.origin.inner_text else { return };
    let is_decided = match inner.path {
        InnerTextPath::Transparent | InnerTextPath::Display => case.exposure.is_some(),
        // `mask` is for `Display`, and has no effect on a `detail`.
        InnerTextPath::Detail(_) => case.exposure == Some(true),
    };
    let is_of_server = case.fixed_status().is_some_and(|status| is_masked_by_default(status.code));
    if is_decided || is_of_server {
        return;
    }
    let in_body = match &case.body {
        Body::Problem | Body::Text | Body::Type(_) => true,
        Body::Template(template) => template.contains(Placeholder::Detail),
        Body::Empty => false,
    };
    let is_sent = case.has_header_from(Placeholder::Detail) || in_body && case.has_content();
    let field = checker.variant.fields.get(inner.field).filter(|_| is_sent);
    let Some(field) = field else { return };
    let ty = field.original.ty.to_string().replace(' ', "");
    let (status_span, when) = match &case.status {
        CaseStatus::Fixed(status) => (status.span, ""),
        CaseStatus::RunTime(value) => (value.span(), " with a status below 500"),
        CaseStatus::OfInner => return,
    };
    let name = checker.name;
    let (span, when, reason, instead) = match inner.path {
        InnerTextPath::Transparent => {
            (status_span, when, format!("`{name}` is `#[error(transparent)]`"), HIDE_DISPLAY)
        }
        InnerTextPath::Display => {
            (status_span, when, format!("the `Display` of `{name}` formats it"), HIDE_DISPLAY)
        }
        InnerTextPath::Detail(span) => (
            span,
            "",
            format!("the `detail` of `{name}` formats it"),
            "write a `detail` without it",
        ),
    };
    let message = format!(
        "the text of `{ty}` is sent to the client{when}, because {reason} (RFC 9457, section 5): \
         {instead}, or `expose` if its text is meant for clients"
    );
    checker.warn("leak", span, &message);
}

const HIDE_DISPLAY: &str = "write `detail = \"…\"` or `mask`";

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
            "enum E { #[error(\"a: {0}\")] #[http(404)] A(#[from] F) }",
            "enum E { #[error(\"a: {0:?}\")] #[http(404)] A(#[source] F) }",
            "enum E { #[error(\"a: {1}\")] #[http(404)] A(u8, #[source] F) }",
            "enum E { #[error(\"{{a: {source}\")] #[http(404)] A { source: F } }",
            "enum E { #[error(\"a: {}\", .0)] #[http(404)] A(#[from] F) }",
            "enum E { #[error(\"a: {b}\", b = .source)] #[http(404)] A { source: F } }",
            "enum E { #[error(\"{b}: {source}\", b = f())] #[http(404)] A { source: F } }",
            "enum E { #[snafu(display(\"a: {source}\"))] #[http(404)] A { source: F } }",
            "enum E { #[snafu(display(\"a: {}\", source))] #[http(404)] A { source: F } }",
            "enum E { #[snafu(display(\"a: {b}\"))] #[http(404)] A { #[snafu(source)] b: F } }",
            "enum E { #[snafu(display(\"{b}\"))] #[http(404)] A { #[snafu(source(from(F, g)))] b: F } }",
            "#[error(\"a: {0}\")] enum E { #[http(404)] A(#[from] F) }",
            "#[error(\"a: {0}\")] #[http(404)] struct S(#[from] F);",
            "enum E { #[error(\"a: {0}\")] #[http(status = a())] A(#[from] F) }",
            "enum E { #[error(\"a: {0}\")] #[http(match _0 { _ => 404 })] A(#[from] F) }",
            "#[http(default = 404)] enum E { #[error(\"a: {0}\")] A(#[from] F) }",
            "enum E { #[error(\"a\")] #[http(404, detail = \"a: {0}\")] A(#[from] F) }",
            "enum E { #[error(\"a\")] #[http(404, detail = _0)] A(#[from] F) }",
            "enum E { #[error(\"a\")] #[http(404, mask, detail = \"a: {0}\")] A(#[from] F) }",
            "enum E { #[error(\"a\")] #[http(status = a(), detail = \"{0}\")] A(#[from] F) }",
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
            "enum E { #[error(\"a: {0}\")] #[http(404)] A(F) }",
            "enum E { #[error(\"a: {0}\")] #[http(404)] A(u8, #[source] F) }",
            "enum E { #[error(\"a: {0:1$}\")] #[http(404)] A(u8, #[source] F) }",
            "enum E { #[error(\"a: {b}\")] #[http(404)] A { b: u8, source: F } }",
            "enum E { #[error(\"a: {{source}}\")] #[http(404)] A { source: F } }",
            "enum E { #[error(\"a: {}\", .0.kind())] #[http(404)] A(#[from] F) }",
            "enum E { #[error(\"{source}\", source = f())] #[http(404)] A { source: F } }",
            "enum E { #[error(fmt = f)] #[http(404)] A(#[from] F) }",
            "enum E { #[snafu(display(\"{source}\"))] #[http(404)] A { #[snafu(source(false))] source: F } }",
            "enum E { #[error(\"a: {0}\")] #[http(500)] A(#[from] F) }",
            "enum E { #[error(\"a: {0}\")] #[http(404, mask)] A(#[from] F) }",
            "enum E { #[error(\"a: {0}\")] #[http(404, expose)] A(#[from] F) }",
            "enum E { #[error(\"a: {0}\")] #[http(404, detail = \"a\")] A(#[from] F) }",
            "enum E { #[error(\"a: {0}\")] #[http(404, body = empty)] A(#[from] F) }",
            "enum E { #[error(\"a: {0}\")] #[http(404, body = { \"a\": title })] A(#[from] F) }",
            "enum E { #[error(\"a: {0}\")] #[http(transparent)] A(#[from] F) }",
            "enum E { #[error(\"a: {0}\")] #[http(same_as = B)] A(#[from] F), #[http(404, mask)] B }",
            "enum E { #[error(\"a\")] #[http(404, expose, detail = \"{0}\")] A(#[from] F) }",
            "enum E { #[error(\"a\")] #[http(500, detail = \"{0}\")] A(#[from] F) }",
            "enum E { #[error(\"a\")] #[http(404, detail = \"{0}\", body = empty)] A(#[from] F) }",
        ] {
            assert!(!leaks(silent), "{silent}");
        }
    }
}
