//! `tag(name = literal, …)`.

use proc_macro2::Ident;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Error, Lit, LitStr, Result};

use crate::diagnostics::errors::Errors;
use crate::syntax::ast::{Tag, TagValue, Value};
use crate::syntax::key::{duplicate_message, SpannedKey};
use crate::syntax::tokens::display_tokens;
use crate::syntax::value::{pairs, value};

pub(crate) fn parse(
    input: ParseStream,
    key: SpannedKey,
    tags: &mut Vec<Tag>,
    errors: &Errors,
) -> Result<()> {
    let one = |input: ParseStream, key| {
        let span = input.span();
        tag(input, key).map(|tag| (span, tag))
    };
    for (span, tag) in pairs(input, key, one, errors)? {
        if tags.iter().any(|other| other.name == tag.name) {
            errors.at(span, duplicate_message(&format!("the tag `{}`", tag.name)));
        } else {
            tags.push(tag);
        }
    }
    Ok(())
}

fn tag(input: ParseStream, key: SpannedKey) -> Result<Tag> {
    let span = input.span();
    let name = if input.peek(LitStr) {
        input.parse::<LitStr>()?.value()
    } else if input.peek(Ident::peek_any) {
        input.call(Ident::parse_any)?.unraw().to_string()
    } else {
        let message = format!("unexpected syntax for a tag: write `{}`", key.usage());
        return Err(Error::new(span, message));
    };
    if name.is_empty() {
        let message = format!("the name of a tag is empty: write `{}`", key.usage());
        return Err(Error::new(span, message));
    }
    let value = value(input, SpannedKey { span, ..key }).map_err(|error| {
        // The message for a key without a value names the key.
        match input.is_empty() || input.peek(syn::Token![,]) {
            true => {
                Error::new(span, format!("the tag `{name}` has no value: write `{}`", key.usage()))
            }
            false => error,
        }
    })?;
    Ok(Tag { value: tag_value(&name, &value)?, name })
}

fn tag_value(name: &str, value: &Value) -> Result<TagValue> {
    // `-5` is a literal of two tokens, and so an expression here.
    let parsed = match syn::parse2::<Lit>(value.tokens()).ok() {
        Some(Lit::Str(text)) => Some(TagValue::Text(text.value())),
        Some(Lit::Bool(flag)) => Some(TagValue::Bool(flag.value)),
        Some(Lit::Int(number)) if number.suffix().is_empty() => {
            number.base10_parse().ok().map(TagValue::Integer)
        }
        _ => None,
    };
    parsed.ok_or_else(|| {
        let tokens = value.tokens();
        let message = format!(
            "expected a string, a boolean or an integer of 64 bits as the tag `{name}`, found `{}`: a \
             tag is a constant of the case",
            display_tokens(&tokens)
        );
        Error::new_spanned(tokens, message)
    })
}
