//! `#[http(…)]` → keys, each with the place it was written at.

use httperr_registry::{rule, FRAMEWORKS, RULES};
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{token, Attribute, Error, Lit, Meta, Path, Result, Token};

use crate::errors::Errors;
use crate::keys::{
    check_place, form, has_key, needs_value, Arm, Keys, Match, Place, StatusKey, Value, KEYS,
};
use crate::raw::{until, End};
use crate::status;
use crate::suggest::{self, nearest};
use crate::value::{
    code, codes, extension, group, header, log, pairs, status_value, string, uri, value, words,
};

/// Reads every `#[http(…)]` among the attributes of one place.
pub(crate) fn read(attributes: &[Attribute], place: Place, errors: &Errors) -> Keys {
    let mut keys = Keys::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("http")) {
        match &attribute.meta {
            Meta::List(list) => read_list(list.tokens.clone(), place, &mut keys, errors),
            other => {
                keys.broken = true;
                errors.on(other, "`#[http]` says nothing: write `#[http(404)]`");
            }
        }
    }
    keys
}

/// Reads a comma-separated list of keys, to its end whatever it holds.
fn read_list(tokens: TokenStream, place: Place, keys: &mut Keys, errors: &Errors) {
    let parser = |input: ParseStream| {
        while !input.is_empty() {
            if let Err(error) = item(input, place, keys, errors) {
                keys.broken = true;
                errors.push(error);
                let _ = until(input, End::Comma);
            } else if !input.is_empty() && !input.peek(Token![,]) {
                keys.broken = true;
                errors.push(input.error(format!(
                    "a comma is missing before {}",
                    input.cursor().token_tree().map_or(String::new(), |(token, _)| quoted(&token))
                )));
                let _ = until(input, End::Comma);
            }
            let _ = input.parse::<Option<Token![,]>>();
        }
        Ok(())
    };
    let _ = parser.parse2(tokens);
}

fn quoted(token: &TokenTree) -> String {
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

/// One key with its value, or a status by itself.
fn item(input: ParseStream, place: Place, keys: &mut Keys, errors: &Errors) -> Result<()> {
    if place == Place::Field {
        return field_item(input, keys, errors);
    }
    let is_key = input.peek(Ident::peek_any);
    if !is_key {
        let status = status::parse(input)?;
        if has_key("status", place) {
            keys.status.set_at(status.span, "the status", StatusKey::Fixed(status), errors);
        }
        return Ok(());
    }
    let key = input.call(Ident::parse_any)?;
    let text = key.to_string();
    if !KEYS.iter().any(|known| known.name == text) {
        return bare_word(input, &key, place, keys, errors);
    }
    check_place(&key, &text, place)?;
    match text.as_str() {
        "status" => {
            let value = status_value(input, &key)?;
            keys.status.set_at(key.span(), "the status", value, errors);
        }
        "transparent" => {
            let value = match input.peek(Token![=]) {
                true => Some(value(input, &key)?.tokens()),
                false => None,
            };
            keys.transparent.set(&key, value, errors);
        }
        "match" => {
            let value = read_match(input, &key, errors)?;
            keys.matches.set(&key, value, errors);
        }
        "name" => keys.name.set(&key, string(input, &key)?.value(), errors),
        "code" => keys.code.set(&key, code(input, &key)?, errors),
        "codes" => {
            let value = codes(input, &key, errors)?;
            keys.codes.set(&key, value, errors);
        }
        "title" => keys.title.set(&key, string(input, &key)?, errors),
        "detail" => keys.detail.set(&key, value(input, &key)?, errors),
        "expose" | "mask" => {
            if keys.exposure.is_set() {
                return Err(Error::new(
                    key.span(),
                    "`expose` and `mask` are given together, or twice: keep one of the two",
                ));
            }
            keys.exposure.set(&key, text == "expose", errors);
        }
        "problems" => keys.problems.set(&key, uri(input, &key)?, errors),
        "type" => keys.type_uri.set(&key, uri(input, &key)?, errors),
        "header" => keys.headers.extend(pairs(input, &key, header, errors)?),
        "retry_after" => keys.retry_after.set(&key, value(input, &key)?, errors),
        "extension" => keys.extensions.extend(pairs(input, &key, extension, errors)?),
        "log" => keys.log.set(&key, log(input, &key)?, errors),
        "default" => {
            let value = default_keys(input, &key, errors)?;
            keys.default.set(&key, Box::new(value), errors);
        }
        "allow" => words(input, &key, |word| {
            let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
            let found = known(&word, "rule", &names, errors);
            keys.allowed.extend(found.and_then(rule));
        })?,
        "without" => words(input, &key, |word| {
            if known(&word, "framework", FRAMEWORKS, errors).is_some() {
                keys.without.push(word);
            }
        })?,
        "crate" => keys.runtime.set(&key, runtime_path(input, &key)?, errors),
        _ => {}
    }
    Ok(())
}

/// `= 500` or `(500, …)` after `default`.
fn default_keys(input: ParseStream, key: &Ident, errors: &Errors) -> Result<Keys> {
    let mut keys = Keys::default();
    if input.peek(token::Paren) {
        read_list(group(input, key)?, Place::Default, &mut keys, errors);
    } else {
        let value = status_value(input, key)?;
        keys.status.set(key, value, errors);
    }
    if keys.status.is_set() || keys.broken {
        return Ok(keys);
    }
    Err(Error::new(key.span(), "`default` has no status: write `default(500, …)`"))
}

/// The name among `names` that a word is.
fn known<'n>(word: &Ident, what: &str, names: &[&'n str], errors: &Errors) -> Option<&'n str> {
    let text = word.to_string();
    let found = names.iter().find(|name| **name == text);
    if found.is_none() {
        let instead = suggest::instead(&text, names);
        errors.at(word.span(), format!("no {what} is named `{text}`: {instead}"));
    }
    found.copied()
}

