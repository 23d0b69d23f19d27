//! The format of an enum: its `body`, its headers and its `codes`, for an error that is none of its
//! cases.

use httperr_registry::table_format::EnvelopeBody;
use proc_macro2::{TokenStream, TokenTree};

use crate::casing::RENAME_RULES;
use crate::diagnostics::errors::Errors;
use crate::lower::body::lower_body;
use crate::lower::headers::lower_headers;
use crate::lower::inherit::Inherited;
use crate::lower::missing_fields::MissingFields;
use crate::lower::scope::{Context, Scope};
use crate::model::{
    Body, Case, CaseStatus, Envelope, ExtensionValue, Format, HeaderValue, Node, Value,
};
use crate::syntax::declaration::{Declaration, VariantDecl};
use crate::syntax::format_string::captured_names;
use crate::syntax::item::Fields;

/// Lowers the format, unless an error without a case has the default one. What depends on a field is
/// `null` in the body, and not among the headers.
pub(crate) fn lower_format<'a>(
    declaration: &'a Declaration,
    field_names: &[String],
) -> Option<Format<'a>> {
    let of_type = &declaration.attrs;
    let (codes, body) = (of_type.codes.get(), of_type.body.is_set());
    if !body && codes.is_none() && of_type.headers.is_empty() && of_type.extensions.is_empty() {
        return None;
    }
    // Every mistake is reported for the variants.
    let errors = Errors::new();
    let context = Context {
        errors: &errors,
        attributes: &[],
        field_names: field_names.to_vec(),
        extension_names: &declaration.extension_names,
        missing_fields: MissingFields::default(),
        languages: &declaration.languages,
    };
    let (name, fields) = (&declaration.item.name, Fields::default());
    let variant =
        VariantDecl { ident: Some(name), name, fields: &fields, attributes: &[], attrs: of_type };
    let scope = Scope { context: &context, variant, pattern: None };
    let inherited = Inherited::of_type_only(of_type);
    let (mut body, mut extensions) = lower_body(scope, &inherited);
    let mut declares_body = of_type.body.is_set();
    if let Body::Template(template) = &mut body {
        let is_value = matches!(template, Node::Value(_));
        remove_fields(template, field_names);
        if is_value && matches!(template, Node::Const(_)) {
            // The whole body depends on the value.
            body = Body::Problem;
            declares_body = false;
        }
    }
    extensions.retain(|extension| !uses_field(&extension.value, field_names));
    let mut case = Case {
        status: CaseStatus::OfInner,
        exposure: None,
        extensions,
        body,
        ..Case::fallback(name.span())
    };
    lower_headers(&mut case, scope, &inherited);
    case.headers.retain(|header| match &header.value {
        HeaderValue::Const(_) => header.name.known() != Some("retry-after"),
        HeaderValue::Placeholder(_) => true,
        HeaderValue::Value(value) => !mentions_field(value.tokens(), field_names),
    });
    let _ = errors.into_tokens();
    let format = match declares_body {
        true => EnvelopeBody::ByDefault,
        false => EnvelopeBody::Never,
    };
    Some(Format {
        envelope: Envelope { case, format },
        code_case: codes.and_then(|codes| codes.rename_all).unwrap_or(&RENAME_RULES[0]).case,
        code_prefix: codes.map_or("", |codes| codes.prefix.as_str()),
        declares_codes: codes.is_some(),
    })
}

fn remove_fields(node: &mut Node, names: &[String]) {
    match node {
        Node::Object(members) => {
            for member in members {
                remove_fields(&mut member.value, names);
            }
        }
        Node::Array(elements) => {
            for element in elements {
                remove_fields(element, names);
            }
        }
        Node::Value(value) if mentions_field(value.tokens(), names) => *node = Node::null(),
        Node::Extensions(extensions) => {
            extensions.retain(|extension| !uses_field(&extension.value, names));
        }
        Node::Const(_) | Node::Placeholder(_) | Node::Value(_) => {}
    }
}

fn uses_field(value: &ExtensionValue, names: &[String]) -> bool {
    match value {
        ExtensionValue::Const(_) => false,
        ExtensionValue::Value(Value::Field(..)) => true,
        ExtensionValue::Value(Value::Expr(tokens)) => mentions_field(tokens, names),
    }
}

/// Returns whether an expression may depend on the value of the error.
fn mentions_field(tokens: &TokenStream, names: &[String]) -> bool {
    let is_field = |name: &str| name == "self" || names.iter().any(|field| field == name);
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is_field(&ident.to_string()),
        TokenTree::Group(group) => mentions_field(&group.stream(), names),
        TokenTree::Literal(literal) => {
            let text = literal.to_string();
            text.contains('{') && captured_names(&text).iter().any(|name| is_field(name))
        }
        TokenTree::Punct(_) => false,
    })
}
