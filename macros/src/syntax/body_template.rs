//! `body`: a JSON template such as `{ "error": { "code": code, "message": detail } }`, or a name.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::{Error, Lit, LitStr, Result, Token};

use crate::diagnostics::errors::Errors;
use crate::diagnostics::suggest;
use crate::syntax::ast::{BodySpec, Placeholder, TemplateMember, TemplateValue};
use crate::syntax::key::{duplicate_message, SpannedKey};
use crate::syntax::literal::StringLiteral;
use crate::syntax::tokens::{display_tokens, take_until, ungroup, Stop};
use crate::syntax::value::{
    check_separators, describe_token, list, missing_comma_before, token_span,
};

pub(crate) fn suggest(name: &str, fields: &[&str]) -> Option<String> {
    let known = fields.iter().copied().chain(Placeholder::names());
    suggest::nearest(name, known).or(Placeholder::name_for_alias(name)).map(str::to_owned)
}

pub(crate) fn parse(input: ParseStream, key: SpannedKey, errors: &Errors) -> Result<BodySpec> {
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(key.missing_value());
    }
    let tokens = take_until(input, Stop::Comma);
    let inner = ungroup(&tokens).unwrap_or_else(|| tokens.clone());
    let mut list = inner.clone().into_iter();
    match (list.next(), list.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() != Delimiter::None => {
            template_value(inner, errors).map(BodySpec::Template)
        }
        (Some(TokenTree::Ident(name)), None) => match named_body(&name) {
            Some(body) => Ok(body),
            None if is_type_name(&name.to_string()) => Ok(BodySpec::Type(inner)),
            None => Err(unknown_body(&name)),
        },
        (Some(TokenTree::Ident(_) | TokenTree::Punct(_)), Some(_)) => {
            match syn::parse2::<syn::Type>(inner.clone()) {
                Ok(syn::Type::Path(_)) => Ok(BodySpec::Type(inner)),
                _ => Err(Error::new_spanned(inner, USAGE)),
            }
        }
        (None, _) => Err(key.missing_value()),
        (Some(value @ TokenTree::Literal(_)), None) => {
            let message = format!(
                "a literal is not a body: write `({value})` for this JSON value, or a template such \
                 as `{{ \"code\": code, \"message\": detail }}`"
            );
            Err(Error::new(value.span(), message))
        }
        _ => Err(Error::new_spanned(inner, USAGE)),
    }
}

const USAGE: &str = "expected a body: a JSON template such as `{ \"code\": code, \"message\": \
                     detail }` or `(expr)`, one of `problem`, `text` and `empty`, or a type that \
                     implements `BodyFormat`";

const BODY_NAMES: &[&str] = &["problem", "text", "empty"];

fn named_body(name: &Ident) -> Option<BodySpec> {
    match name.to_string().as_str() {
        "problem" => Some(BodySpec::Problem),
        "text" => Some(BodySpec::Text),
        "empty" => Some(BodySpec::Empty),
        _ => None,
    }
}

fn is_constant_name(name: &str) -> bool {
    name.contains('_') && !name.contains(char::is_lowercase)
}

fn is_type_name(name: &str) -> bool {
    !is_constant_name(name)
        && name.starts_with(char::is_uppercase)
        && !BODY_NAMES.contains(&name.to_lowercase().as_str())
}

fn unknown_body(ident: &Ident) -> Error {
    let name = ident.to_string();
    if is_constant_name(&name) {
        let message = format!(
            "`{name}` looks like a constant, but a body is a template or a type that implements \
             `BodyFormat`: write `({name})` for its JSON value"
        );
        return Error::new(ident.span(), message);
    }
    let lower = name.to_lowercase();
    let instead = match Placeholder::from_name(&name) {
        Some(_) => format!("write `text`, or `{{ \"{name}\": {name} }}`"),
        None if suggest::likely(&lower, BODY_NAMES.iter().copied()).is_some() => {
            suggest::instead(&lower, BODY_NAMES)
        }
        None => format!("write one of {}, or `({name})`", suggest::list(BODY_NAMES)),
    };
    Error::new(ident.span(), format!("unknown body `{name}`: {instead}"))
}

/// Collects the strings of a template that contain a brace, but for those in expressions.
pub(crate) fn find_braced_strings(tokens: &TokenStream, found: &mut Vec<StringLiteral>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Group(group) if group.delimiter() != Delimiter::Parenthesis => {
                find_braced_strings(&group.stream(), found);
            }
            TokenTree::Literal(literal) if literal.to_string().contains('{') => {
                found.extend(StringLiteral::from_token(&literal));
            }
            _ => {}
        }
    }
}

