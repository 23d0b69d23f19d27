//! `#[http(…)]`: the attribute and its keys. The values of the keys have files of their own.

use httperr_registry::by_name;
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{token, Error, LitStr, Result, Token};

use crate::diagnostics::errors::Errors;
use crate::syntax::ast::{HttpAttrs, StatusExpr, Value};
use crate::syntax::format_string::FormatString;
use crate::syntax::item::{Argument, Attribute};
use crate::syntax::key::{AttrTarget, Key, SpannedKey};
use crate::syntax::status_code::Status;
use crate::syntax::tokens::{take_until, Stop};
use crate::syntax::value::{
    missing_comma_before, non_blank_string, pairs, parenthesized, token_span, value,
    NOTHING_BEFORE_COMMA,
};
use crate::syntax::{
    body_template, codes, extension, header, languages, limits, match_block, names, plain_list,
    status_code, status_value, tags, unknown_key, uri,
};

pub(crate) fn parse(attributes: &[Attribute], target: AttrTarget, errors: &Errors) -> HttpAttrs {
    let mut attributes = attributes.iter().filter(|attribute| attribute.name == "http").peekable();
    let plain = match attributes.peek() {
        Some(Attribute { argument: Argument::List(list), .. }) => plain_list::parse(list, target),
        _ => None,
    };
    let mut attrs = match plain {
        Some(plain) => {
            attributes.next();
            plain
        }
        None => HttpAttrs::default(),
    };
    for attribute in attributes {
        match &attribute.argument {
            Argument::List(list) if !list.stream().is_empty() => {
                parse_list(list.stream(), target, &mut attrs, errors);
            }
            other => {
                attrs.had_errors = true;
                let example = match target {
                    AttrTarget::Enum => "default = 500",
                    AttrTarget::Field => "extension",
                    _ => "404",
                };
                let message = match other {
                    Argument::Value(_) => {
                        format!("expected a list in parentheses: write `#[http({example})]`")
                    }
                    _ => format!("`#[http]` is empty: write `#[http({example})]`"),
                };
                errors.on(attribute.whole.stream(), message);
            }
        }
    }
    attrs
}

fn set_status(attrs: &mut HttpAttrs, status: Status, errors: &Errors) {
    attrs.status.set_at(status.span, "the status", StatusExpr::Fixed(status), errors);
}

/// Parses a comma-separated list of keys to its end, whatever errors it has.
fn parse_list(tokens: TokenStream, target: AttrTarget, attrs: &mut HttpAttrs, errors: &Errors) {
    let parser = |input: ParseStream| {
        // Arms and `default(…)` are within a list that was checked.
        if !matches!(target, AttrTarget::Arm | AttrTarget::Default) {
            if let Err(error) = limits::check_numbers(input.cursor()) {
                errors.push(error);
                attrs.had_errors = true;
                return input.parse::<TokenStream>().map(drop);
            }
        }
        while !input.is_empty() {
            let before = errors.count();
            let result = parse_item(input, target, attrs, errors)
                .and_then(|key| expect_comma_or_end(input, key));
            if let Err(error) = result {
                errors.push(error);
                let _ = take_until(input, Stop::Comma);
            }
            attrs.had_errors |= errors.count() > before;
            let _ = input.parse::<Option<Token![,]>>();
        }
        Ok(())
    };
    let _ = parser.parse2(tokens);
}

fn expect_comma_or_end(input: ParseStream, key: Option<SpannedKey>) -> Result<()> {
    let Some((token, _)) = input.cursor().token_tree().filter(|_| !input.peek(Token![,])) else {
        return Ok(());
    };
    let has_value = input.peek(Token![=]) || input.peek(Token![:]) || input.peek(token::Paren);
    Err(Error::new(
        token_span(&token),
        match key {
            Some(key) if has_value => {
                format!("unexpected syntax for `{key}`: write `{}`", key.usage())
            }
            _ if input.peek(Token![;]) => "expected `,`, found `;`".to_owned(),
            _ if input.peek(Token![|]) || input.peek(Token![..]) => {
                "a case has exactly one status: to choose between several write `match field { \
                 pattern => 404, _ => 500 }`"
                    .to_owned()
            }
            _ => missing_comma_before(&token),
        },
    ))
}

