//! The values of the keys: what stands behind `=` or between the parentheses.

use httperr_registry::FIELDS;
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Error, Lit, LitStr, Path, Result, Token};

use crate::errors::Errors;
use crate::keys::{
    form, needs_value, Code, Codes, Extension, Header, HeaderName, Log, StatusKey, Value, CASES,
    LEVELS,
};
use crate::raw::{ungroup, until, End};
use crate::status;
use crate::suggest::{self, nearest};

/// `= value`, up to the next comma.
pub(crate) fn value(input: ParseStream, key: &Ident) -> Result<Value> {
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(needs_value(key));
    }
    rest(input).ok_or_else(|| needs_value(key))
}

/// What stands up to the next comma: a literal, or an expression as raw tokens.
fn rest(input: ParseStream) -> Option<Value> {
    let tokens = until(input, End::Comma);
    if tokens.is_empty() {
        return None;
    }
    Some(match syn::parse2::<Lit>(tokens.clone()) {
        Ok(literal) => Value::Literal(literal),
        Err(_) => match ungroup(&tokens).and_then(|inside| syn::parse2::<Lit>(inside).ok()) {
            Some(literal) => Value::Literal(literal),
            None => Value::Expression(tokens),
        },
    })
}
/// `= "text"`.
pub(crate) fn string(input: ParseStream, key: &Ident) -> Result<LitStr> {
    match value(input, key)? {
        Value::Literal(Lit::Str(text)) => Ok(text),
        other => Err(takes(key, "a string", &other)),
    }
}

fn takes(key: &Ident, what: &str, given: &Value) -> Error {
    Error::new_spanned(
        given.tokens(),
        format!("`{key}` takes {what}, not `{}`: write `{}`", given.tokens(), form(key)),
    )
}

