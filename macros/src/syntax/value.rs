//! The generic syntax after a key: `= value`, `(name, …)` and `(name = value, …)`.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser as _};
use syn::{Error, Lit, Result, Token};

use crate::diagnostics::errors::Errors;
use crate::syntax::ast::Value;
use crate::syntax::key::SpannedKey;
use crate::syntax::literal::StringLiteral;
use crate::syntax::tokens::{display_tokens, missing_comma, take_until, ungroup, Stop};

/// Returns a token as a message names it: of a group, the opening delimiter.
pub(crate) fn describe_token(token: &TokenTree) -> String {
    match token {
        TokenTree::Group(group) => match group.delimiter() {
            Delimiter::Parenthesis => "`(`".to_owned(),
            Delimiter::Brace => "`{`".to_owned(),
            Delimiter::Bracket => "`[`".to_owned(),
            Delimiter::None => format!("`{group}`"),
        },
        token => format!("`{token}`"),
    }
}

/// Returns the span of a token: of a group, that of the opening delimiter.
pub(crate) fn token_span(token: &TokenTree) -> Span {
    match token {
        TokenTree::Group(group) if group.delimiter() != Delimiter::None => group.span_open(),
        token => token.span(),
    }
}

pub(crate) fn missing_comma_before(token: &TokenTree) -> String {
    format!("expected `,` before {}", describe_token(token))
}

pub(crate) fn check_separators(tokens: &TokenStream) -> Result<()> {
    for (index, token) in tokens.clone().into_iter().enumerate() {
        let TokenTree::Punct(punct) = &token else { continue };
        let message = match (punct.as_char(), index) {
            (';', _) => "expected `,`, found `;`",
            ('>', 0) => "expected `=`, found `=>`",
            _ => continue,
        };
        return Err(Error::new(punct.span(), message));
    }
    Ok(())
}

pub(crate) fn check_value(tokens: &TokenStream) -> Result<()> {
    check_separators(tokens)?;
    if let Some(token) = missing_comma(tokens) {
        return Err(Error::new(token_span(&token), missing_comma_before(&token)));
    }
    let mut list = tokens.clone().into_iter();
    let name = match (list.next(), list.next()) {
        (Some(TokenTree::Punct(dot)), Some(field)) if dot.as_char() == '.' => match field {
            TokenTree::Literal(index) => format!("_{index}"),
            TokenTree::Ident(name) => name.to_string(),
            _ => return Ok(()),
        },
        _ => return Ok(()),
    };
    let message = format!("fields are in scope by name: write `{name}`");
    Err(Error::new_spanned(tokens, message))
}

pub(crate) fn value(input: ParseStream, key: SpannedKey) -> Result<Value> {
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(key.missing_value());
    }
    value_to_comma(input)?.ok_or_else(|| key.missing_value())
}

pub(crate) fn value_to_comma(input: ParseStream) -> Result<Option<Value>> {
    if let Some(text) = lone_string(input) {
        return Ok(Some(Value::String(text)));
    }
    let tokens = take_until(input, Stop::Comma);
    check_value(&tokens)?;
    if tokens.is_empty() {
        return Ok(None);
    }
    let inner = ungroup(&tokens).unwrap_or_else(|| tokens.clone());
    // `-5` is two tokens, and an expression.
    let literal = match inner.clone().into_iter().nth(1) {
        None => syn::parse2::<Lit>(inner).ok(),
        Some(_) => None,
    };
    Ok(Some(match literal {
        Some(Lit::Str(text)) => match StringLiteral::from_token(&text.token()) {
            Some(text) => Value::String(text),
            None => Value::Literal(Lit::Str(text)),
        },
        Some(literal) => Value::Literal(literal),
        None => Value::Expression(tokens),
    }))
}

/// Parses a string that is the whole value, as most are.
fn lone_string(input: ParseStream) -> Option<StringLiteral> {
    let parsed = input.step(|cursor| {
        let Some((token, rest)) = cursor.literal() else { return Ok((None, *cursor)) };
        let ends = rest.eof() || rest.punct().is_some_and(|(punct, _)| punct.as_char() == ',');
        match StringLiteral::from_token(&token).filter(|_| ends) {
            Some(text) => Ok((Some(text), rest)),
            None => Ok((None, *cursor)),
        }
    });
    parsed.unwrap_or_default()
}

