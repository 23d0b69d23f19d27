//! `status = …`: `404`, `NOT_FOUND`, a constant with a known value, or an expression over the fields.

use httperr_registry::by_name;
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Error, Expr, Result, Token};

use crate::casing::upper_snake;
use crate::syntax::ast::StatusExpr;
use crate::syntax::key::{Key, SpannedKey};
use crate::syntax::status_code::{self, from_name, from_token, near_name, negative, Status};
use crate::syntax::tokens::{display_tokens, take_until, ungroup, Stop};
use crate::syntax::value::check_value;

pub(crate) fn parse(input: ParseStream, key: SpannedKey) -> Result<StatusExpr> {
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(key.missing_value());
    }
    let tokens = take_until(input, Stop::Comma);
    check_value(&tokens)?;
    if tokens.is_empty() {
        return Err(key.missing_value());
    }
    if let Some((span, status)) = status_of_list(&tokens) {
        let instead = match key.key {
            Key::Default => format!("default({status}, …)"),
            _ => format!("status = {status}, …"),
        };
        let message = format!("expected a status after `{key} =`, found a list: write `{instead}`");
        return Err(Error::new(span, message));
    }
    let list: Vec<TokenTree> =
        ungroup(&tokens).unwrap_or_else(|| tokens.clone()).into_iter().collect();
    match &list[..] {
        [token @ TokenTree::Literal(_)] => {
            let text = token.to_string();
            let is_index = text.len() < 3 && text.parse::<u8>().is_ok();
            from_token(token).map(StatusExpr::Fixed).map_err(|error| match is_index {
                true => Error::new(token.span(), format!("{error}; for the field write `_{text}`")),
                false => error,
            })
        }
        [TokenTree::Ident(ident)] => match from_name(ident) {
            Ok(status) => Ok(StatusExpr::Fixed(status)),
            Err(error) => {
                // A field, whose name begins in lower case, may be near a registered name.
                let text = ident.to_string();
                match text.starts_with(char::is_uppercase) && near_name(&text).is_some() {
                    true => Err(error),
                    false => Ok(StatusExpr::RunTime(tokens)),
                }
            }
        },
        list => match known_value(list) {
            Some(status) => status.map(|(status, is_path)| match is_path {
                true => StatusExpr::Constant(status, tokens),
                false => StatusExpr::Fixed(status),
            }),
            None => Ok(StatusExpr::RunTime(tokens)),
        },
    }
}

/// Returns the first element of a list such as `(404, mask)`, which is meant as a list of keys.
fn status_of_list(tokens: &TokenStream) -> Option<(Span, TokenTree)> {
    let mut tokens = tokens.clone().into_iter();
    let (Some(TokenTree::Group(list)), None) = (tokens.next(), tokens.next()) else { return None };
    let mut elements = list.stream().into_iter();
    let (Some(status), Some(comma)) = (elements.next(), elements.next()) else { return None };
    let is_list = list.delimiter() == Delimiter::Parenthesis
        && matches!(status, TokenTree::Literal(_) | TokenTree::Ident(_))
        && is_punct(&comma, ',');
    is_list.then(|| (list.span(), status))
}

/// Returns the status of a constant expression, which is checked like a literal: `(404)`,
/// `404 as u16`, `StatusCode::GONE`, `StatusCode::from_u16(404).unwrap()`, `status!(404)`. The flag
/// is set if the expression names an item of the user. Returns `None` if the value is not known.
fn known_value(list: &[TokenTree]) -> Option<Result<(Status, bool)>> {
    let list = strip_wrappers(list);
    match &list[..] {
        [token @ TokenTree::Literal(_)] => {
            return Some(from_token(token).map(|status| (status, false)));
        }
        [TokenTree::Ident(name)] => {
            return from_name(name).ok().map(|status| Ok((status, false)));
        }
        [minus @ TokenTree::Punct(punct), TokenTree::Literal(number)] if punct.as_char() == '-' => {
            return Some(Err(negative(minus.to_token_stream(), number.clone())));
        }
        [code @ .., TokenTree::Ident(keyword), TokenTree::Ident(ty)] if keyword == "as" => {
            if let Some(status) = known_value(code) {
                return Some(status.and_then(|(status, is_path)| match ty == "u16" {
                    true => Ok((status, is_path)),
                    false => Err(calculated_error(&list, Some(status.code))),
                }));
            }
        }
        _ => {}
    }
    let tokens = || list.iter().cloned().collect::<TokenStream>();
    if let Some(status) = named_constant(&list) {
        return Some(status.map(|status| (status, true)));
    }
    // rustc reports what is not an expression.
    let is_calculated = is_calculated(tokens()) && syn::parse2::<Expr>(tokens()).is_ok();
    is_calculated.then(|| Err(calculated_error(&list, None)))
}