/// Parses a key with its value, or a status code without a key. Returns the key.
fn parse_item(
    input: ParseStream,
    target: AttrTarget,
    attrs: &mut HttpAttrs,
    errors: &Errors,
) -> Result<Option<SpannedKey>> {
    if input.peek(Token![,]) {
        return Err(input.error(NOTHING_BEFORE_COMMA));
    }
    if target == AttrTarget::Field {
        return extension::on_field(input, attrs, errors).map(|()| None);
    }
    if !input.peek(Ident::peek_any) {
        return parse_literal(input, attrs, errors).map(|()| None);
    }
    if input.peek2(Token![::]) {
        return Err(status_code::path_error(input, true));
    }
    let ident = input.call(Ident::parse_any)?;
    match SpannedKey::from_ident(&ident, target)? {
        Some(key) => parse_key(input, key, attrs, errors).map(|()| Some(key)),
        None => parse_status_name(input, &ident, target, attrs, errors).map(|()| None),
    }
}

fn parse_key(
    input: ParseStream,
    key: SpannedKey,
    attrs: &mut HttpAttrs,
    errors: &Errors,
) -> Result<()> {
    match key.key {
        Key::Status => {
            let value = status_value::parse(input, key)?;
            attrs.status.set_at(key.span, "the status", value, errors);
        }
        Key::Transparent => {
            let value = match input.peek(Token![=]) {
                true => Some(value(input, key)?.tokens()),
                false => None,
            };
            attrs.transparent.set(key, value, errors);
        }
        Key::Other => parse_other(input, key, attrs, errors)?,
        Key::Match => {
            let outcome = |input: ParseStream| parse_outcome(input, errors);
            let block = match_block::parse(input, key, &outcome, errors)?;
            attrs.match_block.set(key, block, errors);
        }
        Key::Name => attrs.name.set(key, non_blank_string(input, key)?.text().to_owned(), errors),
        Key::Code => {
            let value = input.cursor().token_tree().and_then(|(_, value)| value.token_tree());
            attrs.code.set(key, codes::code(input, key)?, errors);
            attrs.code_span = attrs.code_span.or(value.map(|(token, _)| token_span(&token)));
        }
        Key::Codes => attrs.codes.set(key, codes::codes(input, key, errors)?, errors),
        Key::Title | Key::Detail if input.peek(token::Paren) => {
            languages::translations(input, key, &mut attrs.translations, errors)?;
        }
        Key::Title => attrs.title.set(key, non_blank_string(input, key)?, errors),
        Key::Detail => attrs.detail.set(key, value(input, key)?, errors),
        Key::Languages => {
            attrs.languages.set(key, languages::languages(input, key, errors)?, errors);
        }
        Key::Expose | Key::Mask => parse_exposure(input, key, attrs, errors)?,
        Key::TypeBase => attrs.type_base.set(key, uri::parse(input, key)?, errors),
        Key::Type => attrs.type_uri.set(key, uri::parse(input, key)?, errors),
        Key::Header => {
            attrs.headers.extend(pairs(input, key, header::parse, errors)?);
            limits::check_headers(&mut attrs.headers, errors);
        }
        Key::Headers => attrs.header_map.set(key, parse_header_map(input, key)?, errors),
        Key::RetryAfter => attrs.retry_after.set(key, value(input, key)?.into(), errors),
        Key::Extension => attrs.extensions.extend(extension::extensions(input, key, errors)?),
        // On a field only, where `extension::on_field` parses it.
        Key::Example => {}
        Key::Body => parse_body(input, key, attrs, errors)?,
        Key::SameAs => attrs.same_as.set(key, names::same_as(input, key)?, errors),
        Key::Log => attrs.log.set(key, names::log(input, key)?, errors),
        Key::Grpc => attrs.grpc.set(key, names::grpc(input, key)?, errors),
        Key::Tag => {
            tags::parse(input, key, &mut attrs.tags, errors)?;
            attrs.tag_span = attrs.tag_span.or(Some(key.span));
        }
        Key::Default => {
            let default = parse_default(input, key, errors)?;
            attrs.default.set(key, Box::new(default), errors);
        }
        Key::Allow => {
            let before = errors.count();
            let result = names::allow(input, key, &mut attrs.allowed, errors);
            attrs.allows_unknown |= result.is_err() || errors.count() > before;
            names::check_conflict(&attrs.allowed, &attrs.warned, errors);
            result?;
        }
        Key::Warn => {
            names::warn(input, key, &mut attrs.warned, errors)?;
            names::check_conflict(&attrs.allowed, &attrs.warned, errors);
        }
        Key::Without => names::without(input, key, &mut attrs.without, errors)?,
        Key::Crate => attrs.runtime.set(key, names::runtime_path(input, key)?, errors),
    }
    Ok(())
}

fn parse_body(
    input: ParseStream,
    key: SpannedKey,
    attrs: &mut HttpAttrs,
    errors: &Errors,
) -> Result<()> {
    let tokens = take_until(&input.fork(), Stop::Comma);
    body_template::find_braced_strings(&tokens, &mut attrs.braced_strings);
    attrs.body.set(key, body_template::parse(input, key, errors)?, errors);
    Ok(())
}

