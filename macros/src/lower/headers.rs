//! The header fields of a case.

use httperr_registry::ABOUT_BLANK;
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::{Lit, LitInt};

use crate::check;
use crate::lower::scope::Subject;
use crate::lower::{Layers, Reader};
use crate::model::{Case, CaseHeader, ConstText, HeaderValue, Value};
use crate::syntax::ast::{self, Header, HeaderName, HttpAttrs, Placeholder};
use crate::syntax::header::{is_field_value, literal_text};
use crate::syntax::status_code::Status;
use crate::syntax::tokens::display_tokens;

impl Reader<'_> {
    /// Returns the headers of all declarations that hold for a case, whose other parts are known.
    pub(crate) fn headers(
        &self,
        layers: &Layers<'_>,
        subject: Subject<'_>,
        case: &Case,
    ) -> Vec<CaseHeader> {
        let no_content = case.fixed_status().and_then(Status::row);
        let no_content = no_content.filter(|row| !row.allows_content());
        let own = 1 + usize::from(subject.pattern.is_some());
        let own = &layers.0[..own.min(layers.0.len())];
        let all = layers.all(|keys| &keys.headers, |near, far| same_name(&near.name, &far.name));
        let lower = |header: &Header| {
            let holds =
                |keys: &HttpAttrs| keys.headers.iter().any(|other| std::ptr::eq(other, header));
            if let (Some(row), Some("content-type")) = (no_content, header.name.known()) {
                // One further out is for other cases.
                if layers.0.first().is_some_and(|own| holds(own)) {
                    self.errors.at(header.span, check::no_content(row, "`Content-Type`"));
                }
                return None;
            }
            let mut own_headers = own.iter().flat_map(|keys| &keys.headers);
            let is_own = own_headers.any(|own| same_name(&own.name, &header.name));
            let (value, placeholder) = self.header_value(header, subject, is_own, case);
            Some(CaseHeader {
                name: header.name.clone(),
                span: header.span,
                value,
                value_span: header.value.span(),
                is_shared: layers.is_shared(holds),
                placeholder,
            })
        };
        all.into_iter().filter_map(lower).collect()
    }

    /// In a header as in a template, `code` and its like are parts of the response, unless a field
    /// of the variant has that name. What an enum declares for all its variants cannot know their
    /// fields: there the name is the response's.
    fn header_value(
        &self,
        header: &Header,
        subject: Subject<'_>,
        is_own: bool,
        case: &Case,
    ) -> (HeaderValue, Option<Placeholder>) {
        let tokens = match (&header.name, &header.value) {
            (HeaderName::Known(_), ast::Value::Literal(literal)) => {
                return (HeaderValue::Const(literal_text(literal).unwrap_or_default()), None);
            }
            (_, value) => value.tokens(),
        };
        let name = tokens.to_string();
        let in_scope = || subject.names().contains(&name) || subject.is_bound(&name);
        let part = Placeholder::from_name(&name).filter(|_| !(is_own && in_scope()));
        let known = match part {
            None | Some(Placeholder::Instance | Placeholder::RequestId) => {
                return (HeaderValue::Value(self.value(&tokens, subject)), None);
            }
            Some(Placeholder::Code) => Some(case.code.text.clone()),
            Some(Placeholder::Type) => {
                Some(case.type_uri.as_deref().unwrap_or(ABOUT_BLANK).to_owned())
            }
            Some(Placeholder::Title) => case.title().map(str::to_owned),
            Some(Placeholder::Status) => case.fixed_status().map(|status| status.code.to_string()),
            Some(Placeholder::Detail) => match case.detail() {
                ConstText::Text(text) => Some(text.to_owned()),
                _ => None,
            },
        };
        let value = match (known, part) {
            (Some(text), _) if header.name.known().is_some() && is_field_value(&text) => {
                HeaderValue::Const(text)
            }
            // Left to the runtime, which leaves out what no header can have.
            (Some(text), _) => HeaderValue::Value(Value::Expr(quote!(#text))),
            (None, Some(part)) => HeaderValue::Placeholder(part),
            (None, None) => HeaderValue::Const(String::new()),
        };
        (value, part)
    }

    /// Adds `retry_after`, which is a header like any other where its value is known.
    pub(crate) fn with_retry_after(
        &self,
        mut case: Case,
        layers: &Layers<'_>,
        subject: Subject<'_>,
    ) -> Case {
        let slot = layers
            .0
            .iter()
            .find_map(|keys| Some((keys.retry_after.span()?, keys.retry_after.get()?)));
        let Some((span, value)) = slot else { return case };
        let name = HeaderName::Known("retry-after".to_owned());
        if let Some(twin) = case.headers.iter().find(|header| same_name(&header.name, &name)) {
            self.errors
                .at(twin.span, "`retry_after` sets this header already: keep one of the two");
            return case;
        }
        match value {
            ast::Value::Literal(Lit::Int(number)) if is_seconds(number) => {
                let value = HeaderValue::Const(number.base10_digits().to_owned());
                let value_span = number.span();
                let is_shared = layers.is_shared(|keys| keys.retry_after.span().is_some());
                let header =
                    CaseHeader { name, span, value, value_span, is_shared, placeholder: None };
                // Those of the enum stay the last.
                let end = case.headers.iter().position(|header| header.is_shared && !is_shared);
                case.headers.insert(end.unwrap_or(case.headers.len()), header);
            }
            ast::Value::Expression(tokens) if !is_negative(tokens) => {
                case.retry_after = Some(self.value(tokens, subject));
            }
            other => {
                let tokens = other.tokens();
                let message = format!(
                    "`{}` is no delay: write whole seconds (RFC 9110, section 10.2.3), such as \
                     `retry_after = 30`",
                    display_tokens(&tokens).replace("- ", "-")
                );
                self.errors.on(tokens, message);
            }
        }
        case
    }
}

pub(crate) fn same_name(left: &HeaderName, right: &HeaderName) -> bool {
    left.known().is_some() && left.known() == right.known()
}

/// The lines of one field are sent in the order in which they are declared (RFC 9110, section 5.3):
/// one behind a line from run time is written with it, although its value is known.
pub(crate) fn keep_order_of_lines(headers: &mut [CaseHeader]) {
    for at in 1..headers.len() {
        let (before, rest) = headers.split_at_mut(at);
        let Some(header) = rest.first_mut() else { return };
        let HeaderValue::Const(value) = &header.value else { continue };
        let is_behind = before.iter().any(|other| {
            let may_be_same = other.name.known().is_none() || same_name(&other.name, &header.name);
            may_be_same && !matches!(other.value, HeaderValue::Const(_))
        });
        if is_behind {
            header.value = HeaderValue::Value(Value::Expr(quote!(#value)));
        }
    }
}

/// `30`, `30u64`, but not `30s`.
fn is_seconds(number: &LitInt) -> bool {
    let suffix = number.suffix();
    let plain = suffix.is_empty() || suffix.starts_with(['u', 'i']);
    plain && number.base10_parse::<u64>().is_ok()
}

/// `-5`.
fn is_negative(tokens: &TokenStream) -> bool {
    let mut tokens = tokens.clone().into_iter();
    matches!(
        (tokens.next(), tokens.next(), tokens.next()),
        (Some(TokenTree::Punct(minus)), Some(TokenTree::Literal(_)), None)
            if minus.as_char() == '-'
    )
}
