//! The JSON template of a body: `body = { "error": { "code": code, "message": detail } }`.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::{Error, Lit, LitStr, Result, Token};

use crate::diagnostics::errors::Errors;
use crate::diagnostics::suggest;
use crate::syntax::ast::Shape;
use crate::syntax::key::{needs_value, twice};
use crate::syntax::tokens::{shown, ungroup, until, End};
use crate::syntax::value::{check_separators, list, missing_comma_before, quoted, token_span};

/// A JSON value with places for what an error holds.
#[derive(Clone)]
pub(crate) enum Node {
    Object(Vec<Member>),
    Array(Vec<Node>),
    /// A JSON literal.
    Constant(String),
    /// A word: a part of the answer, or a field.
    Word(Ident),
    /// `(expr)`
    Expression(TokenStream),
}

/// A member of an object.
#[derive(Clone)]
pub(crate) struct Member {
    /// `None` for `..value`, whose members are members here.
    pub(crate) name: Option<String>,
    /// `"name"?:`: left out where there is no value.
    pub(crate) optional: bool,
    pub(crate) value: Node,
}

/// A part of the answer that a template names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Status,
    Code,
    Title,
    Detail,
    Type,
    Instance,
    RequestId,
}

/// The words of a template. `request_id` is one unless a field bears that name.
pub(crate) const PARTS: &[(&str, Part)] = &[
    ("status", Part::Status),
    ("code", Part::Code),
    ("title", Part::Title),
    ("detail", Part::Detail),
    ("type", Part::Type),
    ("instance", Part::Instance),
    ("request_id", Part::RequestId),
];

/// What other libraries, or people, call a part.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("message", "detail"),
    ("msg", "detail"),
    ("description", "detail"),
    ("text", "detail"),
    ("reason", "title"),
    ("errcode", "code"),
    ("error_code", "code"),
    ("status_code", "status"),
    ("uri", "type"),
];

/// The words, for a message.
pub(crate) fn words() -> Vec<&'static str> {
    PARTS.iter().map(|(name, _)| *name).collect()
}

pub(crate) fn part(word: &str) -> Option<Part> {
    PARTS.iter().find(|(name, _)| *name == word).map(|(_, part)| *part)
}

/// What a word that names nothing is meant for.
pub(crate) fn meant(word: &str, fields: &[&str]) -> Option<String> {
    let other = OTHER_WORDS.iter().find(|(other, _)| *other == word).map(|(_, part)| *part);
    let known = fields.iter().copied().chain(words());
    suggest::nearest(word, known).or(other).map(str::to_owned)
}

/// The value of `body`.
pub(crate) fn shape(input: ParseStream, key: &Ident, errors: &Errors) -> Result<Shape> {
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(needs_value(key));
    }
    let tokens = until(input, End::Comma);
    let inside = ungroup(&tokens).unwrap_or_else(|| tokens.clone());
    let mut list = inside.clone().into_iter();
    match (list.next(), list.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() != Delimiter::None => {
            node(inside, errors).map(Shape::Template)
        }
        (Some(TokenTree::Ident(word)), None) => match word.to_string().as_str() {
            "problem" => Ok(Shape::Problem),
            "text" => Ok(Shape::Text),
            "empty" => Ok(Shape::Empty),
            other if other.contains('_') && !other.contains(char::is_lowercase) => {
                let message = format!(
                    "`{other}` is written as a constant is, and a body is a type that implements \
                     `BodyFormat`, or a template: write `({other})` for its JSON value"
                );
                Err(Error::new(word.span(), message))
            }
            other if other.starts_with(char::is_uppercase) && !is_shape(other) => {
                Ok(Shape::Type(inside))
            }
            other => {
                let lower = other.to_lowercase();
                let instead = match part(other) {
                    Some(_) => format!("write `text`, or `{{ \"{other}\": {other} }}`"),
                    None if suggest::likely(&lower, SHAPES.iter().copied()).is_some() => {
                        suggest::instead(&lower, SHAPES)
                    }
                    None => format!("write one of {}, or `({other})`", suggest::list(SHAPES)),
                };
                let message = format!("no body is named `{other}`: {instead}");
                Err(Error::new(word.span(), message))
            }
        },
        (Some(TokenTree::Ident(_) | TokenTree::Punct(_)), Some(_)) => {
            match syn::parse2::<syn::Type>(inside.clone()) {
                Ok(syn::Type::Path(_)) => Ok(Shape::Type(inside)),
                _ => Err(Error::new_spanned(inside, NO_SHAPE)),
            }
        }
        (None, _) => Err(needs_value(key)),
        (Some(value @ TokenTree::Literal(_)), None) => {
            let message = format!(
                "a literal is not a body: write `({value})` for this JSON value, or a template such \
                 as `{{ \"code\": code, \"message\": detail }}`"
            );
            Err(Error::new(value.span(), message))
        }
        _ => Err(Error::new_spanned(inside, NO_SHAPE)),
    }
}