fn strip_wrappers(list: &[TokenTree]) -> Vec<TokenTree> {
    match list {
        [TokenTree::Group(group)] if group.delimiter() != Delimiter::Bracket => {
            strip_wrappers(&group.stream().into_iter().collect::<Vec<_>>())
        }
        [TokenTree::Punct(and), rest @ ..] if and.as_char() == '&' => strip_wrappers(rest),
        [TokenTree::Ident(keyword), block @ TokenTree::Group(_)] if keyword == "const" => {
            strip_wrappers(std::slice::from_ref(block))
        }
        list => list.to_vec(),
    }
}

fn named_constant(list: &[TokenTree]) -> Option<Result<Status>> {
    let end = list
        .iter()
        .position(|token| !matches!(token, TokenTree::Ident(_)) && !is_punct(token, ':'))
        .unwrap_or(list.len());
    let (path, rest) = list.split_at(end);
    let mut segments = path.iter().rev().filter_map(|token| match token {
        TokenTree::Ident(segment) => Some(segment),
        _ => None,
    });
    let name = segments.next()?;
    if let ([bang, TokenTree::Group(group)], "status") = (rest, name.to_string().as_str()) {
        // The macro reports errors after the code.
        let status = |input: ParseStream| {
            let status = status_code::parse(input)?;
            input.parse::<TokenStream>().map(|_| status)
        };
        return is_punct(bang, '!').then(|| status.parse2(group.stream()).ok()).flatten().map(Ok);
    }
    let ty = segments.next()?.to_string();
    match (ty.as_str(), rest) {
        ("StatusCode", []) => from_name(name).ok().map(Ok),
        ("Status", []) => {
            let row = by_name(&upper_snake(&name.to_string()))?;
            Some(Ok(Status::new(row.code, name.span())))
        }
        ("Status", [TokenTree::Group(group)]) if name == "new" => literal_argument(group),
        ("StatusCode", [TokenTree::Group(group), dot, TokenTree::Ident(method), _])
            if name == "from_u16"
                && is_punct(dot, '.')
                && (method == "unwrap" || method == "expect") =>
        {
            literal_argument(group)
        }
        _ => None,
    }
}

fn is_punct(token: &TokenTree, char: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == char)
}

fn literal_argument(group: &Group) -> Option<Result<Status>> {
    let mut tokens = group.stream().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(token @ TokenTree::Literal(_)), None) => Some(from_token(&token)),
        _ => None,
    }
}

fn is_calculated(tokens: TokenStream) -> bool {
    const NAMES: [&str; 13] = [
        "as", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128",
        "isize",
    ];
    !tokens.is_empty()
        && tokens.into_iter().all(|token| match token {
            TokenTree::Ident(ident) => NAMES.iter().any(|name| ident == name),
            TokenTree::Group(group) => is_calculated(group.stream()),
            TokenTree::Literal(_) | TokenTree::Punct(_) => true,
        })
}

fn calculated_error(list: &[TokenTree], code: Option<u16>) -> Error {
    let tokens: TokenStream = list.iter().cloned().collect();
    let instead = match code {
        Some(code) => format!("write `{code}`"),
        None => "write the code itself, such as `404`; to choose between several write `match \
                 field { pattern => 404, _ => 410 }`"
            .to_owned(),
    };
    let message = format!(
        "the value of `{}` is not checked as a status code, because it is calculated: {instead}",
        display_tokens(&tokens)
    );
    Error::new_spanned(tokens, message)
}