/// `= path` after `crate`.
fn runtime_path(input: ParseStream, key: &Ident) -> Result<TokenStream> {
    let path = match value(input, key)? {
        Value::Literal(Lit::Str(text)) => text.parse_with(Path::parse_mod_style)?,
        other => Path::parse_mod_style.parse2(other.tokens()).map_err(|_| {
            Error::new(other.span(), "`crate` takes a path: write `crate = my::httperr`")
        })?,
    };
    Ok(path.into_token_stream())
}

/// A word that is no key: a registered name, or a mistake.
fn bare_word(
    input: ParseStream,
    word: &Ident,
    place: Place,
    keys: &mut Keys,
    errors: &Errors,
) -> Result<()> {
    let text = word.to_string();
    let alone = input.is_empty() || input.peek(Token![,]);
    if alone {
        if let Ok(status) = status::name(word) {
            keys.status.set_at(status.span, "the status", StatusKey::Fixed(status), errors);
            return Ok(());
        }
    }
    let names: Vec<&str> =
        KEYS.iter().filter(|key| key.places.contains(&place)).map(|key| key.name).collect();
    let instead = if let Some(key) = nearest(&text, names.iter().copied()) {
        format!("did you mean `{key}`?")
    } else if let Some(name) = status::near_name(&text).filter(|_| alone) {
        format!("did you mean the status `{name}`?")
    } else if let Some(key) = KEYS.iter().find(|key| nearest(&text, [key.name]).is_some()) {
        format!("did you mean `{}`? It does not belong on {}", key.name, place.name())
    } else {
        format!("on {} the keys are a status and {}", place.name(), suggest::list(&names))
    };
    Err(Error::new(word.span(), format!("`http` has no key `{text}`: {instead}")))
}
/// A field says `extension` or `extension = "name"`.
fn field_item(input: ParseStream, keys: &mut Keys, errors: &Errors) -> Result<()> {
    if !input.peek(Ident::peek_any) {
        let token: TokenTree = input.parse()?;
        return Err(Error::new_spanned(
            &token,
            format!(
                "{} does not belong on a field: a field may be an `extension`, the status stands \
                 on the variant",
                quoted(&token)
            ),
        ));
    }
    let key = input.call(Ident::parse_any)?;
    let text = key.to_string();
    check_place(&key, &text, Place::Field)?;
    if text != "extension" {
        let instead = match nearest(&text, ["extension"]) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "on a field the only key is `extension`".to_owned(),
        };
        return Err(Error::new(key.span(), format!("`http` has no key `{text}`: {instead}")));
    }
    let name = match input.peek(Token![=]) {
        true => Some(string(input, &key)?),
        false => None,
    };
    keys.extension.set(&key, name, errors);
    Ok(())
}
/// `expr { arms }` after `match`.
fn read_match(input: ParseStream, key: &Ident, errors: &Errors) -> Result<Match> {
    let mut scrutinee = TokenStream::new();
    while !input.is_empty() && !input.peek(token::Brace) {
        scrutinee.extend([input.parse::<TokenTree>()?]);
    }
    if scrutinee.is_empty() || input.is_empty() {
        return Err(Error::new(key.span(), format!("`match` is written `{}`", form(key))));
    }
    let TokenTree::Group(body) = input.parse::<TokenTree>()? else {
        return Err(needs_value(key));
    };
    let arms = |input: ParseStream| {
        let mut arms = Vec::new();
        while !input.is_empty() {
            match arm(input, errors) {
                Ok(arm) => arms.push(arm),
                Err(error) => {
                    errors.push(error);
                    let _ = until(input, End::Comma);
                }
            }
            let _ = input.parse::<Option<Token![,]>>();
        }
        Ok(arms)
    };
    Ok(Match { scrutinee, arms: arms.parse2(body.stream())? })
}

/// `pattern if guard => outcome`.
fn arm(input: ParseStream, errors: &Errors) -> Result<Arm> {
    let attributes = Attribute::parse_outer(input)?;
    let span = input.span();
    let mut guard = None;
    let pattern = until(input, End::Guard);
    if input.parse::<Option<Token![if]>>()?.is_some() {
        guard = Some(until(input, End::Arrow));
    }
    if input.parse::<Option<Token![=>]>>()?.is_none() || pattern.is_empty() {
        return Err(Error::new(
            span,
            "an arm is written `pattern => 404` or `pattern => (404, …)`",
        ));
    }
    let mut keys = Keys::default();
    if input.peek(token::Paren) {
        let TokenTree::Group(list) = input.parse::<TokenTree>()? else {
            return Err(input.error("an outcome is a status or `(404, …)`"));
        };
        read_list(list.stream(), Place::Arm, &mut keys, errors);
    } else if input.peek(Token![,]) || input.is_empty() {
        return Err(Error::new_spanned(
            pattern,
            "this arm has no outcome: write `pattern => 404` or `pattern => (404, …)`",
        ));
    } else {
        item(input, Place::Arm, &mut keys, errors)?;
    }
    Ok(Arm {
        attributes: attributes.iter().map(ToTokens::to_token_stream).collect(),
        pattern,
        guard,
        keys,
    })
}
