//! The JSON template of a body: `body = { "error": { "code": code, "message": detail } }`.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::{Error, Lit, LitStr, Result, Token};

use crate::diagnostics::errors::Errors;
use crate::diagnostics::suggest;
use crate::syntax::ast::{BodySpec, Placeholder, TemplateMember, TemplateValue};
use crate::syntax::key::{duplicate_message, missing_value};
use crate::syntax::tokens::{display_tokens, take_until, ungroup, Stop};
use crate::syntax::value::{
    check_separators, describe_token, list, missing_comma_before, token_span,
};

/// What other libraries, or people, call a part.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("message", "detail"),
    ("msg", "detail"),
    ("description", "detail"),
    ("text", "detail"),
    ("reason", "title"),
    ("errcode", "code"),
    ("error_code", "code"),
    ("status_code", "status"),
    ("uri", "type"),
];

/// What a word that names nothing is meant for.
pub(crate) fn suggest(word: &str, fields: &[&str]) -> Option<String> {
    let other = OTHER_WORDS.iter().find(|(other, _)| *other == word).map(|(_, part)| *part);
    let known = fields.iter().copied().chain(Placeholder::names());
    suggest::nearest(word, known).or(other).map(str::to_owned)
}

/// The value of `body`.
pub(crate) fn parse(input: ParseStream, key: &Ident, errors: &Errors) -> Result<BodySpec> {
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(missing_value(key));
    }
    let tokens = take_until(input, Stop::Comma);
    let inside = ungroup(&tokens).unwrap_or_else(|| tokens.clone());
    let mut list = inside.clone().into_iter();
    match (list.next(), list.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() != Delimiter::None => {
            template_value(inside, errors).map(BodySpec::Template)
        }
        (Some(TokenTree::Ident(word)), None) => match word.to_string().as_str() {
            "problem" => Ok(BodySpec::Problem),
            "text" => Ok(BodySpec::Text),
            "empty" => Ok(BodySpec::Empty),
            other if other.contains('_') && !other.contains(char::is_lowercase) => {
                let message = format!(
                    "`{other}` is written as a constant is, and a body is a type that implements \
                     `BodyFormat`, or a template: write `({other})` for its JSON value"
                );
                Err(Error::new(word.span(), message))
            }
            other if other.starts_with(char::is_uppercase) && !is_shape(other) => {
                Ok(BodySpec::Type(inside))
            }
            other => {
                let lower = other.to_lowercase();
                let instead = match Placeholder::from_name(other) {
                    Some(_) => format!("write `text`, or `{{ \"{other}\": {other} }}`"),
                    None if suggest::likely(&lower, SHAPES.iter().copied()).is_some() => {
                        suggest::instead(&lower, SHAPES)
                    }
                    None => format!("write one of {}, or `({other})`", suggest::list(SHAPES)),
                };
                let message = format!("no body is named `{other}`: {instead}");
                Err(Error::new(word.span(), message))
            }
        },
        (Some(TokenTree::Ident(_) | TokenTree::Punct(_)), Some(_)) => {
            match syn::parse2::<syn::Type>(inside.clone()) {
                Ok(syn::Type::Path(_)) => Ok(BodySpec::Type(inside)),
                _ => Err(Error::new_spanned(inside, NO_SHAPE)),
            }
        }
        (None, _) => Err(missing_value(key)),
        (Some(value @ TokenTree::Literal(_)), None) => {
            let message = format!(
                "a literal is not a body: write `({value})` for this JSON value, or a template such \
                 as `{{ \"code\": code, \"message\": detail }}`"
            );
            Err(Error::new(value.span(), message))
        }
        _ => Err(Error::new_spanned(inside, NO_SHAPE)),
    }
}

/// The bodies that are a word.
const SHAPES: &[&str] = &["problem", "text", "empty"];

fn is_shape(word: &str) -> bool {
    SHAPES.contains(&word.to_lowercase().as_str())
}

const NO_SHAPE: &str = "a body is a JSON template such as `{ \"code\": code, \"message\": detail \
                        }` or `(expr)`, one of `problem`, `text` and `empty`, or a type that \
                        implements `BodyFormat`";

/// A value as JSON, if it is a literal.
pub(crate) fn json_constant(tokens: &TokenStream) -> Option<String> {
    let tokens = ungroup(tokens).unwrap_or_else(|| tokens.clone());
    let mut list = tokens.into_iter();
    let read = match (list.next(), list.next(), list.next()) {
        (Some(TokenTree::Ident(word)), None, _) if word == "true" || word == "false" => {
            return Some(word.to_string())
        }
        (Some(token @ TokenTree::Literal(_)), None, _) => literal(&token, ""),
        (Some(TokenTree::Punct(sign)), Some(token @ TokenTree::Literal(_)), None)
            if sign.as_char() == '-' =>
        {
            literal(&token, "-")
        }
        _ => return None,
    };
    match read {
        Ok(TemplateValue::Constant(json)) => Some(json),
        _ => None,
    }
}

