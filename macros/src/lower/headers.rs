//! The header fields of a case.

use httperr_registry::{ABOUT_BLANK, FIELDS};
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::{Lit, LitInt};

use crate::lower::inherit::Inherited;
use crate::lower::scope::Scope;
use crate::model::{Case, CaseHeader, ConstText, HeaderValue, Value};
use crate::syntax::ast::{self, Header, HeaderName, HttpAttrs, Placeholder, RetryAfter};
use crate::syntax::header::{is_field_value, literal_text};
use crate::syntax::tokens::display_tokens;

/// Adds the header fields to a case whose other parts are known: placeholders in values refer to them.
pub(crate) fn lower_headers(case: &mut Case<'_>, scope: Scope<'_>, inherited: &Inherited<'_>) {
    case.headers = lower_fields(case, scope, inherited);
    lower_retry_after(case, scope, inherited);
    keep_order_of_lines(&mut case.headers);
}

/// Adds the header fields to an envelope, in which `retry_after` is that of the inner error.
pub(crate) fn lower_envelope_headers(
    case: &mut Case<'_>,
    scope: Scope<'_>,
    inherited: &Inherited<'_>,
) {
    case.headers = lower_fields(case, scope, inherited);
    keep_order_of_lines(&mut case.headers);
}

fn lower_fields(
    case: &mut Case<'_>,
    scope: Scope<'_>,
    inherited: &Inherited<'_>,
) -> Vec<CaseHeader> {
    let mut headers = Vec::new();
    for header in inherited.merged(|attrs| &attrs.headers, is_same) {
        if header.name.known() == Some("content-type") && !case.has_content() {
            // That of a farther level is for other cases.
            if inherited.own().is_some_and(|own| declares(own, header)) {
                case.origin.unsendable_content_types.push(header.span);
            }
            continue;
        }
        let is_local = inherited
            .local()
            .iter()
            .any(|attrs| attrs.headers.iter().any(|local| is_same(local, header)));
        let (value, placeholder) = lower_value(header, scope, is_local, case);
        headers.push(CaseHeader {
            name: header.name.clone(),
            span: header.span,
            value,
            value_span: header.value.span(),
            is_shared: inherited.is_of_enum(|attrs| declares(attrs, header)),
            placeholder,
        });
    }
    headers
}

fn declares(attrs: &HttpAttrs, header: &Header) -> bool {
    attrs.headers.iter().any(|other| std::ptr::eq(other, header))
}

fn is_same(left: &Header, right: &Header) -> bool {
    is_same_name(&left.name, &right.name)
}

fn is_same_name(left: &HeaderName, right: &HeaderName) -> bool {
    left.known().is_some() && left.known() == right.known()
}

/// Lowers the value of a header. A placeholder means the response unless the variant or the arm that
/// declares the header has a field of that name: an enum cannot know the fields of its variants. Of
/// `instance` and `request_id`, which are not part of the error, a field always comes first.
fn lower_value(
    header: &Header,
    scope: Scope<'_>,
    is_local: bool,
    case: &Case<'_>,
) -> (HeaderValue, Option<Placeholder>) {
    let is_known = !matches!(header.name, HeaderName::Path(_));
    let tokens = match &header.value {
        ast::Value::String(text) if is_known => {
            return (HeaderValue::Const(text.text().to_owned()), None);
        }
        ast::Value::Literal(literal) if is_known => {
            return (HeaderValue::Const(literal_text(literal).unwrap_or_default()), None);
        }
        value => value.tokens(),
    };
    let name = tokens.to_string();
    let placeholder =
        Placeholder::from_name(&name).filter(|_| !(is_local && scope.contains(&name)));
    let Some(placeholder) = placeholder else {
        return (HeaderValue::Value(scope.value(&tokens)), None);
    };
    let text = match placeholder {
        Placeholder::Code | Placeholder::Type if case.is_envelope() => None,
        Placeholder::Code => Some(case.code.text.clone()),
        Placeholder::Type => Some(case.type_uri.as_deref().unwrap_or(ABOUT_BLANK).to_owned()),
        Placeholder::Title | Placeholder::Detail if is_translated(case, placeholder) => None,
        Placeholder::Title => case.title().map(str::to_owned),
        Placeholder::Status => case.fixed_status().map(|status| status.code.to_string()),
        Placeholder::Detail => match case.detail() {
            ConstText::Text(text) => Some(text.to_owned()),
            ConstText::None | ConstText::AtRunTime => None,
        },
        Placeholder::Instance | Placeholder::RequestId if scope.contains(&name) => {
            return (HeaderValue::Value(scope.value(&tokens)), None);
        }
        Placeholder::Instance | Placeholder::RequestId => None,
    };
    let value = match text {
        Some(text) => const_value(header, &text),
        None => HeaderValue::Placeholder(placeholder),
    };
    (value, Some(placeholder))
}

