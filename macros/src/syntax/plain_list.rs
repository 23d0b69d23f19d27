//! Lists of a status code, `key = "text"` and the like, which most attributes are.
//!
//! They are read from the tokens: for a short list, an unoptimized build of syn spends most of its time
//! on the buffer of its parser. Whatever else is in a list, each mistake too, is left to that parser.

use std::iter::Peekable;

use httperr_registry::limits::{HEADERS, NUMBER};
use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use syn::Lit;

use crate::syntax::ast::{
    BodySpec, Codes, Header, HeaderName, HttpAttrs, RetryAfter, StatusExpr, Value,
};
use crate::syntax::item::is_punct;
use crate::syntax::key::{AttrTarget, Key, SpannedKey};
use crate::syntax::literal::{string_value, StringLiteral};
use crate::syntax::status_code::{self, Status};
use crate::syntax::{codes, header, plain_template, uri};

type Tokens = Peekable<IntoIter>;

/// Parses the list of an attribute. Returns `None` for one that has anything but plain keys.
pub(crate) fn parse(list: &Group, target: AttrTarget) -> Option<HttpAttrs> {
    if target == AttrTarget::Field {
        return None;
    }
    let mut tokens = list.stream().into_iter().peekable();
    let mut attrs = HttpAttrs::default();
    tokens.peek()?;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) => match SpannedKey::from_ident(&ident, target).ok()? {
                Some(key) => parse_key(key, &mut tokens, &mut attrs)?,
                None => set_status(&mut attrs, status_code::from_name(&ident).ok()?)?,
            },
            token @ TokenTree::Literal(_) => {
                set_status(&mut attrs, status_code::from_token(&token).ok()?)?;
            }
            _ => return None,
        }
        expect_comma_or_end(&mut tokens)?;
    }
    Some(attrs)
}

fn set_status(attrs: &mut HttpAttrs, status: Status) -> Option<()> {
    attrs.status.set_first(status.span, StatusExpr::Fixed(status))
}

fn expect_comma_or_end(tokens: &mut Tokens) -> Option<()> {
    match tokens.next() {
        Some(token) => is_punct(&token, ',').then_some(()),
        None => Some(()),
    }
}

/// Parses what follows a key.
fn parse_key(key: SpannedKey, tokens: &mut Tokens, attrs: &mut HttpAttrs) -> Option<()> {
    match (key.key, tokens.peek()) {
        (Key::Header, Some(TokenTree::Group(list)))
            if list.delimiter() == Delimiter::Parenthesis =>
        {
            parse_headers(list.stream(), attrs)?;
            tokens.next();
            Some(())
        }
        (Key::Codes, Some(TokenTree::Group(list)))
            if list.delimiter() == Delimiter::Parenthesis =>
        {
            let codes = parse_codes(list.stream())?;
            tokens.next();
            attrs.codes.set_first(key.span, codes)
        }
        (_, Some(equals)) if is_punct(equals, '=') => {
            tokens.next();
            match tokens.next()? {
                TokenTree::Literal(literal) => set_value(key, literal, attrs),
                token @ TokenTree::Group(_) if key.key == Key::Body => {
                    let template = plain_template::parse(token)?;
                    attrs.body.set_first(key.span, BodySpec::Template(template))
                }
                _ => None,
            }
        }
        (Key::Transparent, _) => attrs.transparent.set_first(key.span, None),
        (Key::Expose | Key::Mask, _) => attrs.exposure.set_first(key.span, key.key == Key::Expose),
        _ => None,
    }
}

fn set_value(key: SpannedKey, literal: Literal, attrs: &mut HttpAttrs) -> Option<()> {
    let SpannedKey { key: name, span } = key;
    if name == Key::RetryAfter {
        return attrs.retry_after.set_first(span, retry_after(literal)?);
    }
    let text = StringLiteral::from_token(&literal)?;
    match name {
        Key::Code => {
            attrs.code_span = Some(text.span());
            attrs.code.set_first(span, codes::text_code(&text, key).ok()?)
        }
        Key::Title if !text.text().trim().is_empty() => attrs.title.set_first(span, text),
        Key::Detail => attrs.detail.set_first(span, Value::String(text)),
        Key::Type => {
            uri::check(&text, key).ok()?;
            attrs.type_uri.set_first(span, text)
        }
        Key::TypeBase => {
            uri::check(&text, key).ok()?;
            attrs.type_base.set_first(span, text)
        }
        _ => None,
    }
}

fn retry_after(literal: Literal) -> Option<RetryAfter> {
    let text = literal.to_string();
    // Digits that fit into 64 bits, and that syn does not write otherwise.
    if text.len() < 20 && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(RetryAfter::Seconds(text, literal.span()));
    }
    // syn takes quadratic time to parse digits.
    let is_number = text.len() <= NUMBER && text.starts_with(|first: char| first.is_ascii_digit());
    is_number.then(|| RetryAfter::Value(Value::Literal(Lit::new(literal))))
}

/// Parses `rename_all = "…", prefix = "…"`, or one of the two.
fn parse_codes(list: TokenStream) -> Option<Codes> {
    let mut tokens = list.into_iter().peekable();
    let mut codes = Codes::default();
    let mut has_prefix = false;
    tokens.peek()?;
    while let Some(name) = tokens.next() {
        let TokenTree::Ident(name) = name else { return None };
        if !is_punct(&tokens.next()?, '=') {
            return None;
        }
        let TokenTree::Literal(text) = tokens.next()? else { return None };
        let text = string_value(&text)?;
        if name == "prefix" && !has_prefix {
            has_prefix = true;
            codes.prefix = text;
        } else if name == "rename_all" && codes.rename_all.is_none() {
            codes.rename_all = Some(codes::find_rename_rule(&text)?);
        } else {
            return None;
        }
        expect_comma_or_end(&mut tokens)?;
    }
    Some(codes)
}

/// Parses `NAME = "text", …`.
fn parse_headers(list: TokenStream, attrs: &mut HttpAttrs) -> Option<()> {
    let mut tokens = list.into_iter().peekable();
    tokens.peek()?;
    while let Some(token) = tokens.next() {
        let (name, span) = header_name(&token)?;
        if !is_punct(&tokens.next()?, '=') {
            return None;
        }
        let TokenTree::Literal(value) = tokens.next()? else { return None };
        let value = StringLiteral::from_token(&value)?;
        header::check_header_text(name.known()?, value.text(), value.span()).ok()?;
        attrs.headers.push(Header { name, span, value: Value::String(value) });
        expect_comma_or_end(&mut tokens)?;
    }
    (attrs.headers.len() <= HEADERS).then_some(())
}

fn header_name(token: &TokenTree) -> Option<(HeaderName, Span)> {
    let name = match token {
        TokenTree::Ident(constant) => header::name_of_constant(constant),
        TokenTree::Literal(name) => header::name_from_string(&StringLiteral::from_token(name)?),
        _ => return None,
    };
    Some((name.ok()?, token.span()))
}