/// Checks the value of an extension member, which may be any expression: what looks like a constant
/// and is not JSON is told here.
pub(crate) fn check_constant(tokens: &TokenStream) -> Result<()> {
    let tokens = ungroup(tokens).unwrap_or_else(|| tokens.clone());
    let mut list = tokens.into_iter();
    let (token, sign) = match (list.next(), list.next(), list.next()) {
        (Some(token @ TokenTree::Literal(_)), None, _) => (token, ""),
        (Some(TokenTree::Punct(sign)), Some(token @ TokenTree::Literal(_)), None)
            if sign.as_char() == '-' =>
        {
            (token, "-")
        }
        _ => return Ok(()),
    };
    let is_wrong = match parsed(&token) {
        Some(Lit::Str(_)) => !sign.is_empty(),
        Some(Lit::Float(number)) => number.base10_parse::<f64>().is_ok_and(f64::is_infinite),
        _ => false,
    };
    match is_wrong {
        true => literal(&token, sign).map(drop),
        false => Ok(()),
    }
}

/// One value.
fn template_value(tokens: TokenStream, errors: &Errors) -> Result<TemplateValue> {
    let tokens = ungroup(&tokens).unwrap_or(tokens);
    let mut list = tokens.clone().into_iter();
    match (list.next(), list.next(), list.next()) {
        (Some(TokenTree::Group(group)), None, _) => match group.delimiter() {
            Delimiter::Brace => object(group.stream(), errors).map(TemplateValue::Object),
            Delimiter::Bracket => array(group.stream(), errors).map(TemplateValue::Array),
            _ if group.stream().is_empty() => Err(Error::new(
                group.span_open(),
                "nothing stands in these parentheses: write an expression over the fields",
            )),
            _ => Ok(TemplateValue::Expression(group.stream())),
        },
        (Some(TokenTree::Ident(word)), None, _) => match word.to_string().as_str() {
            word @ ("true" | "false" | "null") => Ok(TemplateValue::Constant(word.to_owned())),
            "None" => Err(Error::new(word.span(), "JSON has no `None`: write `null`")),
            _ => Ok(TemplateValue::Ident(word)),
        },
        (Some(token @ TokenTree::Literal(_)), None, _) => literal(&token, ""),
        (Some(TokenTree::Punct(sign)), Some(token @ TokenTree::Literal(_)), None)
            if sign.as_char() == '-' =>
        {
            literal(&token, "-")
        }
        (Some(TokenTree::Ident(word)), Some(TokenTree::Punct(sign)), None)
            if sign.as_char() == '?' =>
        {
            let message = format!(
                "a member is left out where there is no value by a `?` behind its name: write \
                 `\"{word}\"?: {word}`"
            );
            Err(Error::new(sign.span(), message))
        }
        _ => {
            let message = format!(
                "in a template an expression stands in parentheses: write `({})`",
                display_tokens(&tokens)
            );
            Err(Error::new_spanned(tokens, message))
        }
    }
}

/// A literal, but for a number of so many digits that no `f64` has them: syn takes a time for it
/// that grows with their square.
fn parsed(token: &TokenTree) -> Option<Lit> {
    let text = token.to_string();
    let is_long = text.len() > 400 && text.starts_with(|first: char| first.is_ascii_digit());
    if is_long {
        return None;
    }
    syn::parse2::<Lit>(token.clone().into()).ok()
}

/// A string, or a number with its sign, as JSON has it.
fn literal(token: &TokenTree, sign: &str) -> Result<TemplateValue> {
    let text = match parsed(token) {
        Some(Lit::Str(text)) if sign.is_empty() => crate::json::string(&text.value()),
        Some(Lit::Int(number)) if number.suffix().is_empty() => {
            let digits = number.base10_digits();
            // More is read as infinite, or not at all.
            let fits = match sign {
                "" => digits.parse::<u64>().is_ok(),
                _ => format!("{sign}{digits}").parse::<i64>().is_ok(),
            };
            if !fits {
                return Err(Error::new(token.span(), too_large(&token.to_string())));
            }
            digits.to_owned()
        }
        Some(Lit::Float(number))
            if number.suffix().is_empty()
                && number.base10_parse::<f64>().is_ok_and(f64::is_finite) =>
        {
            json_number(number.base10_digits())
        }
        _ => {
            let whole = token.to_string();
            let mut shown: String = whole.chars().take(60).collect();
            if shown.len() < whole.len() {
                shown.push('…');
            }
            let message =
                format!("`{sign}{shown}` is not JSON: write a string, a number or `null`");
            return Err(Error::new(token.span(), message));
        }
    };
    Ok(TemplateValue::Constant(format!("{sign}{text}")))
}

