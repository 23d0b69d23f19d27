//! The machine codes of cases: `code = "…"`, `code = 1004`, `codes(rename_all = "…", prefix = "…")`.

use proc_macro2::Ident;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Error, Lit, Result};

use crate::casing::{RenameRule, RENAME_RULES};
use crate::diagnostics::errors::Errors;
use crate::diagnostics::suggest;
use crate::syntax::ast::{Codes, MachineCode, Value};
use crate::syntax::body_template::number_too_large;
use crate::syntax::key::{duplicate_message, SpannedKey};
use crate::syntax::limits;
use crate::syntax::literal::StringLiteral;
use crate::syntax::value::{empty_value, pairs, value, wrong_type};

pub(crate) fn code(input: ParseStream, key: SpannedKey) -> Result<MachineCode> {
    match value(input, key)? {
        Value::String(text) => text_code(&text, key),
        Value::Literal(Lit::Int(number)) if number.suffix().is_empty() => {
            let text = number.base10_digits().to_owned();
            match text.parse::<u64>() {
                Ok(_) => Ok(MachineCode { text, is_number: true }),
                Err(_) => Err(Error::new(number.span(), number_too_large(&text))),
            }
        }
        other => {
            // `-5`
            let text = other.tokens().to_string().replace(' ', "");
            match text.parse::<i64>() {
                Ok(_) => Ok(MachineCode { text, is_number: true }),
                Err(_) => Err(wrong_type(key, "a string or an integer", &other)),
            }
        }
    }
}

pub(crate) fn text_code(text: &StringLiteral, key: SpannedKey) -> Result<MachineCode> {
    if text.text().is_empty() {
        return Err(empty_value(key, text.span()));
    }
    limits::check_code(text.text(), text.span())?;
    Ok(MachineCode { text: text.text().to_owned(), is_number: false })
}

pub(crate) fn codes(input: ParseStream, key: SpannedKey, errors: &Errors) -> Result<Codes> {
    let mut codes = Codes::default();
    let mut seen = Vec::new();
    for (name, text) in pairs(input, key, option, errors)? {
        if seen.contains(&name) {
            errors.at(name.span(), duplicate_message(&format!("`{name}`")));
            continue;
        }
        match name == "prefix" {
            true => text.text().clone_into(&mut codes.prefix),
            false => codes.rename_all = rename_rule(&text, errors),
        }
        seen.push(name);
    }
    Ok(codes)
}

fn option(input: ParseStream, key: SpannedKey) -> Result<(Ident, StringLiteral)> {
    if !input.peek(Ident::peek_any) {
        let message = format!("unexpected syntax for `codes`: write `{}`", key.usage());
        return Err(input.error(message));
    }
    let name = input.call(Ident::parse_any)?;
    let text = name.to_string();
    if text != "rename_all" && text != "prefix" {
        let instead = match text.as_str() {
            "case" | "rename" => "did you mean `rename_all`?".to_owned(),
            _ => suggest::instead(&text, &["rename_all", "prefix"]),
        };
        return Err(Error::new(name.span(), format!("unknown key `{text}` of `codes`: {instead}")));
    }
    match value(input, key) {
        Ok(Value::String(text)) => Ok((name, text)),
        _ => {
            let message = format!("expected a string after `{name}`: write `{}`", key.usage());
            Err(Error::new(name.span(), message))
        }
    }
}

pub(crate) fn find_rename_rule(name: &str) -> Option<&'static RenameRule> {
    RENAME_RULES.iter().find(|rule| rule.name == name)
}

fn rename_rule(text: &StringLiteral, errors: &Errors) -> Option<&'static RenameRule> {
    let value = text.text();
    let rule = find_rename_rule(value);
    if rule.is_none() {
        let names: Vec<&str> = RENAME_RULES.iter().map(|rule| rule.name).collect();
        let instead = suggest::instead(value, &names);
        errors.at(text.span(), format!("unknown case `{value}`: {instead}"));
    }
    rule
}