/// The bodies that are a word.
const SHAPES: &[&str] = &["problem", "text", "empty"];

fn is_shape(word: &str) -> bool {
    SHAPES.contains(&word.to_lowercase().as_str())
}

const NO_SHAPE: &str = "a body is a JSON template such as `{ \"code\": code, \"message\": detail \
                        }` or `(expr)`, one of `problem`, `text` and `empty`, or a type that \
                        implements `BodyFormat`";

/// A value as JSON, if it is a literal.
pub(crate) fn constant(tokens: &TokenStream) -> Option<String> {
    let tokens = ungroup(tokens).unwrap_or_else(|| tokens.clone());
    let mut list = tokens.into_iter();
    let read = match (list.next(), list.next(), list.next()) {
        (Some(TokenTree::Ident(word)), None, _) if word == "true" || word == "false" => {
            return Some(word.to_string())
        }
        (Some(token @ TokenTree::Literal(_)), None, _) => literal(&token, ""),
        (Some(TokenTree::Punct(sign)), Some(token @ TokenTree::Literal(_)), None)
            if sign.as_char() == '-' =>
        {
            literal(&token, "-")
        }
        _ => return None,
    };
    match read {
        Ok(Node::Constant(json)) => Some(json),
        _ => None,
    }
}

/// Checks the value of an extension member, which may be any expression: what looks like a constant
/// and is not JSON is told here.
pub(crate) fn check_constant(tokens: &TokenStream) -> Result<()> {
    let tokens = ungroup(tokens).unwrap_or_else(|| tokens.clone());
    let mut list = tokens.into_iter();
    let (token, sign) = match (list.next(), list.next(), list.next()) {
        (Some(token @ TokenTree::Literal(_)), None, _) => (token, ""),
        (Some(TokenTree::Punct(sign)), Some(token @ TokenTree::Literal(_)), None)
            if sign.as_char() == '-' =>
        {
            (token, "-")
        }
        _ => return Ok(()),
    };
    let is_wrong = match parsed(&token) {
        Some(Lit::Str(_)) => !sign.is_empty(),
        Some(Lit::Float(number)) => number.base10_parse::<f64>().is_ok_and(f64::is_infinite),
        _ => false,
    };
    match is_wrong {
        true => literal(&token, sign).map(drop),
        false => Ok(()),
    }
}

/// One value.
fn node(tokens: TokenStream, errors: &Errors) -> Result<Node> {
    let tokens = ungroup(&tokens).unwrap_or(tokens);
    let mut list = tokens.clone().into_iter();
    match (list.next(), list.next(), list.next()) {
        (Some(TokenTree::Group(group)), None, _) => match group.delimiter() {
            Delimiter::Brace => object(group.stream(), errors).map(Node::Object),
            Delimiter::Bracket => array(group.stream(), errors).map(Node::Array),
            _ if group.stream().is_empty() => Err(Error::new(
                group.span_open(),
                "nothing stands in these parentheses: write an expression over the fields",
            )),
            _ => Ok(Node::Expression(group.stream())),
        },
        (Some(TokenTree::Ident(word)), None, _) => match word.to_string().as_str() {
            word @ ("true" | "false" | "null") => Ok(Node::Constant(word.to_owned())),
            "None" => Err(Error::new(word.span(), "JSON has no `None`: write `null`")),
            _ => Ok(Node::Word(word)),
        },
        (Some(token @ TokenTree::Literal(_)), None, _) => literal(&token, ""),
        (Some(TokenTree::Punct(sign)), Some(token @ TokenTree::Literal(_)), None)
            if sign.as_char() == '-' =>
        {
            literal(&token, "-")
        }
        (Some(TokenTree::Ident(word)), Some(TokenTree::Punct(sign)), None)
            if sign.as_char() == '?' =>
        {
            let message = format!(
                "a member is left out where there is no value by a `?` behind its name: write \
                 `\"{word}\"?: {word}`"
            );
            Err(Error::new(sign.span(), message))
        }
        _ => {
            let message = format!(
                "in a template an expression stands in parentheses: write `({})`",
                shown(&tokens)
            );
            Err(Error::new_spanned(tokens, message))
        }
    }
}