/// Returns a literal as JSON, or `None` for another expression.
pub(crate) fn json_constant(tokens: &TokenStream) -> Option<String> {
    let tokens = ungroup(tokens).unwrap_or_else(|| tokens.clone());
    let mut list = tokens.clone().into_iter();
    match (list.next(), list.next()) {
        (Some(TokenTree::Ident(bool)), None) if bool == "true" || bool == "false" => {
            Some(bool.to_string())
        }
        _ => {
            let (token, minus) = signed_literal(&tokens)?;
            literal_to_json(&token, minus).ok()
        }
    }
}

/// Returns an error for the value of an extension member, which may be any expression, if it is a
/// literal that JSON cannot represent.
pub(crate) fn check_constant(tokens: &TokenStream) -> Result<()> {
    let tokens = ungroup(tokens).unwrap_or_else(|| tokens.clone());
    let Some((token, minus)) = signed_literal(&tokens) else { return Ok(()) };
    let is_wrong = match parse_literal(&token) {
        Some(Lit::Str(_)) => !minus.is_empty(),
        Some(Lit::Float(number)) => number.base10_parse::<f64>().is_ok_and(f64::is_infinite),
        _ => false,
    };
    match is_wrong {
        true => literal_to_json(&token, minus).map(drop),
        false => Ok(()),
    }
}

/// Parses `= value`, where the value is JSON without placeholders. Returns its text.
pub(crate) fn json_value(input: ParseStream, key: SpannedKey, errors: &Errors) -> Result<String> {
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(key.missing_value());
    }
    let tokens = take_until(input, Stop::Comma);
    if tokens.is_empty() {
        return Err(key.missing_value());
    }
    let constant = match signed_literal(&tokens).is_some() {
        true => template_value(tokens.clone(), errors).map(|value| constant_text(&value))?,
        false => {
            template_value(tokens.clone(), errors).ok().and_then(|value| constant_text(&value))
        }
    };
    constant.ok_or_else(|| {
        let found = display_tokens(&tokens);
        let message = format!(
            "expected a JSON value after `{key}`, found `{found}`: write `{}`",
            key.usage()
        );
        Error::new_spanned(tokens, message)
    })
}

/// Returns the JSON text of a template without placeholders and expressions.
fn constant_text(value: &TemplateValue) -> Option<String> {
    match value {
        TemplateValue::Constant(json) => Some(json.clone()),
        TemplateValue::Array(elements) => {
            let elements = elements.iter().map(constant_text).collect::<Option<Vec<_>>>()?;
            Some(format!("[{}]", elements.join(",")))
        }
        TemplateValue::Object(members) => {
            let member = |member: &TemplateMember| {
                let name = crate::json::string(member.name.as_ref()?);
                Some(format!("{name}:{}", constant_text(&member.value)?))
            };
            let members = members.iter().map(member).collect::<Option<Vec<_>>>()?;
            Some(format!("{{{}}}", members.join(",")))
        }
        TemplateValue::Ident(_) | TemplateValue::Expression(_) => None,
    }
}

/// Returns a literal, and `-` or nothing before it, if there are no other tokens.
fn signed_literal(tokens: &TokenStream) -> Option<(TokenTree, &'static str)> {
    let mut list = tokens.clone().into_iter();
    match (list.next(), list.next(), list.next()) {
        (Some(token @ TokenTree::Literal(_)), None, _) => Some((token, "")),
        (Some(TokenTree::Punct(minus)), Some(token @ TokenTree::Literal(_)), None)
            if minus.as_char() == '-' =>
        {
            Some((token, "-"))
        }
        _ => None,
    }
}