pub(crate) fn string(input: ParseStream, key: SpannedKey) -> Result<StringLiteral> {
    match value(input, key)? {
        Value::String(text) => Ok(text),
        other => Err(wrong_type(key, "a string", &other)),
    }
}

pub(crate) fn non_blank_string(input: ParseStream, key: SpannedKey) -> Result<StringLiteral> {
    let text = string(input, key)?;
    match text.text().trim().is_empty() {
        true => Err(empty_value(key, text.span())),
        false => Ok(text),
    }
}

pub(crate) fn empty_value(key: SpannedKey, span: Span) -> Error {
    Error::new(span, format!("`{key}` is empty: write `{}`", key.usage()))
}

pub(crate) fn wrong_type(key: SpannedKey, expected: &str, value: &Value) -> Error {
    let tokens = value.tokens();
    let message = format!(
        "expected {expected} after `{key}`, found `{}`: write `{}`",
        display_tokens(&tokens),
        key.usage()
    );
    Error::new_spanned(tokens, message)
}

pub(crate) fn parenthesized(input: ParseStream, key: SpannedKey) -> Result<TokenStream> {
    match input.cursor().group(Delimiter::Parenthesis) {
        Some((inner, ..)) if !inner.eof() => {
            let TokenTree::Group(group) = input.parse::<TokenTree>()? else {
                return Err(key.missing_value());
            };
            Ok(group.stream())
        }
        Some(_) => {
            let _: TokenTree = input.parse()?;
            Err(key.error(format!("`{key}()` is empty: write `{}`", key.usage())))
        }
        None => Err(key.error(format!("unexpected syntax for `{key}`: write `{}`", key.usage()))),
    }
}

pub(crate) const NOTHING_BEFORE_COMMA: &str = "unexpected `,`: remove it";

pub(crate) fn names(
    input: ParseStream,
    key: SpannedKey,
    errors: &Errors,
    mut each: impl FnMut(Ident),
) -> Result<()> {
    let list = parenthesized(input, key)?;
    let parser = |input: ParseStream| {
        while !input.is_empty() {
            let tokens = take_until(input, Stop::Comma);
            let mut list = tokens.clone().into_iter();
            match (list.next(), list.next()) {
                (Some(TokenTree::Ident(name)), None) => each(name),
                (None, _) => errors.push(input.error(NOTHING_BEFORE_COMMA)),
                _ => errors.push(check_value(&tokens).err().unwrap_or_else(|| {
                    let message = format!(
                        "expected a name in `{key}`, found `{}`: write `{}`",
                        display_tokens(&tokens),
                        key.usage()
                    );
                    Error::new_spanned(&tokens, message)
                })),
            }
            let _ = input.parse::<Option<Token![,]>>();
        }
        Ok(())
    };
    parser.parse2(list)
}

pub(crate) fn pairs<T>(
    input: ParseStream,
    key: SpannedKey,
    one: impl Fn(ParseStream, SpannedKey) -> Result<T>,
    errors: &Errors,
) -> Result<Vec<T>> {
    list(parenthesized(input, key)?, errors, |input| one(input, key))
}

/// Parses a comma-separated list to its end, without the elements that have errors.
pub(crate) fn list<T>(
    tokens: TokenStream,
    errors: &Errors,
    mut one: impl FnMut(ParseStream) -> Result<T>,
) -> Result<Vec<T>> {
    let parser = |input: ParseStream| {
        let mut elements = Vec::new();
        while !input.is_empty() {
            if input.peek(Token![,]) {
                errors.push(input.error(NOTHING_BEFORE_COMMA));
            } else {
                match one(input) {
                    Ok(element) => elements.push(element),
                    Err(error) => {
                        errors.push(error);
                        let _ = take_until(input, Stop::Comma);
                    }
                }
            }
            let _ = input.parse::<Option<Token![,]>>();
        }
        Ok(elements)
    };
    parser.parse2(tokens)
}
