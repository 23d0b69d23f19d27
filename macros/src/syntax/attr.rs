//! `#[http(…)]` → keys, each with the place it was written at.

use std::cell::Cell;

use httperr_registry::by_name;
use httperr_registry::derive_rules::{rule, FRAMEWORKS, RULES};
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::{quote, ToTokens};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{token, Attribute, Error, Lit, LitStr, Path, Result, Token};

use crate::diagnostics::errors::Errors;
use crate::diagnostics::suggest;
use crate::diagnostics::suggest::{likely, nearest};
use crate::syntax::ast::{Allowed, Arm, Extension, Keys, Match, StatusKey, Value};
use crate::syntax::format_string::Format;
use crate::syntax::header::header;
use crate::syntax::item::Argument;
use crate::syntax::key::{
    check_place, form, has_key, meant, misplaced, needs_value, twice, Place, KEYS,
};
use crate::syntax::tokens::{missing_comma, scrutinee, shown, until, End};
use crate::syntax::value::{
    code, codes, extension, group, log, missing_comma_before, pairs, quoted, some_text,
    status_value, token_span, uri, value, words, NO_ITEM,
};
use crate::syntax::{body_template, item, limits, status_code};

/// Reads every `#[http(…)]` among the attributes of one place.
pub(crate) fn read(attributes: &[item::Attribute], place: Place, errors: &Errors) -> Keys {
    let mut keys = Keys::default();
    for attribute in attributes.iter().filter(|attribute| attribute.name == "http") {
        match &attribute.argument {
            Argument::List(list) if is_code(list, place, &mut keys, errors) => {}
            Argument::List(list) if !list.stream().is_empty() => {
                read_list(list.stream(), place, &mut keys, errors);
            }
            other => {
                keys.broken = true;
                let form = match place {
                    Place::Enum => "default = 500",
                    Place::Field => "extension",
                    _ => "404",
                };
                let message = match other {
                    Argument::Value(_) => {
                        format!("what `http` says stands in parentheses: write `#[http({form})]`")
                    }
                    _ => format!("`http` says nothing here: write `#[http({form})]`"),
                };
                errors.on(attribute.whole.stream(), message);
            }
        }
    }
    keys
}

/// Reads a code that stands alone, as in most lists, which needs no parser. Whether there is one.
fn is_code(list: &Group, place: Place, keys: &mut Keys, errors: &Errors) -> bool {
    let mut tokens = list.stream().into_iter();
    let (Some(token @ TokenTree::Literal(_)), None) = (tokens.next(), tokens.next()) else {
        return false;
    };
    match status_code::from_token(&token) {
        Ok(status) if place != Place::Field => {
            keys.broken |= keys.status.is_set();
            keys.status.set_at(status.span, "the status", StatusKey::Fixed(status), errors);
            true
        }
        _ => false,
    }
}

/// Reads a comma-separated list of keys, to its end whatever it holds.
fn read_list(tokens: TokenStream, place: Place, keys: &mut Keys, errors: &Errors) {
    let parser = |input: ParseStream| {
        // The others are within a list.
        if !matches!(place, Place::Arm | Place::Default) {
            if let Err(error) = limits::check_numbers(input.cursor()) {
                errors.push(error);
                keys.broken = true;
                return input.parse::<TokenStream>().map(drop);
            }
        }
        while !input.is_empty() {
            let before = errors.count();
            let read = item(input, place, keys, errors).and_then(|key| end(input, key.as_ref()));
            if let Err(error) = read {
                errors.push(error);
                let _ = until(input, End::Comma);
            }
            keys.broken |= errors.count() > before;
            let _ = input.parse::<Option<Token![,]>>();
        }
        Ok(())
    };
    let _ = parser.parse2(tokens);
}

/// A mistake, if anything but a comma stands behind an item.
fn end(input: ParseStream, key: Option<&Ident>) -> Result<()> {
    let Some((token, _)) = input.cursor().token_tree().filter(|_| !input.peek(Token![,])) else {
        return Ok(());
    };
    let value = input.peek(Token![=]) || input.peek(Token![:]) || input.peek(token::Paren);
    Err(Error::new(
        token_span(&token),
        match key {
            Some(key) if value => format!("`{key}` is written `{}`", form(key)),
            _ if input.peek(Token![;]) => "write `,` in place of `;`".to_owned(),
            _ if input.peek(Token![|]) || input.peek(Token![..]) => {
                "a case has one status: for one of several write `match field { pattern => 404, _ => \
                 500 }`"
                    .to_owned()
            }
            _ => missing_comma_before(&token),
        },
    ))
}

