//! Header fields.

use httperr_registry::{fields, Cardinality, Field, Level, When};

use crate::check::body::no_content;
use crate::check::checker::Checker;
use crate::model::{Case, HeaderValue};
use crate::syntax::ast::HeaderName;
use crate::syntax::status_code::Status;

pub(super) fn content_type_without_content(checker: &Checker<'_>) {
    let case = checker.case;
    let Some(row) = case.fixed_status().and_then(Status::row) else { return };
    for span in &case.origin.unsendable_content_types {
        checker.error(*span, no_content(row, "`Content-Type`"));
    }
}

/// The server frames the message (RFC 9112, section 6).
pub(super) fn framing_field(checker: &Checker<'_>) {
    for header in &checker.case.headers {
        let Some(name) = header.name.known() else { continue };
        if cardinality(&header.name) == Some(Cardinality::Framing) {
            checker.error(
                header.span,
                format!(
                    "`{name}` is part of message framing, which the server computes (RFC 9112, \
                     section 6): remove it"
                ),
            );
        }
    }
}

/// Most fields have one line (RFC 9110, section 5.3).
pub(super) fn repeated_field(checker: &Checker<'_>) {
    let headers = &checker.case.headers;
    for (index, header) in headers.iter().enumerate() {
        let Some(name) = header.name.known() else { continue };
        let is_repeated = || headers[..index].iter().any(|other| other.name.known() == Some(name));
        if is_repeated() && cardinality(&header.name) == Some(Cardinality::Single) {
            checker.error(
                header.span,
                format!(
                    "`{name}` may appear only once in a response (RFC 9110, section 5.3): keep one \
                     of the two"
                ),
            );
        }
    }
}

fn cardinality(name: &HeaderName) -> Option<Cardinality> {
    name.row().map(|row| row.cardinality)
}

/// The registry has the grammar of each common field.
pub(super) fn malformed_value(checker: &Checker<'_>) {
    for header in &checker.case.headers {
        let (Some(name), HeaderValue::Const(value)) = (header.name.known(), &header.value) else {
            continue;
        };
        let result = match header.name.row() {
            Some(row) => row.check(value),
            None => fields::check(name, value),
        };
        let Err(malformed) = result else { continue };
        let what = match value.as_str() {
            "" => format!("the value of `{name}` is empty"),
            value => format!("`{value}` is not a valid value of `{name}`: {malformed}"),
        };
        // The reason may have a section of its own.
        let what = match what.strip_suffix(')').filter(|what| what.contains("(RFC ")) {
            Some(what) => format!("{what}; "),
            None => format!("{what} ("),
        };
        checker.error(
            header.value_span,
            format!(
                "{what}{}): write {} such as `{}`",
                malformed.spec(),
                malformed.grammar(),
                malformed.example()
            ),
        );
    }
}

pub(super) fn missing_field(checker: &mut Checker<'_>, status: Status) {
    let case = checker.case;
    if !case.origin.is_fully_parsed {
        return;
    }
    for field in status.row().map_or(&[][..], |row| row.fields) {
        if let (Some(rule), false) = (field.rule, may_have_header(case, field.name)) {
            checker.warn(rule, status.span, &missing_field_message(status.code, field));
        }
    }
}

fn missing_field_message(code: u16, field: &Field) -> String {
    let Field { name, level, spec, example, .. } = field;
    let verb = match level {
        Level::Must => "must carry",
        Level::Should => "should carry",
        _ => "is not useful without",
    };
    let when = match field.when {
        When::Always => String::new(),
        When::If(condition) => format!(" ({condition})"),
    };
    let constant = name.to_uppercase().replace('-', "_");
    format!("a {code} {verb} `{name}`{when} ({spec}): add `header({constant} = {example:?})`")
}

/// A name that is a constant of the user may be any.
fn may_have_header(case: &Case<'_>, name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    case.header_map.is_some()
        || case.headers.iter().any(|header| header.name.known().map_or(true, |known| known == name))
}
