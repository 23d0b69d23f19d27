//! The values of the keys: what stands behind `=` or between the parentheses.

use std::fmt::Write as _;

use httperr_registry::uri::{check_reference, Malformed, Part};
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Error, Lit, LitStr, Result, Token};

use crate::diagnostics::errors::Errors;
use crate::diagnostics::suggest;
use crate::syntax::ast::{Code, Codes, Extension, Log, StatusKey, Value, CASES, LEVELS};
use crate::syntax::key::{form, needs_value, twice};
use crate::syntax::tokens::{missing_comma, shown, ungroup, until, End};
use crate::syntax::{body_template, limits, status_code};

/// A token as a message names it.
pub(crate) fn quoted(token: &TokenTree) -> String {
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

/// The place of a token; of a group, of its opening delimiter.
pub(crate) fn token_span(token: &TokenTree) -> Span {
    match token {
        TokenTree::Group(group) if group.delimiter() != Delimiter::None => group.span_open(),
        token => token.span(),
    }
}

pub(crate) fn missing_comma_before(token: &TokenTree) -> String {
    format!("a comma is missing before {}", quoted(token))
}

/// A mistake, if something stands for the comma behind a value, or for the sign before it.
pub(crate) fn check_separators(tokens: &TokenStream) -> Result<()> {
    for (at, token) in tokens.clone().into_iter().enumerate() {
        let TokenTree::Punct(sign) = &token else { continue };
        let message = match (sign.as_char(), at) {
            (';', _) => "write `,` in place of `;`",
            ('>', 0) => "write `=` in place of `=>`",
            _ => continue,
        };
        return Err(Error::new(sign.span(), message));
    }
    Ok(())
}

/// A mistake, if a comma seems to be missing within a value, or if it is a field as thiserror
/// writes one.
fn check_value(tokens: &TokenStream) -> Result<()> {
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
    let message = format!("a field is in scope by its name: write `{name}`");
    Err(Error::new_spanned(tokens, message))
}

/// `= value`, up to the next comma.
pub(crate) fn value(input: ParseStream, key: &Ident) -> Result<Value> {
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(needs_value(key));
    }
    rest(input)?.ok_or_else(|| needs_value(key))
}

/// What stands up to the next comma: a literal, or an expression as raw tokens.
pub(crate) fn rest(input: ParseStream) -> Result<Option<Value>> {
    let tokens = until(input, End::Comma);
    check_value(&tokens)?;
    if tokens.is_empty() {
        return Ok(None);
    }
    let inside = ungroup(&tokens).unwrap_or_else(|| tokens.clone());
    // `-5` is two tokens, and an expression.
    let literal = match inside.clone().into_iter().nth(1) {
        None => syn::parse2::<Lit>(inside).ok(),
        Some(_) => None,
    };
    Ok(Some(literal.map_or(Value::Expression(tokens), Value::Literal)))
}

/// `= "text"`.
pub(crate) fn string(input: ParseStream, key: &Ident) -> Result<LitStr> {
    match value(input, key)? {
        Value::Literal(Lit::Str(text)) => Ok(text),
        other => Err(takes(key, "a string", &other)),
    }
}

/// `= "text"` with something in it.
pub(crate) fn some_text(input: ParseStream, key: &Ident) -> Result<LitStr> {
    let text = string(input, key)?;
    match text.value().trim().is_empty() {
        true => Err(empty(key, text.span())),
        false => Ok(text),
    }
}

fn empty(key: &Ident, span: Span) -> Error {
    Error::new(span, format!("`{key}` is empty: write `{}`", form(key)))
}

fn takes(key: &Ident, what: &str, given: &Value) -> Error {
    let given = given.tokens();
    let message = format!("`{key}` takes {what}, not `{}`: write `{}`", shown(&given), form(key));
    Error::new_spanned(given, message)
}

/// `= "URI reference"` (RFC 3986).
pub(crate) fn uri(input: ParseStream, key: &Ident) -> Result<LitStr> {
    let text = string(input, key)?;
    let value = text.value();
    if value.is_empty() {
        return Err(empty(key, text.span()));
    }
    match check_reference(&value) {
        Ok(()) => Ok(text),
        Err(malformed) => {
            let message = format!(
                "`{key}` takes a URI reference, and {malformed}: write {}",
                in_place_of(malformed)
            );
            Err(Error::new(text.span(), message))
        }
    }
}

