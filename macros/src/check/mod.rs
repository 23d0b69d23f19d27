//! What is wrong or doubtful about a case: one function for each kind of rule. What the rules say
//! about a particular code stands in the registry.

pub(crate) mod limits;

use httperr_registry::derive_rules::RULES;
use httperr_registry::uri::{check_part, Part};
use httperr_registry::{
    effective, field, phrase, Cardinality, Class, Code, Field, Level, Retry, Standing, When,
    PROBLEM_MEMBERS,
};
use proc_macro2::{Ident, Span};

use crate::diagnostics::errors::Errors;
use crate::diagnostics::warning::{deprecation_note, Warning};
use crate::model::{Body, Case, CaseHeader, CaseStatus, DetailSource, HeaderValue};
use crate::syntax::ast::{HeaderName, Placeholder};
use crate::syntax::item::Fields;
use crate::syntax::status_code::Status;

pub(crate) fn no_status(name: &str, of_enum: bool) -> String {
    let default = match of_enum {
        true => ", or `#[http(default = 500)]` on the enum for all that have none",
        false => "",
    };
    format!("`{name}` has no status: write `#[http(404)]` on it{default}")
}

pub(crate) const NO_STATUS_IN_ARM: &str =
    "this arm has no status: write `pattern => 404` or `pattern => (404, …)`";

pub(crate) fn duplicate_code(code: &str, first: &CodeOwner, status: u16) -> String {
    let CodeOwner { status: taken, name } = first;
    format!(
        "the code `{code}` is sent with {taken} by {name} and with {status} here, so a client \
         cannot tell the two apart (RFC 9205, section 4.6): write another `code = \"…\"`, or \
         `allow(duplicate_code)` if that is meant"
    )
}

/// Returns whether a client is sent the machine code of a case: in its `type`, which ends in it
/// where there is a base, in the member `code`, in a template or in a header.
pub(crate) fn sends_code(case: &Case, from_code: bool) -> bool {
    let in_headers = |part| case.headers.iter().any(|header| header.placeholder == Some(part));
    let in_type = from_code && case.type_uri.is_some();
    let in_body = match &case.body {
        Body::Problem => in_type || case.has_code_member,
        Body::Template(body) => {
            body.contains(Placeholder::Code) || in_type && body.contains(Placeholder::Type)
        }
        Body::Type(_) => true,
        Body::Text | Body::Empty => false,
    };
    in_body && case.has_content()
        || in_headers(Placeholder::Code)
        || in_type && in_headers(Placeholder::Type)
}

/// The first case that sends a code.
pub(crate) struct CodeOwner {
    pub(crate) status: u16,
    /// As a message names it.
    pub(crate) name: String,
}

/// Why a code cannot follow a base in a `type` URI.
pub(crate) fn code_in_uri(base: &str, code: &str) -> Option<String> {
    let part = match (base.contains('#'), base.contains('?')) {
        (true, _) => Part::Fragment,
        (false, true) => Part::Query,
        _ => Part::Segment,
    };
    let why = match check_part(part, code) {
        Err(malformed) => malformed.to_string(),
        Ok(()) if part == Part::Segment && matches!(code, "." | "..") => {
            "it is removed when the URI is resolved (RFC 3986, section 5.2.4)".to_owned()
        }
        Ok(()) => return None,
    };
    Some(format!("the code `{code}` ends the `type` URI, and {why}"))
}

pub(crate) fn unused_allow(rule: &str) -> String {
    format!("`allow({rule})` silences nothing here: remove it")
}

pub(crate) fn no_content(row: &Code, what: &str) -> String {
    format!(
        "a {} carries no content ({}), so {what} cannot be sent: remove it, or write another status",
        row.code, row.spec
    )
}

/// Judges one case.
pub(crate) struct Judge<'j> {
    pub(crate) errors: &'j Errors,
    pub(crate) warnings: &'j mut Vec<Warning>,
    pub(crate) allowed: &'j dyn Fn(&str) -> bool,
    /// Whether all that was written could be read: else what is missing may be there.
    pub(crate) complete: bool,
}

