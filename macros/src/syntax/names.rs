//! The keys whose values are names: `allow(rule, …)`, `warn(rule, …)`, `without(framework, …)`, `log = level`,
//! `grpc = CODE`, `same_as = Variant` and `crate = path`.

use std::cell::Cell;

use httperr_registry::derive_rules::{rule, Rule, FRAMEWORKS, RULES};
use httperr_registry::table_format::GRPC_TAG;
use httperr_registry::Grpc;
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Error, LitStr, Path, Result};

use crate::casing;
use crate::diagnostics::errors::Errors;
use crate::diagnostics::suggest;
use crate::syntax::ast::{AllowedRule, LogLevel, Tag, TagValue, Value, LOG_LEVELS};
use crate::syntax::key::{duplicate_message, SpannedKey};
use crate::syntax::tokens::display_tokens;
use crate::syntax::value::{names, value};

pub(crate) fn allow(
    input: ParseStream,
    key: SpannedKey,
    allowed: &mut Vec<AllowedRule>,
    errors: &Errors,
) -> Result<()> {
    let known: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    names(input, key, errors, |name| {
        let Some(rule) = find(&name, "rule", &known, errors).and_then(rule) else { return };
        if allowed.iter().any(|allowed| allowed.rule == rule) {
            errors.at(name.span(), duplicate_message(&format!("`{name}`")));
        }
        allowed.push(AllowedRule { rule, span: name.span(), used: Cell::new(false) });
    })
}

pub(crate) fn warn(
    input: ParseStream,
    key: SpannedKey,
    warned: &mut Vec<&'static Rule>,
    errors: &Errors,
) -> Result<()> {
    let opt_in = RULES.iter().filter(|rule| rule.is_opt_in);
    let known: Vec<&str> = opt_in.map(|rule| rule.name).collect();
    names(input, key, errors, |name| {
        if let Some(rule) = rule(&name.to_string()).filter(|rule| !rule.is_opt_in) {
            let kind = if rule.is_error { "an error" } else { "a warning" };
            let message = format!(
                "`warn({name})` has no effect, because `{name}` is {kind} already: remove it"
            );
            errors.at(name.span(), message);
            return;
        }
        let Some(rule) = find(&name, "rule", &known, errors).and_then(rule) else { return };
        if warned.contains(&rule) {
            errors.at(name.span(), duplicate_message(&format!("`{name}`")));
        }
        warned.push(rule);
    })
}

pub(crate) fn check_conflict(allowed: &[AllowedRule], warned: &[&Rule], errors: &Errors) {
    for AllowedRule { rule, span, .. } in allowed {
        if warned.contains(rule) {
            let name = rule.name;
            let message =
                format!("`allow({name})` conflicts with `warn({name})`: keep one of the two");
            errors.at(*span, message);
        }
    }
}

pub(crate) fn without(
    input: ParseStream,
    key: SpannedKey,
    frameworks: &mut Vec<Ident>,
    errors: &Errors,
) -> Result<()> {
    names(input, key, errors, |name| {
        if find(&name, "framework", FRAMEWORKS, errors).is_some() {
            if frameworks.contains(&name) {
                errors.at(name.span(), duplicate_message(&format!("`{name}`")));
            }
            frameworks.push(name);
        }
    })
}

fn find<'n>(name: &Ident, what: &str, known: &[&'n str], errors: &Errors) -> Option<&'n str> {
    let text = name.to_string();
    let found = known.iter().find(|known| **known == text);
    if found.is_none() {
        let instead = suggest::instead(&text, known);
        errors.at(name.span(), format!("unknown {what} `{text}`: {instead}"));
    }
    found.copied()
}

pub(crate) fn log(input: ParseStream, key: SpannedKey) -> Result<LogLevel> {
    let level = value(input, key)?;
    let text = match &level {
        Value::String(text) => text.text().to_owned(),
        other => display_tokens(&other.tokens()),
    };
    LOG_LEVELS.iter().find(|level| level.name == text).copied().ok_or_else(|| {
        // `Level::WARN` is `warn`.
        let last = text.rsplit("::").next().unwrap_or_default().to_lowercase();
        let known: Vec<&str> = LOG_LEVELS.iter().map(|level| level.name).collect();
        let instead = suggest::instead(&last, &known);
        Error::new_spanned(level.tokens(), format!("unknown log level `{text}`: {instead}"))
    })
}

pub(crate) fn grpc(input: ParseStream, key: SpannedKey) -> Result<Tag> {
    let code = value(input, key)?;
    let text = match &code {
        Value::String(text) => text.text().to_owned(),
        other => display_tokens(&other.tokens()),
    };
    let message = match Grpc::from_name(&text) {
        Some(Grpc::Ok) => "an error cannot be the gRPC code `OK`, which means success: write \
                           another code, such as `UNKNOWN`"
            .to_owned(),
        Some(code) => {
            return Ok(Tag { name: GRPC_TAG.to_owned(), value: TagValue::Integer(code as i64) });
        }
        None => {
            // `Code::FailedPrecondition` is `FAILED_PRECONDITION`.
            let last = text.rsplit("::").next().unwrap_or_default();
            let name = casing::upper_snake(last.trim());
            // Not `OK`, which is an error too.
            let known: Vec<&str> = Grpc::ALL[1..].iter().map(|code| code.name()).collect();
            let of_number =
                || text.parse().ok().and_then(|code: usize| known.get(code.checked_sub(1)?));
            let begun = known.iter().find(|known| name.len() > 2 && known.starts_with(&name));
            let name = begun.or_else(of_number).map_or(name.as_str(), |code| code);
            let instead = suggest::instead(name, &known);
            format!("unknown gRPC code `{text}`: {instead}")
        }
    };
    Err(Error::new_spanned(code.tokens(), message))
}

pub(crate) fn same_as(input: ParseStream, key: SpannedKey) -> Result<Ident> {
    let tokens = value(input, key)?.tokens();
    // `Self::NotFound` and `ApiError::NotFound` name the variant as well.
    let path = Path::parse_mod_style.parse2(tokens.clone()).ok();
    path.and_then(|path| Some(path.segments.last()?.ident.clone())).ok_or_else(|| {
        let message = format!(
            "expected the name of a variant after `same_as`, found `{}`: write `{}`",
            display_tokens(&tokens),
            key.usage()
        );
        Error::new_spanned(&tokens, message)
    })
}

pub(crate) fn runtime_path(input: ParseStream, key: SpannedKey) -> Result<TokenStream> {
    let path = match value(input, key)? {
        Value::String(text) => syn::parse2::<LitStr>(text.to_token_stream())
            .and_then(|text| text.parse_with(Path::parse_mod_style))
            .map_err(|_| text.span()),
        other => Path::parse_mod_style.parse2(other.tokens()).map_err(|_| other.span()),
    };
    let path = path.and_then(|path| match path.segments.first() {
        // The expansion calls macros of the crate, and a type has none.
        Some(first) if first.ident == "Self" => Err(first.ident.span()),
        _ => Ok(path.into_token_stream()),
    });
    path.map_err(|span| {
        Error::new(
            span,
            "expected a path after `crate`: write `crate = \
                                          my::httperr`",
        )
    })
}