/// One key with its value, or a status by itself. Gives the key, if it is one.
fn item(
    input: ParseStream,
    place: Place,
    keys: &mut Keys,
    errors: &Errors,
) -> Result<Option<Ident>> {
    if input.peek(Token![,]) {
        return Err(input.error(NO_ITEM));
    }
    if place == Place::Field {
        return field_item(input, keys, errors);
    }
    if !input.peek(Ident::peek_any) {
        return bare_literal(input, keys, errors).map(|()| None);
    }
    if input.peek2(Token![::]) {
        return Err(status_code::path(input, true));
    }
    let key = input.call(Ident::parse_any)?;
    let text = key.to_string();
    if !KEYS.iter().any(|known| known.name == text) {
        return bare_word(input, &key, place, keys, errors).map(|()| None);
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
        "name" => keys.name.set(&key, some_text(input, &key)?.value(), errors),
        "code" => {
            let span = input.cursor().token_tree().and_then(|(_, value)| value.token_tree());
            keys.code.set(&key, code(input, &key)?, errors);
            keys.code_span = keys.code_span.or(span.map(|(token, _)| token_span(&token)));
        }
        "codes" => {
            let value = codes(input, &key, errors)?;
            keys.codes.set(&key, value, errors);
        }
        "title" => keys.title.set(&key, some_text(input, &key)?, errors),
        "detail" => keys.detail.set(&key, value(input, &key)?, errors),
        "expose" | "mask" => {
            if keys.exposure.is_set() {
                return Err(Error::new(
                    key.span(),
                    "`expose` and `mask` are given together, or twice: keep one of the two",
                ));
            }
            if input.peek(Token![=]) || input.peek(token::Paren) {
                let message = format!("`{text}` takes no value: write `{text}`");
                return Err(Error::new(key.span(), message));
            }
            keys.exposure.set(&key, text == "expose", errors);
        }
        "type_base" => keys.type_base.set(&key, uri(input, &key)?, errors),
        "type" => keys.type_uri.set(&key, uri(input, &key)?, errors),
        "header" => {
            keys.headers.extend(pairs(input, &key, header, errors)?);
            limits::check_headers(&mut keys.headers, errors);
        }
        "retry_after" => keys.retry_after.set(&key, value(input, &key)?, errors),
        "extension" => keys.extensions.extend(extensions(input, &key, errors)?),
        "body" => keys.body.set(&key, body_template::shape(input, &key, errors)?, errors),
        "same_as" => keys.same_as.set(&key, one_word(input, &key)?, errors),
        "log" => keys.log.set(&key, log(input, &key)?, errors),
        "default" => {
            let value = default_keys(input, &key, errors)?;
            keys.default.set(&key, Box::new(value), errors);
        }
        "allow" => {
            let before = errors.count();
            let read = allow(input, &key, &mut keys.allowed, errors);
            keys.allows_unknown |= read.is_err() || errors.count() > before;
            read?;
        }
        "without" => words(input, &key, errors, |word| {
            if known(&word, "framework", FRAMEWORKS, errors).is_some() {
                if keys.without.contains(&word) {
                    errors.at(word.span(), twice(&format!("`{word}`")));
                }
                keys.without.push(word);
            }
        })?,
        "crate" => keys.runtime.set(&key, runtime_path(input, &key)?, errors),
        _ => {}
    }
    Ok(Some(key))
}

/// `(rule, …)` after `allow`.
fn allow(
    input: ParseStream,
    key: &Ident,
    allowed: &mut Vec<Allowed>,
    errors: &Errors,
) -> Result<()> {
    words(input, key, errors, |word| {
        let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
        let Some(rule) = known(&word, "rule", &names, errors).and_then(rule) else { return };
        if allowed.iter().any(|allowed| allowed.rule == rule) {
            errors.at(word.span(), twice(&format!("`{word}`")));
        }
        allowed.push(Allowed { rule, span: word.span(), used: Cell::new(false) });
    })
}