/// `= "code"` or `= 1004`.
pub(crate) fn code(input: ParseStream, key: &Ident) -> Result<Code> {
    match value(input, key)? {
        Value::Literal(Lit::Str(text)) => match text.value() {
            value if value.is_empty() => Err(empty(key, text.span())),
            value => {
                limits::check_code(&value, text.span())?;
                Ok(Code { text: value, number: false })
            }
        },
        Value::Literal(Lit::Int(number)) if number.suffix().is_empty() => {
            let text = number.base10_digits().to_owned();
            match text.parse::<u64>() {
                Ok(_) => Ok(Code { text, number: true }),
                Err(_) => Err(Error::new(number.span(), body_template::too_large(&text))),
            }
        }
        other => {
            // `-5`
            let text = other.tokens().to_string().replace(' ', "");
            match text.parse::<i64>() {
                Ok(_) => Ok(Code { text, number: true }),
                Err(_) => Err(takes(key, "a string or an integer", &other)),
            }
        }
    }
}

/// `= 404`, `= NOT_FOUND`, or `= expr` over the fields.
pub(crate) fn status_value(input: ParseStream, key: &Ident) -> Result<StatusKey> {
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(needs_value(key));
    }
    let tokens = until(input, End::Comma);
    check_value(&tokens)?;
    if tokens.is_empty() {
        return Err(needs_value(key));
    }
    let list: Vec<TokenTree> =
        ungroup(&tokens).unwrap_or_else(|| tokens.clone()).into_iter().collect();
    match &list[..] {
        [token @ TokenTree::Literal(_)] => {
            let text = token.to_string();
            let index = text.len() < 3 && text.parse::<u8>().is_ok();
            status_code::from_token(token).map(StatusKey::Fixed).map_err(|error| match index {
                true => Error::new(token.span(), format!("{error}; for a field write `_{text}`")),
                false => error,
            })
        }
        [TokenTree::Ident(word)] => match status_code::name(word) {
            Ok(status) => Ok(StatusKey::Fixed(status)),
            Err(error) => {
                let text = word.to_string();
                // What is near a registered name is a misspelling of it, but for a field of the
                // user's, whose name begins in lower case.
                let upper = text.starts_with(char::is_uppercase);
                match upper && status_code::near_name(&text).is_some() {
                    true => Err(error),
                    false => Ok(StatusKey::RunTime(tokens)),
                }
            }
        },
        list => match status_code::constant(list) {
            Some(status) => status.map(|(status, is_path)| match is_path {
                true => StatusKey::Constant(status, tokens),
                false => StatusKey::Fixed(status),
            }),
            None => Ok(StatusKey::RunTime(tokens)),
        },
    }
}

/// `(…)` after a key.
pub(crate) fn group(input: ParseStream, key: &Ident) -> Result<TokenStream> {
    match input.cursor().group(Delimiter::Parenthesis) {
        Some((inside, ..)) if !inside.eof() => {
            let TokenTree::Group(group) = input.parse::<TokenTree>()? else {
                return Err(needs_value(key));
            };
            Ok(group.stream())
        }
        Some(_) => {
            let _: TokenTree = input.parse()?;
            Err(Error::new(key.span(), format!("`{key}()` says nothing: write `{}`", form(key))))
        }
        None => Err(Error::new(key.span(), format!("`{key}` is written `{}`", form(key)))),
    }
}

pub(crate) const NO_ITEM: &str = "nothing stands before this comma: remove it";

