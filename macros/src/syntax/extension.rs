//! Extension members of the body: `extension(name = value, …)`, and `extension` or
//! `extension = "name"` on a field.

use proc_macro2::{Ident, TokenTree};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{token, Error, LitStr, Result, Token};

use crate::diagnostics::errors::Errors;
use crate::diagnostics::suggest::nearest;
use crate::syntax::ast::{Extension, HttpAttrs, Value};
use crate::syntax::body_template::{check_constant, json_value};
use crate::syntax::key::{AttrTarget, Key, SpannedKey};
use crate::syntax::value::{describe_token, pairs, value, value_to_comma};

pub(crate) fn extensions(
    input: ParseStream,
    key: SpannedKey,
    errors: &Errors,
) -> Result<Vec<Extension>> {
    let mut list = pairs(input, key, extension, errors)?;
    for extension in &mut list {
        if let Err(error) = check_constant(&extension.value) {
            errors.push(error);
            extension.value = quote!(());
        }
    }
    Ok(list)
}

fn extension(input: ParseStream, key: SpannedKey) -> Result<Extension> {
    let span = input.span();
    let malformed = |span| {
        Error::new(
            span,
            format!("unexpected syntax for an extension member: write `{}`", key.usage()),
        )
    };
    let name = if input.peek(LitStr) {
        input.parse::<LitStr>()?.value()
    } else if input.peek(Ident::peek_any) {
        let name = input.call(Ident::parse_any)?;
        if input.is_empty() || input.peek(Token![,]) {
            let message = format!(
                "an extension member needs a value: write `extension({name} = {name})`, or \
                 `#[http(extension)]` on the field"
            );
            return Err(Error::new(span, message));
        }
        name.unraw().to_string()
    } else {
        return Err(malformed(span));
    };
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(malformed(span));
    }
    let value = value_to_comma(input)?.ok_or_else(|| malformed(span))?;
    Ok(Extension { name, span, value: value.tokens() })
}

const FIELD_USAGE: &str = "unexpected syntax for `extension` on a field: write `extension`, or \
                           `extension = \"balance\"` for another name";

pub(crate) fn on_field(input: ParseStream, attrs: &mut HttpAttrs, errors: &Errors) -> Result<()> {
    if !input.peek(Ident::peek_any) {
        let token: TokenTree = input.parse()?;
        return Err(Error::new_spanned(
            &token,
            format!(
                "{} is not allowed on a field: write `extension` here, and the status on the \
                 variant",
                describe_token(&token)
            ),
        ));
    }
    let ident = input.call(Ident::parse_any)?;
    let Some(key) = SpannedKey::from_ident(&ident, AttrTarget::Field)? else {
        let text = ident.to_string();
        let known = || [Key::Extension, Key::Example, Key::Default].map(Key::name).into_iter();
        let alias = Key::from_alias(&text).map(Key::name);
        let near = nearest(&text, known()).or(alias.filter(|name| known().any(|key| key == *name)));
        let instead = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "on a field the keys are `extension`, `example` and `default`".to_owned(),
        };
        let message = format!("unknown key `{ident}`: {instead}");
        return Err(Error::new(ident.span(), message));
    };
    if key.key == Key::Default {
        if input.peek(Token![=]) || input.peek(token::Paren) {
            let message = "`default` on a field does not take a value: write `default`";
            return Err(key.error(message));
        }
        attrs.field_default.set(key, (), errors);
        return Ok(());
    }
    if key.key == Key::Example {
        attrs.example.set(key, json_value(input, key, errors)?, errors);
        return Ok(());
    }
    let name = match input.peek(Token![=]) {
        true => match value(input, key) {
            Ok(Value::String(text)) => Some(text),
            _ => return Err(key.error(FIELD_USAGE)),
        },
        false if input.is_empty() || input.peek(Token![,]) => None,
        false => return Err(key.error(FIELD_USAGE)),
    };
    attrs.extension.set(key, name, errors);
    Ok(())
}