impl Judge<'_> {
    pub(crate) fn case(&mut self, case: &Case) {
        self.headers(case);
        self.extensions(case);
        let CaseStatus::Fixed(status) = case.status else { return };
        if self.class(status) && self.standing(status) {
            self.redirect(status);
            if self.complete {
                self.required_fields(case, status);
            }
            self.content(case, status);
        }
    }

    fn warn(&mut self, name: &'static str, span: Span, message: &str) {
        if !(self.allowed)(name) {
            let message = format!("{message}; `allow({name})` silences this");
            self.warnings.push(Warning { rule: name, span, message });
        }
    }

    /// An error ends a request and is no success (RFC 9110, sections 15.2 and 15.3). Whether
    /// there is any sense in looking further.
    fn class(&mut self, status: Status) -> bool {
        let Status { code, span } = status;
        match Class::of(code) {
            Class::Informational => {
                self.errors.at(
                    span,
                    format!(
                        "{code} is interim: a final response must follow it, so it cannot be an \
                         error's (RFC 9110, section 15.2); write a 4xx or a 5xx"
                    ),
                );
                false
            }
            Class::Successful if !(self.allowed)("success") => {
                self.errors.at(
                    span,
                    format!(
                        "{code} {} says that the request succeeded, which an error did not (RFC \
                         9110, section 15.3); write a 4xx or a 5xx, or `allow(success)` if the \
                         client is meant to see a success",
                        phrase(code)
                    ),
                );
                false
            }
            _ => true,
        }
    }

    /// A redirection is no error (RFC 9110, section 15.4).
    fn redirect(&mut self, status: Status) {
        let Status { code, span } = status;
        if Class::of(code) == Class::Redirection {
            let what = match status.row() {
                Some(row) if row.fields.iter().any(|field| field.name == "Location") => format!(
                    "{code} {} sends the client elsewhere, which is not an error (RFC 9110, \
                     section 15.4)",
                    row.phrase
                ),
                Some(Code { phrase, spec, retry: Retry::No(why), .. }) => {
                    format!("{code} {phrase} is not an error: {why} ({spec})")
                }
                _ => format!("{code} is a redirection, not an error (RFC 9110, section 15.4)"),
            };
            self.warn("redirect", span, &format!("{what}: write a 4xx or a 5xx"));
        }
    }

    /// Codes that should not be used (RFC 9110, sections 15 and 16.2). Whether there is any sense
    /// in asking for more.
    fn standing(&mut self, status: Status) -> bool {
        if let Some(note) = status.row().and_then(deprecation_note) {
            self.warn("deprecated", status.span, &note);
            // Nothing more is asked of the code, so nothing shows that these are idle.
            for rule in RULES
                .iter()
                .filter(|rule| rule.name == "redirect" || rule.name.starts_with("missing_"))
            {
                (self.allowed)(rule.name);
            }
            return false;
        }
        match status.row() {
            Some(row) if row.standing == Standing::Unofficial => {
                let why = format!("; it comes from {}: {}", row.spec, row.rationale);
                self.unregistered(status, &why, row.replacement.unwrap_or("a registered code"));
            }
            Some(_) => {}
            None => self.unregistered(status, "", "a registered code"),
        }
        true
    }

    fn unregistered(&mut self, status: Status, why: &str, instead: &str) {
        let code = status.code;
        let text = format!(
            "{code} is not registered with IANA, so clients treat it as {} (RFC 9110, sections 15 \
             and 16.2){why}; use {instead}",
            effective(code)
        );
        self.warn("unregistered", status.span, &text);
    }

    /// The fields that a code asks for.
    fn required_fields(&mut self, case: &Case, status: Status) {
        let fields = status.row().map_or(&[][..], |row| row.fields);
        for wanted in fields {
            let (Some(name), false) = (wanted.rule, has_header(case, wanted.name)) else {
                continue;
            };
            self.warn(name, status.span, &missing(status.code, wanted));
        }
    }

    /// 204, 205 and 304 carry no content (RFC 9110, section 6.4.1), so nothing can be in it.
    fn content(&self, case: &Case, status: Status) {
        let Some(row) = status.row().filter(|row| !row.allows_content()) else { return };
        let has_text =
            matches!(case.detail_source, DetailSource::Const(_) | DetailSource::Format(..));
        if has_text || !case.extensions.is_empty() {
            let what = if has_text { "`detail`" } else { "an extension member" };
            self.errors.at(status.span, no_content(row, what));
        }
    }

    /// A body that a case says itself, and that could not be sent as it says.
    pub(crate) fn body(&mut self, case: &Case, span: Span) {
        let row = case.fixed_status().and_then(Status::row);
        let without_content = row.filter(|row| !row.allows_content());
        if let (Some(row), false) = (without_content, matches!(case.body, Body::Empty)) {
            self.errors.at(span, no_content(row, "`body`"));
        }
    }

    /// Static headers that are malformed or sent twice (RFC 9110, section 5.3).
    fn headers(&self, case: &Case) {
        for (at, header) in case.headers.iter().enumerate() {
            let Some(name) = header.name.known() else { continue };
            let setting = field(name).map(|row| row.cardinality);
            if setting == Some(Cardinality::Framing) {
                self.errors.at(
                    header.span,
                    format!(
                        "`{name}` frames the message and is computed by the server (RFC 9112, \
                         section 6): remove it"
                    ),
                );
            }
            let before = &case.headers[..at];
            if setting == Some(Cardinality::Single)
                && before.iter().any(|other| other.name.known() == Some(name))
            {
                self.errors.at(
                    header.span,
                    format!(
                        "`{name}` may stand in a response once only (RFC 9110, section 5.3): keep \
                         one of the two"
                    ),
                );
            }
            self.header_form(name, header);
        }
    }

    /// The values that this crate knows the grammar of.
    fn header_form(&self, name: &str, header: &CaseHeader) {
        let HeaderValue::Const(value) = &header.value else { return };
        let wrong = match name {
            "retry-after" if value.bytes().all(|byte| byte.is_ascii_digit()) => value.is_empty(),
            "retry-after" => !looks_like_a_date(value),
            "www-authenticate" | "proxy-authenticate" => value.is_empty(),
            _ => false,
        };
        if wrong {
            let form = match name {
                "retry-after" => {
                    "whole seconds such as `120`, or a date such as `Sun, 06 Nov 1994 08:49:37 \
                     GMT` (RFC 9110, section 10.2.3)"
                }
                _ => "at least one challenge such as `Bearer realm=\"api\"` (RFC 9110, section 11.6.1)",
            };
            let what = match value.as_str() {
                "" => format!("the value of `{name}` is empty"),
                value => format!("`{value}` is no value of `{name}`"),
            };
            self.errors.at(header.value_span, format!("{what}: write {form}"));
        }
    }

    /// Names of extension members (RFC 9457, section 3.2).
    fn extensions(&self, case: &Case) {
        for (at, extension) in case.extensions.iter().enumerate() {
            let name = extension.name.as_str();
            if !matches!(case.body, Body::Problem | Body::Type(_)) {
                self.errors.at(
                    extension.span,
                    format!(
                        "`{name}` has no place in this body: name it in the template, or write \
                         `body = problem`"
                    ),
                );
            } else if PROBLEM_MEMBERS.contains(&name) {
                self.errors.at(
                    extension.span,
                    format!(
                        "`{name}` is a member of every problem document (RFC 9457, section 3.1), so \
                         no extension can have that name: write `extension = \"…\"` with another"
                    ),
                );
            } else if name == "code" && case.has_code_member {
                self.errors.at(
                    extension.span,
                    "the machine code is the member `code` already: write `extension = \"…\"` with \
                     another name",
                );
            } else if name.is_empty() {
                self.errors.at(
                    extension.span,
                    "the name of an extension member is empty: write `extension = \"…\"` with one",
                );
            } else if case.extensions[..at].iter().any(|before| before.name == name) {
                self.errors.at(
                    extension.span,
                    format!("the member `{name}` is there twice: keep one of the two"),
                );
            }
        }
    }

    /// The text of another crate's error may tell a client what it should not know (RFC 9457,
    /// section 5). Called where `Display` is the inner error's.
    pub(crate) fn leak(&mut self, case: &Case, fields: &Fields, name: &Ident) {
        if case.exposure.is_some() || case.exposes() == Some(false) {
            return;
        }
        let in_body = match &case.body {
            Body::Problem | Body::Text | Body::Type(_) => true,
            Body::Template(template) => template.contains(Placeholder::Detail),
            Body::Empty => false,
        };
        let in_header =
            case.headers.iter().any(|header| header.placeholder == Some(Placeholder::Detail));
        let is_sent = in_header || in_body && case.has_content();
        if !is_sent {
            return;
        }
        let Some(inner) = fields.list.first() else { return };
        let ty = inner.ty.to_string().replace(' ', "");
        let (span, when) = match &case.status {
            CaseStatus::Fixed(status) => (status.span, ""),
            CaseStatus::RunTime(value) => (value.span(), " with a status below 500"),
        };
        self.warn(
            "leak",
            span,
            &format!(
                "the client is sent the text of `{ty}`{when}, since `{name}` is \
                 `#[error(transparent)]` (RFC 9457, section 5): write `detail = \"…\"` or `mask`, \
                 or `expose` if its text is meant for clients"
            ),
        );
    }
}