pub(crate) fn too_large(number: &str) -> String {
    format!(
        "`{number}` is more than a JSON number can hold for every client (RFC 8259, section 6): write \
         it as a string"
    )
}

/// A float of Rust's as JSON writes it (RFC 8259, section 6): digits on both sides of the point,
/// no zero before others.
fn json_number(digits: &str) -> String {
    let trimmed = digits.trim_start_matches('0');
    let zero = if trimmed.starts_with(|first: char| first.is_ascii_digit()) { "" } else { "0" };
    let number = format!("{zero}{trimmed}");
    number.strip_suffix('.').map_or(number.clone(), |whole| format!("{whole}.0"))
}

fn array(tokens: TokenStream, errors: &Errors) -> Result<Vec<TemplateValue>> {
    let element = |input: ParseStream| template_value(take_until(input, Stop::Comma), errors);
    list(tokens, errors, element)
}

fn object(tokens: TokenStream, errors: &Errors) -> Result<Vec<TemplateMember>> {
    let mut names: Vec<String> = Vec::new();
    let read = |input: ParseStream| {
        if let Some(dots) = input.parse::<Option<Token![..]>>()? {
            return spread(input, dots.spans[0], errors);
        }
        let (member, span) = member(input, errors)?;
        if let Some(name) = &member.name {
            if names.contains(name) {
                return Err(Error::new(span, duplicate_message(&format!("the member `{name}`"))));
            }
            names.push(name.clone());
        }
        Ok(member)
    };
    list(tokens, errors, read)
}

/// `value` after `..`: a field, or an expression in parentheses.
fn spread(input: ParseStream, dots: Span, errors: &Errors) -> Result<TemplateMember> {
    let span = if input.is_empty() { dots } else { input.span() };
    let tokens = take_until(input, Stop::Comma);
    let value = match tokens.is_empty() {
        true => None,
        false => Some(template_value(tokens, errors)?),
    };
    match value {
        Some(value) if value.is_expression() => {
            Ok(TemplateMember { name: None, optional: true, value })
        }
        _ => {
            let message =
                "behind `..` stands a field, or an expression such as `(extra())`, whose \
                           members become members here";
            Err(Error::new(span, message))
        }
    }
}

/// `"name": value` or `"name"?: value`.
fn member(input: ParseStream, errors: &Errors) -> Result<(TemplateMember, Span)> {
    let token: TokenTree = input.parse()?;
    let span = token_span(&token);
    let name = match syn::parse2::<LitStr>(token.clone().into()) {
        Ok(name) => name.value(),
        Err(_) => {
            let message = match &token {
                TokenTree::Ident(name) => {
                    format!("a member's name stands in quotes: write `\"{name}\": …`")
                }
                other => format!("{} is no member: write `\"name\": value`", describe_token(other)),
            };
            return Err(Error::new(span, message));
        }
    };
    let optional = input.parse::<Option<Token![?]>>()?.is_some();
    if input.parse::<Option<Token![:]>>()?.is_none() {
        let message = match input.peek(Token![=]) || input.peek(Token![=>]) {
            true => format!("write `:` between a member's name and its value: `\"{name}\": …`"),
            false => format!("the member `{name}` has no value: write `\"{name}\": …`"),
        };
        return Err(Error::new(if input.is_empty() { span } else { input.span() }, message));
    }
    let tokens = take_until(input, Stop::Comma);
    if tokens.is_empty() {
        let message = format!("the member `{name}` has no value: write `\"{name}\": …`");
        return Err(Error::new(span, message));
    }
    check_separators(&tokens)?;
    if let Some(next) = next_member(&tokens) {
        return Err(Error::new(token_span(&next), missing_comma_before(&next)));
    }
    Ok((
        TemplateMember { name: Some(name), optional, value: template_value(tokens, errors)? },
        span,
    ))
}

/// The name of the member that begins within a value: a comma is missing before it.
fn next_member(tokens: &TokenStream) -> Option<TokenTree> {
    let list: Vec<TokenTree> = tokens.clone().into_iter().collect();
    list.windows(2).skip(1).find_map(|pair| match pair {
        [name @ TokenTree::Literal(_), TokenTree::Punct(colon)]
            if matches!(colon.as_char(), ':' | '?') =>
        {
            Some(name.clone())
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::json_number;

    #[test]
    fn a_number_of_many_digits_is_refused_at_once() {
        let digits = "9".repeat(200_000);
        for text in [digits.clone(), format!("{digits}.5")] {
            let token = text.parse::<proc_macro2::Literal>().unwrap().into();
            assert!(super::literal(&token, "").is_err());
        }
    }

    #[test]
    fn a_float_of_rust_is_a_number_of_json() {
        for (rust, json) in [("1.", "1.0"), ("0.5", "0.5"), ("00.5", "0.5"), ("1e3", "1e3")] {
            assert_eq!(json_number(rust), json);
        }
    }
}