/// A literal, but for a number of so many digits that no `f64` has them: syn takes a time for it
/// that grows with their square.
fn parsed(token: &TokenTree) -> Option<Lit> {
    let text = token.to_string();
    let is_long = text.len() > 400 && text.starts_with(|first: char| first.is_ascii_digit());
    if is_long {
        return None;
    }
    syn::parse2::<Lit>(token.clone().into()).ok()
}

/// A string, or a number with its sign, as JSON has it.
fn literal(token: &TokenTree, sign: &str) -> Result<Node> {
    let text = match parsed(token) {
        Some(Lit::Str(text)) if sign.is_empty() => crate::json::string(&text.value()),
        Some(Lit::Int(number)) if number.suffix().is_empty() => {
            let digits = number.base10_digits();
            // More is read as infinite, or not at all.
            let fits = match sign {
                "" => digits.parse::<u64>().is_ok(),
                _ => format!("{sign}{digits}").parse::<i64>().is_ok(),
            };
            if !fits {
                return Err(Error::new(token.span(), too_large(&token.to_string())));
            }
            digits.to_owned()
        }
        Some(Lit::Float(number))
            if number.suffix().is_empty()
                && number.base10_parse::<f64>().is_ok_and(f64::is_finite) =>
        {
            json_number(number.base10_digits())
        }
        _ => {
            let whole = token.to_string();
            let mut shown: String = whole.chars().take(60).collect();
            if shown.len() < whole.len() {
                shown.push('…');
            }
            let message =
                format!("`{sign}{shown}` is not JSON: write a string, a number or `null`");
            return Err(Error::new(token.span(), message));
        }
    };
    Ok(Node::Constant(format!("{sign}{text}")))
}

pub(crate) fn too_large(number: &str) -> String {
    format!(
        "`{number}` is more than a JSON number can hold for every client (RFC 8259, section 6): write \
         it as a string"
    )
}

/// A float of Rust's as JSON writes it (RFC 8259, section 6): digits on both sides of the point,
/// no zero before others.
fn json_number(digits: &str) -> String {
    let trimmed = digits.trim_start_matches('0');
    let zero = if trimmed.starts_with(|first: char| first.is_ascii_digit()) { "" } else { "0" };
    let number = format!("{zero}{trimmed}");
    number.strip_suffix('.').map_or(number.clone(), |whole| format!("{whole}.0"))
}

fn array(tokens: TokenStream, errors: &Errors) -> Result<Vec<Node>> {
    let element = |input: ParseStream| node(until(input, End::Comma), errors);
    list(tokens, errors, element)
}

fn object(tokens: TokenStream, errors: &Errors) -> Result<Vec<Member>> {
    let mut names: Vec<String> = Vec::new();
    let read = |input: ParseStream| {
        if let Some(dots) = input.parse::<Option<Token![..]>>()? {
            return spread(input, dots.spans[0], errors);
        }
        let (member, span) = member(input, errors)?;
        if let Some(name) = &member.name {
            if names.contains(name) {
                return Err(Error::new(span, twice(&format!("the member `{name}`"))));
            }
            names.push(name.clone());
        }
        Ok(member)
    };
    list(tokens, errors, read)
}

/// `value` after `..`: a field, or an expression in parentheses.
fn spread(input: ParseStream, dots: Span, errors: &Errors) -> Result<Member> {
    let span = if input.is_empty() { dots } else { input.span() };
    let tokens = until(input, End::Comma);
    let value = match tokens.is_empty() {
        true => None,
        false => Some(node(tokens, errors)?),
    };
    match value {
        Some(value) if value.is_expression() => Ok(Member { name: None, optional: true, value }),
        _ => {
            let message =
                "behind `..` stands a field, or an expression such as `(extra())`, whose \
                           members become members here";
            Err(Error::new(span, message))
        }
    }
}