/// `(word, word)` after a key.
pub(crate) fn words(
    input: ParseStream,
    key: &Ident,
    errors: &Errors,
    mut each: impl FnMut(Ident),
) -> Result<()> {
    let list = group(input, key)?;
    let parser = |input: ParseStream| {
        while !input.is_empty() {
            let tokens = until(input, End::Comma);
            let mut list = tokens.clone().into_iter();
            match (list.next(), list.next()) {
                (Some(TokenTree::Ident(word)), None) => each(word),
                (None, _) => errors.push(input.error(NO_ITEM)),
                _ => errors.push(check_value(&tokens).err().unwrap_or_else(|| {
                    let message = format!(
                        "`{key}` takes words, not `{}`: write `{}`",
                        shown(&tokens),
                        form(key)
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

/// `(name = value, name = value)` after a key, each read by `one`.
pub(crate) fn pairs<T>(
    input: ParseStream,
    key: &Ident,
    one: impl Fn(ParseStream, &Ident) -> Result<T>,
    errors: &Errors,
) -> Result<Vec<T>> {
    list(group(input, key)?, errors, |input| one(input, key))
}

/// What stands between commas. What is wrong in one is noted, and the next read all the same.
pub(crate) fn list<T>(
    tokens: TokenStream,
    errors: &Errors,
    mut one: impl FnMut(ParseStream) -> Result<T>,
) -> Result<Vec<T>> {
    let parser = |input: ParseStream| {
        let mut read = Vec::new();
        while !input.is_empty() {
            if input.peek(Token![,]) {
                errors.push(input.error(NO_ITEM));
            } else {
                match one(input) {
                    Ok(value) => read.push(value),
                    Err(error) => {
                        errors.push(error);
                        let _ = until(input, End::Comma);
                    }
                }
            }
            let _ = input.parse::<Option<Token![,]>>();
        }
        Ok(read)
    };
    parser.parse2(tokens)
}

/// `name = expr` of `extension(…)`.
pub(crate) fn extension(input: ParseStream, key: &Ident) -> Result<Extension> {
    let span = input.span();
    let shape = |span| Error::new(span, format!("an extension member is written `{}`", form(key)));
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
        return Err(shape(span));
    };
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(shape(span));
    }
    let value = rest(input)?.ok_or_else(|| shape(span))?;
    Ok(Extension { name, span, value: value.tokens() })
}

/// `= warn` or `= "warn"`.
pub(crate) fn log(input: ParseStream, key: &Ident) -> Result<Log> {
    let given = value(input, key)?;
    let text = match &given {
        Value::Literal(Lit::Str(text)) => text.value(),
        other => shown(&other.tokens()),
    };
    let names: Vec<&str> = LEVELS.iter().map(|level| level.name).collect();
    LEVELS.iter().find(|level| level.name == text).copied().ok_or_else(|| {
        // `Level::WARN` is `warn`.
        let last = text.rsplit("::").next().unwrap_or_default().to_lowercase();
        let instead = suggest::instead(&last, &names);
        Error::new_spanned(given.tokens(), format!("no log level is named `{text}`: {instead}"))
    })
}

/// `(rename_all = "…", prefix = "…")`.
pub(crate) fn codes(input: ParseStream, key: &Ident, errors: &Errors) -> Result<Codes> {
    let pair = |input: ParseStream, key: &Ident| {
        if !input.peek(Ident::peek_any) {
            let message = format!("`codes` is written `{}`", form(key));
            return Err(input.error(message));
        }
        let name = input.call(Ident::parse_any)?;
        let text = name.to_string();
        if text != "rename_all" && text != "prefix" {
            let instead = match text.as_str() {
                "case" | "rename" => "did you mean `rename_all`?".to_owned(),
                _ => suggest::instead(&text, &["rename_all", "prefix"]),
            };
            return Err(Error::new(name.span(), format!("`codes` has no key `{text}`: {instead}")));
        }
        match value(input, key) {
            Ok(Value::Literal(Lit::Str(text))) => Ok((name, text)),
            _ => {
                let message = format!("`{name}` takes a string: write `{}`", form(key));
                Err(Error::new(name.span(), message))
            }
        }
    };
    let mut codes = Codes::default();
    let mut seen = Vec::new();
    for (name, text) in pairs(input, key, pair, errors)? {
        if seen.contains(&name) {
            errors.at(name.span(), twice(&format!("`{name}`")));
            continue;
        }
        let is_prefix = name == "prefix";
        seen.push(name);
        if is_prefix {
            codes.prefix = text.value();
            continue;
        }
        let value = text.value();
        codes.case = CASES.iter().find(|case| case.name == value);
        if codes.case.is_none() {
            let names: Vec<&str> = CASES.iter().map(|case| case.name).collect();
            errors.at(
                text.span(),
                format!("no case is named `{value}`: {}", suggest::instead(&value, &names)),
            );
        }
    }
    Ok(codes)
}

/// What to write where a URI reference is malformed.
fn in_place_of(malformed: Malformed) -> String {
    match malformed {
        Malformed::Char(Part::Port, _) => "digits".to_owned(),
        Malformed::Char(_, char) => {
            let mut bytes = [0; 4];
            let mut encoded = String::new();
            for byte in char.encode_utf8(&mut bytes).bytes() {
                let _ = write!(encoded, "%{byte:02X}");
            }
            format!("`{encoded}` for it")
        }
        Malformed::Percent => "`%25` for the character itself".to_owned(),
        Malformed::NoScheme | Malformed::Colon(_) => {
            "a scheme such as `https`, or `./` before the path".to_owned()
        }
        Malformed::Address => "an address such as `[2001:db8::1]`".to_owned(),
    }
}
