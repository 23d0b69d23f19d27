//! `header(NAME = value)`: names and values of header fields.

use httperr_registry::limits::HEADER_VALUE;
use httperr_registry::FIELDS;
use proc_macro2::{Ident, Literal, Span, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Error, Lit, LitStr, Path, Result, Token};

use crate::casing;
use crate::diagnostics::suggest::nearest;
use crate::syntax::ast::{Header, HeaderName, Value};
use crate::syntax::key::SpannedKey;
use crate::syntax::limits;
use crate::syntax::literal::StringLiteral;
use crate::syntax::tokens::{take_until, Stop};
use crate::syntax::value::value_to_comma;

pub(crate) fn parse(input: ParseStream, key: SpannedKey) -> Result<Header> {
    let (name, span) = name(input, key)?;
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(comma_for_equals_error(input).unwrap_or_else(|| malformed(key, span)));
    }
    let value = value_to_comma(input)?.ok_or_else(|| malformed(key, span))?;
    check_header_value(name.known().unwrap_or("this header"), &value)?;
    Ok(Header { name, span, value })
}

fn malformed(key: SpannedKey, span: Span) -> Error {
    Error::new(
        span,
        format!(
            "unexpected syntax for a header: write `{}`, with a constant of `http::header`, a path \
             to your own `HeaderName`, or a string before the `=`",
            key.usage()
        ),
    )
}

fn name(input: ParseStream, key: SpannedKey) -> Result<(HeaderName, Span)> {
    let span = input.span();
    if input.peek(LitStr) {
        let token: Literal = input.parse()?;
        let text = StringLiteral::from_token(&token).ok_or_else(|| malformed(key, span))?;
        return Ok((name_from_string(&text)?, span));
    }
    if !input.peek(Ident::peek_any) && !input.peek(Token![::]) {
        return Err(malformed(key, span));
    }
    let path = Path::parse_mod_style(input).map_err(|_| malformed(key, span))?;
    let span = path.segments.last().map_or(span, |segment| segment.ident.span());
    if let (Some(first), true) = (path.get_ident(), input.peek(Token![-])) {
        return Err(unquoted_name_error(input, first));
    }
    let last_two = path.segments.iter().rev().take(2).map(|segment| segment.ident.to_string());
    let name = match (path.get_ident(), &last_two.collect::<Vec<_>>()[..]) {
        (Some(constant), _) => name_of_constant(constant)?,
        (None, [constant, module]) if module == "header" => {
            match FIELDS.iter().position(|row| row.constant == constant) {
                Some(index) => HeaderName::Registered(index),
                None => HeaderName::Path(path.into_token_stream()),
            }
        }
        _ => HeaderName::Path(path.into_token_stream()),
    };
    Ok((name, span))
}

fn unquoted_name_error(input: ParseStream, first: &Ident) -> Error {
    let rest = take_until(input, Stop::Comma).into_iter();
    let rest = rest
        .take_while(|token| !matches!(token, TokenTree::Punct(punct) if punct.as_char() == '='));
    let rest: String = rest.map(|token| token.to_string()).collect();
    let name = format!("{first}{rest}").to_lowercase();
    let message = format!("this header name needs quotes: write `\"{name}\"`");
    Error::new(first.span(), message)
}

fn comma_for_equals_error(input: ParseStream) -> Option<Error> {
    let ahead = input.fork();
    ahead.parse::<Token![,]>().ok()?;
    let value = take_until(&ahead, Stop::Comma);
    let is_pair = value
        .clone()
        .into_iter()
        .any(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '='));
    if value.is_empty() || is_pair {
        return None;
    }
    let comma = input.span();
    input.parse::<Token![,]>().ok()?;
    let _ = take_until(input, Stop::Comma);
    Some(Error::new(comma, "expected `=` between the name of a header and its value"))
}

pub(crate) fn name_of_constant(constant: &Ident) -> Result<HeaderName> {
    let text = constant.to_string();
    if let Some(index) = FIELDS.iter().position(|row| row.constant == text) {
        return Ok(HeaderName::Registered(index));
    }
    let upper = casing::upper_snake(&text);
    let instead = match nearest(&upper, FIELDS.iter().map(|row| row.constant)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!(
            "write the name as a string, `\"{}\"`, or the path to your own constant, `self::{text}`",
            casing::kebab(&text)
        ),
    };
    Err(Error::new(constant.span(), format!("`http::header` has no constant `{text}`: {instead}")))
}

pub(crate) fn name_from_string(text: &StringLiteral) -> Result<HeaderName> {
    let name = text.text();
    let bad = name
        .chars()
        .find(|char| !char.is_ascii_alphanumeric() && !"!#$%&'*+-.^_`|~".contains(*char));
    match bad {
        Some(bad) => Err(Error::new(
            text.span(),
            format!(
                "{bad:?} is not allowed in the name of a header (RFC 9110, section 5.6.2): use \
                 letters, digits and `-`"
            ),
        )),
        None if name.is_empty() => Err(Error::new(
            text.span(),
            "the name of a header is empty (RFC 9110, section 5.1): write one such as `\"x-region\"`",
        )),
        None => {
            limits::check_header_name(name, text.span())?;
            Ok(HeaderName::from_lower_case(name.to_ascii_lowercase()))
        }
    }
}

/// Returns the text of a literal, or `None` for one that is not text.
pub(crate) fn literal_text(literal: &Lit) -> Option<String> {
    match literal {
        Lit::Int(number) => Some(number.base10_digits().to_owned()),
        Lit::Float(number) => Some(number.base10_digits().to_owned()),
        Lit::Bool(value) => Some(value.value.to_string()),
        Lit::Char(value) => Some(value.value().to_string()),
        _ => None,
    }
}

fn is_field_char(char: char) -> bool {
    matches!(char, '\t' | ' '..='~')
}

/// Returns whether a text is a valid field value (RFC 9110, section 5.5) within the limit of its length.
pub(crate) fn is_field_value(text: &str) -> bool {
    text.len() <= HEADER_VALUE && text.chars().all(is_field_char) && text == text.trim()
}

fn check_header_value(name: &str, value: &Value) -> Result<()> {
    match value {
        Value::String(text) => check_header_text(name, text.text(), text.span()),
        Value::Literal(literal) => match literal_text(literal) {
            Some(text) => check_header_text(name, &text, literal.span()),
            None => Err(Error::new(
                literal.span(),
                format!(
                    "the value of a header is text: write `\"…\"` for `{}`",
                    literal.to_token_stream()
                ),
            )),
        },
        Value::Expression(_) => Ok(()),
    }
}

pub(crate) fn check_header_text(name: &str, text: &str, span: Span) -> Result<()> {
    if let Some(bad) = text.chars().find(|char| !is_field_char(*char)) {
        return Err(Error::new(
            span,
            format!(
                "{bad:?} is not allowed in the value of {name} (RFC 9110, section 5.5): use \
                 visible ASCII, space and tab"
            ),
        ));
    }
    if text != text.trim() {
        return Err(Error::new(
            span,
            format!(
                "the value of {name} begins or ends with white space, which is not part of a value \
                 (RFC 9110, section 5.5): write `{:?}`",
                text.trim()
            ),
        ));
    }
    limits::check_header_value(text, span)
}