fn template_value(tokens: TokenStream, errors: &Errors) -> Result<TemplateValue> {
    let tokens = ungroup(&tokens).unwrap_or(tokens);
    if let Some((token, minus)) = signed_literal(&tokens) {
        return literal_to_json(&token, minus).map(TemplateValue::Constant);
    }
    let mut list = tokens.clone().into_iter();
    match (list.next(), list.next(), list.next()) {
        (Some(TokenTree::Group(group)), None, _) => match group.delimiter() {
            Delimiter::Brace => object(group.stream(), errors).map(TemplateValue::Object),
            Delimiter::Bracket => array(group.stream(), errors).map(TemplateValue::Array),
            _ if group.stream().is_empty() => {
                Err(Error::new(group.span_open(), "expected an expression in these parentheses"))
            }
            _ => Ok(TemplateValue::Expression(group.stream())),
        },
        (Some(TokenTree::Ident(ident)), None, _) => match ident.to_string().as_str() {
            json @ ("true" | "false" | "null") => Ok(TemplateValue::Constant(json.to_owned())),
            "None" => Err(Error::new(ident.span(), "`None` is not JSON: write `null`")),
            _ => Ok(TemplateValue::Ident(ident)),
        },
        (Some(TokenTree::Ident(name)), Some(TokenTree::Punct(mark)), None)
            if mark.as_char() == '?' =>
        {
            let message = format!(
                "unexpected `?` after a value: to omit a member without a value write \
                 `\"{name}\"?: {name}`"
            );
            Err(Error::new(mark.span(), message))
        }
        _ => {
            let message = format!(
                "an expression in a template needs parentheses: write `({})`",
                display_tokens(&tokens)
            );
            Err(Error::new_spanned(tokens, message))
        }
    }
}

/// Parses a literal. A number longer than any `f64` is rejected here, since syn takes quadratic time
/// for it.
fn parse_literal(token: &TokenTree) -> Option<Lit> {
    let text = token.to_string();
    let is_long = text.len() > 400 && text.starts_with(|first: char| first.is_ascii_digit());
    if is_long {
        return None;
    }
    syn::parse2::<Lit>(token.clone().into()).ok()
}

fn literal_to_json(token: &TokenTree, minus: &str) -> Result<String> {
    let text = match parse_literal(token) {
        Some(Lit::Str(text)) if minus.is_empty() => crate::json::string(&text.value()),
        Some(Lit::Int(number)) if number.suffix().is_empty() => {
            let digits = number.base10_digits();
            let fits = match minus {
                "" => digits.parse::<u64>().is_ok(),
                _ => format!("{minus}{digits}").parse::<i64>().is_ok(),
            };
            if !fits {
                return Err(Error::new(token.span(), number_too_large(&token.to_string())));
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
            let mut start: String = whole.chars().take(60).collect();
            if start.len() < whole.len() {
                start.push('…');
            }
            let message =
                format!("`{minus}{start}` is not JSON: write a string, a number or `null`");
            return Err(Error::new(token.span(), message));
        }
    };
    Ok(format!("{minus}{text}"))
}

pub(crate) fn number_too_large(number: &str) -> String {
    format!(
        "`{number}` exceeds what every client can read from a JSON number (RFC 8259, section 6): \
         write it as a string"
    )
}

/// Converts a float of Rust to JSON, which requires digits on both sides of the point and no leading
/// zeros (RFC 8259, section 6).
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
    let element = |input: ParseStream| {
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
    list(tokens, errors, element)
}

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
                "expected a field or an expression such as `(extra())` after `..`: its members \
                 become members of this object";
            Err(Error::new(span, message))
        }
    }
}

fn member(input: ParseStream, errors: &Errors) -> Result<(TemplateMember, Span)> {
    let token: TokenTree = input.parse()?;
    let span = token_span(&token);
    let name = match syn::parse2::<LitStr>(token.clone().into()) {
        Ok(name) => name.value(),
        Err(_) => {
            let message = match &token {
                TokenTree::Ident(name) => {
                    format!("the name of a member needs quotes: write `\"{name}\": …`")
                }
                other => format!(
                    "expected a member, found {}: write `\"name\": value`",
                    describe_token(other)
                ),
            };
            return Err(Error::new(span, message));
        }
    };
    let optional = input.parse::<Option<Token![?]>>()?.is_some();
    if input.parse::<Option<Token![:]>>()?.is_none() {
        let message = match input.peek(Token![=]) || input.peek(Token![=>]) {
            true => format!("expected `:` after the name of a member: write `\"{name}\": …`"),
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
    if let Some(next) = member_without_comma(&tokens) {
        return Err(Error::new(token_span(&next), missing_comma_before(&next)));
    }
    Ok((
        TemplateMember { name: Some(name), optional, value: template_value(tokens, errors)? },
        span,
    ))
}

fn member_without_comma(tokens: &TokenStream) -> Option<TokenTree> {
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
            assert!(super::literal_to_json(&token, "").is_err());
        }
    }

    #[test]
    fn a_float_of_rust_is_a_number_of_json() {
        for (rust, json) in [("1.", "1.0"), ("0.5", "0.5"), ("00.5", "0.5"), ("1e3", "1e3")] {
            assert_eq!(json_number(rust), json);
        }
    }
}