/// `(name = value, …)` after `extension`.
fn extensions(input: ParseStream, key: &Ident, errors: &Errors) -> Result<Vec<Extension>> {
    let mut read = pairs(input, key, extension, errors)?;
    for given in &mut read {
        if let Err(error) = body_template::check_constant(&given.value) {
            errors.push(error);
            given.value = quote!(());
        }
    }
    Ok(read)
}

/// `= Variant` after `same_as`.
fn one_word(input: ParseStream, key: &Ident) -> Result<Ident> {
    let given = value(input, key)?;
    let tokens = given.tokens();
    // `Self::NotFound` and `ApiError::NotFound` name the variant as well.
    let path = Path::parse_mod_style.parse2(tokens.clone()).ok();
    path.and_then(|path| Some(path.segments.last()?.ident.clone())).ok_or_else(|| {
        let message = format!(
            "`same_as` takes the name of a variant, not `{}`: write `{}`",
            shown(&tokens),
            form(key)
        );
        Error::new_spanned(&tokens, message)
    })
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
        Value::Literal(Lit::Str(text)) => {
            text.parse_with(Path::parse_mod_style).map_err(|_| text.span())
        }
        other => Path::parse_mod_style.parse2(other.tokens()).map_err(|_| other.span()),
    };
    let path = path.and_then(|path| match path.segments.first() {
        // A type has no macros.
        Some(first) if first.ident == "Self" => Err(first.ident.span()),
        _ => Ok(path.into_token_stream()),
    });
    path.map_err(|span| Error::new(span, "`crate` takes a path: write `crate = my::httperr`"))
}

/// A status by itself.
fn bare_literal(input: ParseStream, keys: &mut Keys, errors: &Errors) -> Result<()> {
    if keys.status.is_set() && input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        let shown = text.to_token_stream();
        return Err(Error::new(
            text.span(),
            format!("a text says nothing by itself: write `detail = {shown}`, or `title`"),
        ));
    }
    let status = status_code::parse(input)?;
    keys.status.set_at(status.span, "the status", StatusKey::Fixed(status), errors);
    Ok(())
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
        if let Ok(status) = status_code::name(word) {
            keys.status.set_at(status.span, "the status", StatusKey::Fixed(status), errors);
            return Ok(());
        }
    }
    // `detail = "no {}", id` is one mistake, and told at the `{}`.
    let detail = keys.detail.get().filter(|_| alone);
    if matches!(detail, Some(Value::Literal(Lit::Str(text))) if Format::read(&text.value()).positional)
    {
        return Ok(());
    }
    let unofficial = by_name(&text).filter(|_| alone);
    if let (Some(_), Err(error)) = (unofficial, status_code::name(word)) {
        return Err(error);
    }
    let names: Vec<&str> =
        KEYS.iter().filter(|key| key.places.contains(&place)).map(|key| key.name).collect();
    let all = KEYS.iter().map(|key| key.name);
    let instead = if let Some(key) = nearest(&text, names.iter().copied()) {
        format!("did you mean `{key}`?")
    } else if let Some(key) = meant(&text).filter(|key| has_key(key, place)) {
        format!("did you mean `{key}`?")
    } else if let Some(name) = status_code::likely_name(&text).filter(|_| alone) {
        format!("did you mean the status `{name}`?")
    } else if let Some(rule) = rule(&text) {
        format!("did you mean `allow({})`?", rule.name)
    } else if let Some(key) = meant(&text).or_else(|| likely(&text, all)) {
        match has_key(key, place) {
            true => format!("did you mean `{key}`?"),
            false => format!("did you mean `{key}`? It {}", misplaced(key, place)),
        }
    } else if place == Place::Arm && alone && !keys.status.is_set() {
        format!("for a status that `{text}` holds write `(status = {text})`")
    } else {
        format!("on {} the keys are a status and {}", place.name(), suggest::list(&names))
    };
    Err(Error::new(word.span(), format!("`http` has no key `{text}`: {instead}")))
}

const EXTENSION: &str = "a field is an extension by `extension`, under another name by \
                         `extension = \"balance\"`";

