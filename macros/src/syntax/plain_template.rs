//! Templates of objects, strings and names, which most are: read from their tokens, as
//! [`plain_list`](crate::syntax::plain_list) reads lists.

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Literal, TokenTree};

use crate::json;
use crate::syntax::ast::{TemplateMember, TemplateValue};
use crate::syntax::item::is_punct;
use crate::syntax::literal::string_value;

/// Parses `{ "name": value, … }`. Returns `None` for a template with anything else, or with a mistake.
pub(crate) fn parse(token: TokenTree) -> Option<TemplateValue> {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            let mut tokens = group.stream().into_iter();
            let mut members = Vec::new();
            while let Some(token) = tokens.next() {
                let member = member(&token, &mut tokens, &members)?;
                members.push(member);
            }
            Some(TemplateValue::Object(members))
        }
        _ => None,
    }
}

fn member(
    name: &TokenTree,
    tokens: &mut IntoIter,
    before: &[TemplateMember],
) -> Option<TemplateMember> {
    let TokenTree::Literal(name) = name else { return None };
    let name = Some(text(name)?);
    for other in before {
        if other.name == name {
            return None;
        }
    }
    let mut colon = tokens.next()?;
    let optional = is_punct(&colon, '?');
    if optional {
        colon = tokens.next()?;
    }
    if !is_punct(&colon, ':') {
        return None;
    }
    let value = value(tokens.next()?)?;
    if !tokens.next().map_or(true, |comma| is_punct(&comma, ',')) {
        return None;
    }
    Some(TemplateMember { name, optional, value })
}

fn value(token: TokenTree) -> Option<TemplateValue> {
    match token {
        TokenTree::Literal(literal) => {
            Some(TemplateValue::Constant(json::string(&text(&literal)?)))
        }
        TokenTree::Ident(ident) => match ident.to_string().as_str() {
            "None" => None,
            json @ ("true" | "false" | "null") => Some(TemplateValue::Constant(json.to_owned())),
            _ => Some(TemplateValue::Ident(ident)),
        },
        group => parse(group),
    }
}

fn text(literal: &Literal) -> Option<String> {
    // A string with braces may have been meant as a format string.
    string_value(literal).filter(|text| !text.as_bytes().contains(&b'{'))
}