fn parse_header_map(input: ParseStream, key: SpannedKey) -> Result<TokenStream> {
    if input.peek(token::Paren) {
        return Err(key.error(
            "`headers` takes a map of header fields, as in `headers = extra`: write `header(…)` for a \
             list of names",
        ));
    }
    match value(input, key)? {
        Value::Expression(tokens) => Ok(tokens),
        literal => {
            let message = format!(
                "expected a `&HeaderMap` or pairs of name and value, found `{}`: write \
                 `header(NAME = value)` for one header",
                literal.tokens()
            );
            Err(Error::new(literal.span(), message))
        }
    }
}

fn parse_other(
    input: ParseStream,
    key: SpannedKey,
    attrs: &mut HttpAttrs,
    errors: &Errors,
) -> Result<()> {
    if input.peek(Token![=]) || input.peek(token::Paren) {
        return Err(key.error("`other` does not take a value: write `other`"));
    }
    attrs.other.set(key, (), errors);
    Ok(())
}

fn parse_exposure(
    input: ParseStream,
    key: SpannedKey,
    attrs: &mut HttpAttrs,
    errors: &Errors,
) -> Result<()> {
    if attrs.exposure.is_set() {
        return Err(key.error("conflicting or repeated `expose` and `mask`: keep one of the two"));
    }
    if input.peek(Token![=]) || input.peek(token::Paren) {
        return Err(key.error(format!("`{key}` does not take a value: write `{key}`")));
    }
    attrs.exposure.set(key, key.key == Key::Expose, errors);
    Ok(())
}

fn parse_default(input: ParseStream, key: SpannedKey, errors: &Errors) -> Result<HttpAttrs> {
    let mut attrs = HttpAttrs::default();
    if input.peek(token::Paren) {
        parse_list(parenthesized(input, key)?, AttrTarget::Default, &mut attrs, errors);
    } else {
        let value = status_value::parse(input, key)?;
        attrs.status.set(key, value, errors);
    }
    if attrs.status.is_set() || attrs.same_as.is_set() || attrs.had_errors {
        return Ok(attrs);
    }
    Err(key.error("`default` needs a status: write `default(500, …)`"))
}

fn parse_outcome(input: ParseStream, errors: &Errors) -> HttpAttrs {
    let mut attrs = HttpAttrs::default();
    if input.peek(token::Brace) {
        let message =
            "an outcome with several keys is written in parentheses: write `(409, code = \"…\")`";
        errors.push(input.error(message));
        attrs.had_errors = true;
        let _ = input.parse::<TokenTree>();
    } else if let Some((inner, ..)) = input.cursor().group(Delimiter::Parenthesis) {
        parse_list(inner.token_stream(), AttrTarget::Arm, &mut attrs, errors);
        let _ = input.parse::<TokenTree>();
    } else if let Err(error) = parse_item(input, AttrTarget::Arm, &mut attrs, errors) {
        attrs.had_errors = true;
        errors.push(error);
        let _ = take_until(input, Stop::Comma);
    }
    attrs
}

fn parse_literal(input: ParseStream, attrs: &mut HttpAttrs, errors: &Errors) -> Result<()> {
    if attrs.status.is_set() && input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        let message = format!(
            "a string needs a key: write `detail = {}`, or `title`",
            text.to_token_stream()
        );
        return Err(Error::new(text.span(), message));
    }
    let status = status_code::parse(input)?;
    set_status(attrs, status, errors);
    Ok(())
}

fn parse_status_name(
    input: ParseStream,
    ident: &Ident,
    target: AttrTarget,
    attrs: &mut HttpAttrs,
    errors: &Errors,
) -> Result<()> {
    let is_alone = input.is_empty() || input.peek(Token![,]);
    if is_alone {
        let status = status_code::from_name(ident);
        if let Ok(status) = status {
            set_status(attrs, status, errors);
            return Ok(());
        }
        // `detail = "no {}", id` is one mistake, which is reported at the `{}`.
        if has_positional_detail(attrs) {
            return Ok(());
        }
        // The error for an unofficial name explains more than that for an unknown key.
        if by_name(&ident.to_string()).is_some() {
            return status.map(drop);
        }
    }
    Err(unknown_key::error(ident, target, is_alone, attrs.status.is_set()))
}

fn has_positional_detail(attrs: &HttpAttrs) -> bool {
    match attrs.detail.get() {
        Some(Value::String(text)) => FormatString::parse(text.text()).has_positional,
        _ => false,
    }
}