fn is_translated(case: &Case<'_>, placeholder: Placeholder) -> bool {
    case.translations.iter().any(|translation| match placeholder {
        Placeholder::Title => translation.own_title != case.own_title,
        _ => translation.detail.is_some(),
    })
}

/// Returns a text as the value of a header. The runtime omits what no header can contain.
fn const_value(header: &Header, text: &str) -> HeaderValue {
    match header.name.known().is_some() && is_field_value(text) {
        true => HeaderValue::Const(text.to_owned()),
        false => HeaderValue::Value(Value::Expr(quote!(#text))),
    }
}

/// The index of `retry-after` in `FIELDS`.
const RETRY_AFTER: usize = {
    let mut index = 0;
    while index < FIELDS.len() && !matches!(FIELDS[index].name.as_bytes(), b"retry-after") {
        index += 1;
    }
    assert!(index < FIELDS.len());
    index
};

/// Adds `retry_after`, which is a header like any other if its value is a literal.
fn lower_retry_after(case: &mut Case<'_>, scope: Scope<'_>, inherited: &Inherited<'_>) {
    let mut levels = inherited.levels().iter();
    let declared =
        levels.find_map(|attrs| Some((attrs.retry_after.span()?, attrs.retry_after.get()?)));
    let Some((span, value)) = declared else { return };
    let name = HeaderName::Registered(RETRY_AFTER);
    if let Some(twin) = case.headers.iter().find(|header| is_same_name(&header.name, &name)) {
        let message = "`retry_after` already sets this header: keep one of the two";
        scope.errors().at(twin.span, message);
        return;
    }
    let add = |seconds: &str, value_span| {
        let is_shared = inherited.is_of_enum(|attrs| attrs.retry_after.is_set());
        // Those of the enum stay the last.
        let end = case.headers.iter().position(|header| header.is_shared && !is_shared);
        let value = HeaderValue::Const(seconds.to_owned());
        let header = CaseHeader { name, span, value, value_span, is_shared, placeholder: None };
        case.headers.insert(end.unwrap_or(case.headers.len()), header);
    };
    let value = match value {
        RetryAfter::Seconds(seconds, span) => return add(seconds, *span),
        RetryAfter::Value(value) => value,
    };
    match value {
        ast::Value::Literal(Lit::Int(number)) if is_seconds(number) => {
            add(number.base10_digits(), number.span());
        }
        ast::Value::Expression(tokens) if !is_negative_literal(tokens) => {
            case.retry_after = Some(scope.value(tokens));
        }
        other => {
            let tokens = other.tokens();
            let message = format!(
                "`{}` cannot be used as a `Retry-After` delay (RFC 9110, section 10.2.3): write \
                 whole seconds, such as `retry_after = 30`",
                display_tokens(&tokens).replace("- ", "-")
            );
            scope.errors().on(tokens, message);
        }
    }
}

/// Keeps the declared order of the lines of a field (RFC 9110, section 5.3): the runtime writes a
/// constant line that follows one from a value, too.
fn keep_order_of_lines(headers: &mut [CaseHeader]) {
    for index in 1..headers.len() {
        let (before, rest) = headers.split_at_mut(index);
        let Some(header) = rest.first_mut() else { return };
        let HeaderValue::Const(value) = &header.value else { continue };
        let follows_value = before.iter().any(|other| {
            let may_be_same =
                other.name.known().is_none() || is_same_name(&other.name, &header.name);
            may_be_same && !matches!(other.value, HeaderValue::Const(_))
        });
        if follows_value {
            header.value = HeaderValue::Value(Value::Expr(quote!(#value)));
        }
    }
}

/// `30` and `30u64`, but not `30s`.
fn is_seconds(number: &LitInt) -> bool {
    let suffix = number.suffix();
    let is_integer = suffix.is_empty() || suffix.starts_with(['u', 'i']);
    is_integer && number.base10_parse::<u64>().is_ok()
}

fn is_negative_literal(tokens: &TokenStream) -> bool {
    let mut tokens = tokens.clone().into_iter();
    matches!(
        (tokens.next(), tokens.next(), tokens.next()),
        (Some(TokenTree::Punct(minus)), Some(TokenTree::Literal(_)), None)
            if minus.as_char() == '-'
    )
}