fn missing(code: u16, wanted: &Field) -> String {
    let Field { name, level, spec, example, .. } = wanted;
    let verb = match level {
        Level::Must => "must carry",
        Level::Should => "should carry",
        _ => "means nothing without",
    };
    let when = match wanted.when {
        When::Always => String::new(),
        When::If(condition) => format!(" ({condition})"),
    };
    let constant = name.to_uppercase().replace('-', "_");
    format!("a {code} {verb} `{name}`{when} ({spec}): add `header({constant} = {example:?})`")
}

/// Whether a case sets a header. A name that is not known while compiling may be any.
fn has_header(case: &Case, name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    case.headers.iter().any(|header| match &header.name {
        HeaderName::Known(known) => *known == name,
        HeaderName::Path(_) => true,
    })
}

/// Whether a value has the shape of an HTTP date (RFC 9110, section 5.6.7).
fn looks_like_a_date(value: &str) -> bool {
    value.len() >= 24 && value.ends_with("GMT") && value.as_bytes().contains(&b':')
}

#[cfg(test)]
mod tests {
    use httperr_registry::derive_rules::rule;

    use super::*;

    /// Whether the derive warns of a leak.
    fn leaks(declaration: &str) -> bool {
        crate::derive::derive(declaration.parse().unwrap()).to_string().contains("leak")
    }

    #[test]
    fn the_text_of_an_inner_error_leaks_however_it_is_said_and_only_where_it_is_sent() {
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

    #[test]
    fn a_code_is_part_of_the_uri_that_it_ends() {
        assert_eq!(code_in_uri("https://a.example", "out-of-credit"), None);
        assert_eq!(code_in_uri("https://a.example/#", "a/b?"), None);
        assert_eq!(code_in_uri("https://a.example/?a=", "a/b?"), None);
        assert!(code_in_uri("https://a.example", "a/b").is_some());
        assert!(code_in_uri("https://a.example/?a=", "a#b").is_some());
        assert!(code_in_uri("https://a.example/#", "a b").is_some());
    }

    #[test]
    fn every_rule_named_here_is_a_row() {
        for name in ["success", "redirect", "deprecated", "unregistered", "leak", "duplicate_code"]
        {
            assert!(rule(name).is_some(), "{name}");
        }
    }
}
