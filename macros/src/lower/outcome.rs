//! The outcome of a variant or an arm: a case, the response of another error, or that of another
//! variant.

use httperr_registry::table_format::LogLevel;
use proc_macro2::{Ident, Span};

use crate::lower::case::{lower_case, lower_tags};
use crate::lower::envelope::lower_envelope;
use crate::lower::inherit::Inherited;
use crate::lower::other;
use crate::lower::scope::Scope;
use crate::model::{Case, Field, Outcome, Value};
use crate::syntax::ast::HttpAttrs;
use crate::syntax::foreign_attrs;
use crate::syntax::self_expr::is_error_itself;

pub(crate) fn lower_outcome<'a>(
    scope: Scope<'_>,
    mut inherited: Inherited<'a>,
    fields: &[Field<'_>],
    name: String,
    span: Span,
) -> Outcome<'a> {
    let own = inherited.own();
    if let Some(own) = own.filter(|own| own.other.is_set()) {
        return match other::lower(own, scope, fields) {
            Some(value) => {
                let envelope = lower_envelope(scope, &inherited, span);
                Outcome::Transparent(value, envelope.map(Box::new))
            }
            None => Outcome::Case(Box::new(Case::fallback(span))),
        };
    }
    if let Some(value) = own.and_then(|own| lower_transparent(own, scope, fields)) {
        let envelope = lower_envelope(scope, &inherited, span);
        return Outcome::Transparent(value, envelope.map(Box::new));
    }
    if let Some((own, target)) = own.and_then(|own| Some((own, own.same_as.get()?))) {
        report_overridden_keys(own, "`same_as`", scope);
        return same_as(target, scope, &inherited, name);
    }
    inherited.add_default();
    let default = inherited.default();
    if let Some((default, target)) = default.and_then(|attrs| Some((attrs, attrs.same_as.get()?))) {
        report_overridden_keys(default, "`same_as`", scope);
        if let Some(own) = own {
            report_overridden_keys(own, "the `same_as` of `default(…)`", scope);
        }
        return same_as(target, scope, &inherited, name);
    }
    Outcome::Case(Box::new(lower_case(scope, &inherited, name, span)))
}

fn same_as<'a>(
    target: &Ident,
    scope: Scope<'_>,
    inherited: &Inherited<'a>,
    name: String,
) -> Outcome<'a> {
    Outcome::SameAs(target.clone(), Box::new(own_case(target, scope, inherited, name)))
}

fn report_overridden_keys(attrs: &HttpAttrs, same_as: &str, scope: Scope<'_>) {
    for (span, what) in attrs.outcome_spans() {
        let message = format!(
            "{what} has no effect with {same_as}, which sends the response of the other variant: \
             remove one of the two"
        );
        scope.errors().at(span, message);
    }
}

/// Returns the parts of a case under `same_as` that are not those of its target.
fn own_case<'a>(
    target: &Ident,
    scope: Scope<'_>,
    inherited: &Inherited<'a>,
    name: String,
) -> Case<'a> {
    Case {
        name,
        description: foreign_attrs::doc_comment(scope.variant.attributes),
        log: inherited.nearest(|attrs| &attrs.log).map_or(LogLevel::ByStatus, |log| log.level),
        tags: lower_tags(inherited),
        ..Case::fallback(target.span())
    }
}

fn lower_transparent(own: &HttpAttrs, scope: Scope<'_>, fields: &[Field<'_>]) -> Option<Value> {
    let expression = own.transparent.get()?;
    let tag = own.tag_span.map(|span| (span, "`tag`"));
    for (span, what) in own.overridden_by_inner().into_iter().chain(tag) {
        let message = format!(
            "{what} has no effect with `transparent`, which forwards to the inner error: remove \
             one of the two"
        );
        scope.errors().at(span, message);
    }
    match expression {
        Some(expression) if is_error_itself(expression) => {
            scope.errors().on(
                expression,
                "`transparent` cannot forward to the error itself, which would recurse forever: \
                 write a field, as in `transparent = source`",
            );
            None
        }
        Some(expression) => Some(scope.acyclic_value(expression)),
        None => {
            let source = source_field(fields);
            if source.is_none() {
                report_unknown_source(own, scope);
            }
            source.map(Field::value)
        }
    }
}

fn source_field<'f, 'a>(fields: &'f [Field<'a>]) -> Option<&'f Field<'a>> {
    if let [only] = fields {
        return Some(only);
    }
    let mut sources = fields.iter().filter(|field| foreign_attrs::is_source(field.original));
    match (sources.next(), sources.next()) {
        (Some(source), None) => Some(source),
        _ => None,
    }
}

fn report_unknown_source(own: &HttpAttrs, scope: Scope<'_>) {
    let name = scope.variant.name;
    let message = match scope.variant.fields.list.len() {
        0 => {
            format!("`{name}` has no field to forward to: write a status in place of `transparent`")
        }
        count => format!(
            "`{name}` has {count} fields, and not exactly one of them is `#[from]` or `#[source]`: \
             write `transparent = field` to choose one"
        ),
    };
    scope.errors().at(own.transparent.span().unwrap_or(name.span()), message);
}