/// `= "URI reference"` (RFC 3986).
pub(crate) fn uri(input: ParseStream, key: &Ident) -> Result<LitStr> {
    let text = string(input, key)?;
    let value = text.value();
    let bad = value.chars().find(|char| {
        !char.is_ascii()
            || char.is_ascii_control()
            || matches!(char, ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
    });
    if let Some(bad) = bad {
        return Err(Error::new(
            text.span(),
            format!(
                "{bad:?} cannot stand in a URI (RFC 3986, section 2): write it percent-encoded"
            ),
        ));
    }
    if value.is_empty() {
        return Err(Error::new(text.span(), format!("`{key}` is empty: write `{}`", form(key))));
    }
    Ok(text)
}

/// `= "code"` or `= 1004`.
pub(crate) fn code(input: ParseStream, key: &Ident) -> Result<Code> {
    match value(input, key)? {
        Value::Literal(Lit::Str(text)) if !text.value().is_empty() => {
            Ok(Code { text: text.value(), number: false })
        }
        Value::Literal(Lit::Int(number)) if number.suffix().is_empty() => {
            Ok(Code { text: number.base10_digits().to_owned(), number: true })
        }
        other => Err(takes(key, "a string or an integer", &other)),
    }
}

/// `= 404`, `= NOT_FOUND`, or `= expr` over the fields.
pub(crate) fn status_value(input: ParseStream, key: &Ident) -> Result<StatusKey> {
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(needs_value(key));
    }
    let tokens = until(input, End::Comma);
    if tokens.is_empty() {
        return Err(needs_value(key));
    }
    let mut list = ungroup(&tokens).unwrap_or_else(|| tokens.clone()).into_iter();
    match (list.next(), list.next(), list.next()) {
        (Some(token @ TokenTree::Literal(_)), None, _) => {
            status::from_token(&token).map(StatusKey::Fixed)
        }
        (Some(TokenTree::Punct(minus)), Some(TokenTree::Literal(_)), None)
            if minus.as_char() == '-' =>
        {
            let parser = |input: ParseStream| status::parse(input);
            parser.parse2(tokens).map(StatusKey::Fixed)
        }
        (Some(TokenTree::Ident(word)), None, _) => match status::name(&word) {
            Ok(status) => Ok(StatusKey::Fixed(status)),
            Err(error) => {
                let text = word.to_string();
                // A name in UPPER_SNAKE that is near a registered one is a misspelling; a field
                // or a constant of the user's is not.
                let upper = !text.chars().any(char::is_lowercase);
                match upper && status::near_name(&text).is_some() {
                    true => Err(error),
                    false => Ok(StatusKey::RunTime(tokens)),
                }
            }
        },
        _ => Ok(StatusKey::RunTime(tokens)),
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

/// `(word, word)` after a key.
pub(crate) fn words(input: ParseStream, key: &Ident, mut each: impl FnMut(Ident)) -> Result<()> {
    let list = group(input, key)?;
    let parser = |input: ParseStream| {
        while !input.is_empty() {
            if !input.peek(Ident::peek_any) {
                return Err(input.error(format!("`{key}` takes words: write `{}`", form(key))));
            }
            each(input.call(Ident::parse_any)?);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
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
    let list = group(input, key)?;
    let parser = |input: ParseStream| {
        let mut read = Vec::new();
        while !input.is_empty() {
            match one(input, key) {
                Ok(pair) => read.push(pair),
                Err(error) => {
                    errors.push(error);
                    let _ = until(input, End::Comma);
                }
            }
            let _ = input.parse::<Option<Token![,]>>();
        }
        Ok(read)
    };
    parser.parse2(list)
}

/// `NAME = value` of `header(…)`.
pub(crate) fn header(input: ParseStream, key: &Ident) -> Result<Header> {
    let shape =
        "`header` is written `header(ALLOW = \"GET, HEAD\")`: a constant of `http::header`, \
                 a path to a `HeaderName` of your own, or a string, then `=` and the value";
    let span = input.span();
    let name = if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        HeaderName::Known(field_name(&text)?)
    } else if input.peek(Ident::peek_any) || input.peek(Token![::]) {
        let path = Path::parse_mod_style(input)?;
        let registered =
            path.segments.iter().rev().take(2).map(|segment| segment.ident.to_string());
        match (path.get_ident(), &registered.collect::<Vec<_>>()[..]) {
            (Some(constant), _) => HeaderName::Known(field_constant(constant)?),
            (None, [constant, module]) if module == "header" => {
                match FIELDS.iter().find(|row| row.constant == constant) {
                    Some(row) => HeaderName::Known(row.name.to_owned()),
                    None => HeaderName::Path(path.into_token_stream()),
                }
            }
            _ => HeaderName::Path(path.into_token_stream()),
        }
    } else {
        return Err(Error::new(span, shape));
    };
    if !input.peek(Token![=]) {
        return Err(Error::new(span, shape));
    }
    let value = value(input, key)?;
    if let Value::Literal(literal) = &value {
        check_header_value(name.known().unwrap_or("this header"), literal)?;
    }
    Ok(Header { name, span, value })
}

/// The name on the wire that a constant of `http::header` stands for.
fn field_constant(constant: &Ident) -> Result<String> {
    let text = constant.to_string();
    if let Some(row) = FIELDS.iter().find(|row| row.constant == text) {
        return Ok(row.name.to_owned());
    }
    let upper = text.to_uppercase();
    let instead = match nearest(&upper, FIELDS.iter().map(|row| row.constant)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!(
            "write the name as a string, `\"{}\"`, or the path to a constant of your own, \
             `self::{text}`",
            text.to_lowercase().replace('_', "-")
        ),
    };
    Err(Error::new(constant.span(), format!("`http::header` has no constant `{text}`: {instead}")))
}

/// A field name from a string, in lower case (RFC 9110, section 5.1).
fn field_name(text: &LitStr) -> Result<String> {
    let name = text.value();
    let bad = name
        .chars()
        .find(|char| !char.is_ascii_alphanumeric() && !"!#$%&'*+-.^_`|~".contains(*char));
    match bad {
        Some(bad) => Err(Error::new(
            text.span(),
            format!(
                "{bad:?} cannot stand in the name of a header (RFC 9110, section 5.6.2): letters, \
                 digits and `-` can"
            ),
        )),
        None if name.is_empty() => Err(Error::new(
            text.span(),
            "the name of a header is empty (RFC 9110, section 5.1): write one such as `\"x-region\"`",
        )),
        None => Ok(name.to_ascii_lowercase()),
    }
}

/// The text of a header's literal value.
pub(crate) fn header_text(literal: &Lit) -> Option<String> {
    match literal {
        Lit::Str(text) => Some(text.value()),
        Lit::Int(number) => Some(number.base10_digits().to_owned()),
        Lit::Float(number) => Some(number.base10_digits().to_owned()),
        Lit::Bool(value) => Some(value.value.to_string()),
        Lit::Char(value) => Some(value.value().to_string()),
        _ => None,
    }
}

/// A literal value that can stand in a header (RFC 9110, section 5.5).
fn check_header_value(name: &str, literal: &Lit) -> Result<()> {
    let Some(text) = header_text(literal) else {
        return Err(Error::new(
            literal.span(),
            format!("a header's value is text: write `\"…\"` for `{}`", literal.to_token_stream()),
        ));
    };
    if let Some(bad) = text.chars().find(|char| *char != '\t' && !matches!(char, ' '..='~')) {
        return Err(Error::new(
            literal.span(),
            format!(
                "{bad:?} cannot stand in the value of {name} (RFC 9110, section 5.5): only \
                 visible ASCII, space and tab can"
            ),
        ));
    }
    if text != text.trim() {
        return Err(Error::new(
            literal.span(),
            format!(
                "the value of {name} has white space at an end, which is not part of a value \
                 (RFC 9110, section 5.5): write `{:?}`",
                text.trim()
            ),
        ));
    }
    Ok(())
}

/// `name = expr` of `extension(…)`.
pub(crate) fn extension(input: ParseStream, key: &Ident) -> Result<Extension> {
    let span = input.span();
    let name = if input.peek(LitStr) {
        input.parse::<LitStr>()?.value()
    } else if input.peek(Ident::peek_any) {
        input.call(Ident::parse_any)?.unraw().to_string()
    } else {
        return Err(Error::new(span, format!("`extension` is written `{}`", form(key))));
    };
    Ok(Extension { name, span, value: value(input, key)?.tokens() })
}

/// `= warn` or `= "warn"`.
pub(crate) fn log(input: ParseStream, key: &Ident) -> Result<Log> {
    let given = value(input, key)?;
    let text = match &given {
        Value::Literal(Lit::Str(text)) => text.value(),
        other => other.tokens().to_string(),
    };
    let names: Vec<&str> = LEVELS.iter().map(|level| level.name).collect();
    LEVELS.iter().find(|level| level.name == text).copied().ok_or_else(|| {
        Error::new_spanned(
            given.tokens(),
            format!("no log level is named `{text}`: {}", suggest::instead(&text, &names)),
        )
    })
}

/// `(case = "…", prefix = "…")`.
pub(crate) fn codes(input: ParseStream, key: &Ident, errors: &Errors) -> Result<Codes> {
    let pair = |input: ParseStream, key: &Ident| {
        let name = input.call(Ident::parse_any)?;
        let text = name.to_string();
        if text != "case" && text != "prefix" {
            let instead = suggest::instead(&text, &["case", "prefix"]);
            return Err(Error::new(name.span(), format!("`codes` has no key `{text}`: {instead}")));
        }
        input.parse::<Token![=]>().map_err(|_| needs_value_of(&name, key))?;
        Ok((text, input.parse::<LitStr>().map_err(|_| needs_value_of(&name, key))?))
    };
    let mut codes = Codes::default();
    for (name, text) in pairs(input, key, pair, errors)? {
        if name == "prefix" {
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

fn needs_value_of(name: &Ident, key: &Ident) -> Error {
    Error::new(name.span(), format!("`{name}` takes a string: write `{}`", form(key)))
}
