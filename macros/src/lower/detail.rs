//! The public text of a case.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, ToTokens as _};

use crate::lower::inherit::Inherited;
use crate::lower::scope::Scope;
use crate::model::{DetailSource, Value};
use crate::syntax::ast;
use crate::syntax::foreign_attrs::{self, DisplayText};
use crate::syntax::format_string::{FormatString, FormatTrait};

/// Returns what the attributes of other derives tell about `Display`. That of thiserror may be on the
/// enum, for all variants that have none.
pub(crate) fn display(scope: Scope<'_>) -> DisplayText {
    let own = foreign_attrs::display_text(scope.variant.attributes);
    let of_enum = scope.variant.ident.filter(|_| own.is_none()).map(|_| scope.context.attributes);
    own.or_else(|| foreign_attrs::display_text(of_enum?)).unwrap_or(DisplayText::Unknown)
}

/// Returns the source of the public text: the key `detail`, or else `Display`.
pub(crate) fn lower_detail(
    scope: Scope<'_>,
    inherited: &Inherited<'_>,
    display: DisplayText,
) -> DetailSource {
    match (inherited.nearest(|attrs| &attrs.detail), display) {
        (Some(value), _) => lower_value(scope, value),
        (None, DisplayText::Constant(text)) => DetailSource::DisplayLiteral(text),
        (None, _) => DetailSource::Display,
    }
}

/// Lowers the value of the key `detail`.
pub(super) fn lower_value(scope: Scope<'_>, value: &ast::Value) -> DetailSource {
    match value {
        ast::Value::String(literal) => {
            let mut format = FormatString::parse(literal.text());
            if let Some(text) = format.constant.take().filter(|_| format.mistake.is_none()) {
                return DetailSource::Const(text);
            }
            let mistake = if format.has_positional {
                Some(
                    "`{}` has no argument here: write the field in the braces, as in `detail = \
                     \"no account {id}\"`"
                        .to_owned(),
                )
            } else if format.mistake.is_some() {
                format.mistake.take()
            } else {
                format.captures.iter().find_map(|capture| scope.unknown_capture_hint(&capture.name))
            };
            if let Some(mistake) = mistake {
                scope.errors().at(literal.span(), mistake);
                return DetailSource::Const(String::new());
            }
            let captures = format.captures.iter().filter_map(|capture| {
                let field = scope.captured_field(&capture.name)?;
                Some((field.index, capture.format_trait))
            });
            DetailSource::Format(arguments(&format, literal.span(), scope), captures.collect())
        }
        ast::Value::Literal(other) => {
            let text = other.to_token_stream();
            scope.errors().at(
                other.span(),
                format!(
                    "expected a string or an expression after `detail`, found `{text}`: write \
                     `detail = \"…\"`"
                ),
            );
            DetailSource::Const(String::new())
        }
        ast::Value::Expression(tokens) => {
            let value = scope.acyclic_value(tokens);
            let tokens = value.tokens();
            let captures = match &value {
                Value::Field(index, _) => vec![(*index, Some(FormatTrait::Display))],
                Value::Expr(_) => Vec::new(),
            };
            DetailSource::Format(quote!("{}", #tokens), captures)
        }
    }
}

/// Returns the format string of a public text that depends on the value, for documents.
pub(crate) fn lower_template(inherited: &Inherited<'_>, display: &DisplayText) -> String {
    match inherited.nearest(|attrs| &attrs.detail) {
        Some(value) => template_of(value),
        None => display.template().unwrap_or_default(),
    }
}

pub(super) fn template_of(value: &ast::Value) -> String {
    match value {
        ast::Value::String(literal) => literal.text().to_owned(),
        _ => String::new(),
    }
}

/// Returns the arguments of `format_args!`: the literal, whose captures resolve to the fields, and
/// `self`, which a captured name does not resolve to.
fn arguments(format: &FormatString, span: Span, scope: Scope<'_>) -> TokenStream {
    let mut arguments = scope.respan_literal(format.literal(span)).into_token_stream();
    let names_self = format.captures.iter().any(|capture| capture.name == "self");
    if names_self && scope.captured_field("self").is_none() {
        let this = Ident::new("self", Span::call_site());
        let value = Ident::new("self", Span::call_site().located_at(span));
        arguments.extend(quote!(, #this = #value));
    }
    arguments
}