/// `"name": value` or `"name"?: value`.
fn member(input: ParseStream, errors: &Errors) -> Result<(Member, Span)> {
    let token: TokenTree = input.parse()?;
    let span = token_span(&token);
    let name = match syn::parse2::<LitStr>(token.clone().into()) {
        Ok(name) => name.value(),
        Err(_) => {
            let message = match &token {
                TokenTree::Ident(name) => {
                    format!("a member's name stands in quotes: write `\"{name}\": …`")
                }
                other => format!("{} is no member: write `\"name\": value`", quoted(other)),
            };
            return Err(Error::new(span, message));
        }
    };
    let optional = input.parse::<Option<Token![?]>>()?.is_some();
    if input.parse::<Option<Token![:]>>()?.is_none() {
        let message = match input.peek(Token![=]) || input.peek(Token![=>]) {
            true => format!("write `:` between a member's name and its value: `\"{name}\": …`"),
            false => format!("the member `{name}` has no value: write `\"{name}\": …`"),
        };
        return Err(Error::new(if input.is_empty() { span } else { input.span() }, message));
    }
    let tokens = until(input, End::Comma);
    if tokens.is_empty() {
        let message = format!("the member `{name}` has no value: write `\"{name}\": …`");
        return Err(Error::new(span, message));
    }
    check_separators(&tokens)?;
    if let Some(next) = next_member(&tokens) {
        return Err(Error::new(token_span(&next), missing_comma_before(&next)));
    }
    Ok((Member { name: Some(name), optional, value: node(tokens, errors)? }, span))
}

/// The name of the member that begins within a value: a comma is missing before it.
fn next_member(tokens: &TokenStream) -> Option<TokenTree> {
    let list: Vec<TokenTree> = tokens.clone().into_iter().collect();
    list.windows(2).skip(1).find_map(|pair| match pair {
        [name @ TokenTree::Literal(_), TokenTree::Punct(colon)]
            if matches!(colon.as_char(), ':' | '?') =>
        {
            Some(name.clone())
        }
        _ => None,
    })
}

impl Node {
    /// Whether it is a field or an expression, and no part of the answer.
    fn is_expression(&self) -> bool {
        match self {
            Node::Expression(_) => true,
            Node::Word(word) => part(&word.to_string()).is_none(),
            _ => false,
        }
    }

    /// Returns whether an expression over the fields is in it.
    pub(crate) fn has_expression(&self) -> bool {
        match self {
            Node::Object(members) => members.iter().any(|member| member.value.has_expression()),
            Node::Array(elements) => elements.iter().any(Node::has_expression),
            Node::Expression(_) => true,
            Node::Word(_) | Node::Constant(_) => false,
        }
    }

    /// Returns whether a part of the answer is named in it.
    pub(crate) fn names(&self, wanted: Part) -> bool {
        match self {
            Node::Object(members) => members.iter().any(|member| member.value.names(wanted)),
            Node::Array(elements) => elements.iter().any(|element| element.names(wanted)),
            Node::Word(word) => part(&word.to_string()) == Some(wanted),
            Node::Constant(_) | Node::Expression(_) => false,
        }
    }

    /// Every word and expression in it, put through `change`, which is told whether the value may
    /// be left out.
    pub(crate) fn map(&self, change: &mut impl FnMut(&Node, bool) -> Node) -> Node {
        self.map_value(false, change)
    }

    fn map_value(&self, optional: bool, change: &mut impl FnMut(&Node, bool) -> Node) -> Node {
        match self {
            Node::Object(members) => Node::Object(
                members
                    .iter()
                    .map(|Member { name, optional, value }| Member {
                        name: name.clone(),
                        optional: *optional,
                        value: value.map_value(*optional, change),
                    })
                    .collect(),
            ),
            Node::Array(elements) => {
                let elements = elements.iter().map(|element| element.map_value(false, change));
                Node::Array(elements.collect())
            }
            other => change(other, optional),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::json_number;

    #[test]
    fn a_number_of_many_digits_is_refused_at_once() {
        let digits = "9".repeat(200_000);
        for text in [digits.clone(), format!("{digits}.5")] {
            let token = text.parse::<proc_macro2::Literal>().unwrap().into();
            assert!(super::literal(&token, "").is_err());
        }
    }

    #[test]
    fn a_float_of_rust_is_a_number_of_json() {
        for (rust, json) in [("1.", "1.0"), ("0.5", "0.5"), ("00.5", "0.5"), ("1e3", "1e3")] {
            assert_eq!(json_number(rust), json);
        }
    }
}