/// A field says `extension` or `extension = "name"`.
fn field_item(input: ParseStream, keys: &mut Keys, errors: &Errors) -> Result<Option<Ident>> {
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
        true => match value(input, &key) {
            Ok(Value::Literal(Lit::Str(text))) => Some(text),
            _ => return Err(Error::new(key.span(), EXTENSION)),
        },
        false if input.is_empty() || input.peek(Token![,]) => None,
        false => return Err(Error::new(key.span(), EXTENSION)),
    };
    keys.extension.set(&key, name, errors);
    Ok(None)
}

/// `expr { arms }` after `match`.
fn read_match(input: ParseStream, key: &Ident, errors: &Errors) -> Result<Match> {
    let scrutinee = scrutinee(input);
    if scrutinee.is_empty() || input.is_empty() {
        return Err(Error::new(key.span(), format!("`match` is written `{}`", form(key))));
    }
    check_words(&scrutinee, &format!("`{}`", form(key)))?;
    let TokenTree::Group(body) = input.parse::<TokenTree>()? else {
        return Err(needs_value(key));
    };
    let mut arms = Vec::new();
    let mut broken = false;
    let read = |input: ParseStream| {
        while !input.is_empty() {
            let mut whole = true;
            match arm(input, errors) {
                Ok(arm) => {
                    whole = !arm.keys.broken;
                    arms.push(arm);
                }
                Err(error) => {
                    broken = true;
                    errors.push(error);
                    let _ = until(input, End::Comma);
                }
            }
            let comma = input.parse::<Option<Token![,]>>()?;
            if let (None, true, Some((token, _))) = (comma, whole, input.cursor().token_tree()) {
                errors.at(token_span(&token), missing_comma_before(&token));
            }
        }
        Ok(())
    };
    read.parse2(body.stream())?;
    Ok(Match { scrutinee, arms, broken })
}

/// A mistake, if two words stand side by side that nothing joins.
fn check_words(tokens: &TokenStream, form: &str) -> Result<()> {
    let Some(token) = missing_comma(tokens) else { return Ok(()) };
    let shown = quoted(&token);
    let message = format!("{shown} cannot follow what stands before it: write {form}");
    Err(Error::new(token_span(&token), message))
}

const ARM: &str = "`pattern => 404` or `pattern => (404, …)`";

/// `pattern if guard => outcome`.
fn arm(input: ParseStream, errors: &Errors) -> Result<Arm> {
    let span = input.span();
    let attributes = Attribute::parse_outer(input)
        .map_err(|_| Error::new(span, "an attribute of an arm is written `#[cfg(unix)]`"))?;
    let span = input.span();
    let wrong = |what| Err(Error::new(span, format!("{what}: write {ARM}")));
    let pattern = until(input, End::Guard);
    if pattern.is_empty() {
        return wrong("this arm has no pattern");
    }
    let guard = input.parse::<Option<Token![if]>>()?.map(|_| until(input, End::Arrow));
    if guard.as_ref().is_some_and(TokenStream::is_empty) {
        return wrong("this arm has no condition after `if`");
    }
    check_words(&pattern, ARM)?;
    check_words(guard.as_ref().unwrap_or(&pattern), ARM)?;
    if input.parse::<Option<Token![=>]>>()?.is_none() || input.is_empty() || input.peek(Token![,]) {
        return wrong("this arm has no outcome");
    }
    let mut keys = Keys::default();
    if input.peek(token::Brace) {
        let message =
            "an outcome of several keys stands in parentheses: write `(409, code = \"…\")`";
        errors.push(input.error(message));
        keys.broken = true;
        let _: TokenTree = input.parse()?;
    } else if let Some((inside, ..)) = input.cursor().group(Delimiter::Parenthesis) {
        read_list(inside.token_stream(), Place::Arm, &mut keys, errors);
        let _: TokenTree = input.parse()?;
    } else if let Err(error) = item(input, Place::Arm, &mut keys, errors) {
        keys.broken = true;
        errors.push(error);
        let _ = until(input, End::Comma);
    }
    Ok(Arm {
        attributes: attributes.iter().map(ToTokens::to_token_stream).collect(),
        pattern,
        guard,
        keys,
    })
}
