//! The item under the derive: its name, attributes, variants and fields, and the tokens of its types.
//!
//! rustc has already checked the grammar. A debug build of this crate, which is what users run, took
//! a third of its time to parse the item with syn, so its tokens are walked once and most of them are
//! skipped. Only generics and `#[http(…)]` are parsed by syn.

use std::iter::Peekable;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{Error, Generics, Result};

use crate::syntax::limits::check_numbers;
use crate::syntax::nesting::Nesting;

pub(crate) struct Item {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) generics: Generics,
    pub(crate) body: Body,
}

pub(crate) enum Body {
    Enum(Vec<Variant>),
    Struct(Fields),
    /// With the span of the keyword.
    Union(Span),
}

pub(crate) struct Variant {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) fields: Fields,
}

#[derive(Default)]
pub(crate) struct Fields {
    /// The fields are in braces, not in parentheses.
    pub(crate) named: bool,
    pub(crate) list: Vec<Field>,
}

pub(crate) struct Field {
    pub(crate) attributes: Vec<Attribute>,
    /// `None` in a tuple.
    pub(crate) name: Option<Ident>,
    pub(crate) index: usize,
    pub(crate) ty: TokenStream,
}

impl Field {
    /// Returns the name of the field in expressions: `_0` for the first of a tuple.
    pub(crate) fn binding(&self) -> Ident {
        match &self.name {
            Some(name) => name.clone(),
            None => Ident::new(&self.binding_text(), Span::call_site()),
        }
    }

    fn binding_text(&self) -> String {
        match &self.name {
            Some(name) => name.to_string(),
            None => format!("_{}", self.index),
        }
    }
}

/// An attribute whose name is in [`KNOWN_ATTRS`].
pub(crate) struct Attribute {
    pub(crate) name: &'static str,
    pub(crate) argument: Argument,
    /// The brackets with their content.
    pub(crate) whole: Group,
}

pub(crate) enum Argument {
    None,
    /// `(…)`
    List(Group),
    /// `= …`
    Value(TokenStream),
}

pub(crate) const KNOWN_ATTRS: &[&str] =
    &["http", "error", "doc", "from", "source", "snafu", "allow", "warn", "deny", "forbid"];

type Tokens = Peekable<proc_macro2::token_stream::IntoIter>;

impl Item {
    pub(crate) fn parse(tokens: TokenStream) -> Result<Item> {
        let mut tokens = tokens.into_iter().peekable();
        let attributes = attributes(&mut tokens);
        skip_visibility(&mut tokens, |_| true);
        let (keyword, name) = match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Ident(keyword)), Some(TokenTree::Ident(name))) => (keyword, name),
            (token, _) => return Err(not_an_item(token)),
        };
        let mut rest: Vec<TokenTree> = tokens.collect();
        let has_semicolon = rest.last().is_some_and(|token| is_punct(token, ';'));
        if has_semicolon {
            rest.pop();
        }
        let fields = match rest.last() {
            Some(TokenTree::Group(group))
                if !has_semicolon && group.delimiter() == Delimiter::Brace =>
            {
                rest.pop()
            }
            _ => {
                let start = generics_end(&rest);
                let is_tuple = matches!(rest.get(start), Some(TokenTree::Group(_)));
                is_tuple.then(|| rest.remove(start))
            }
        };
        let body = match (keyword.to_string().as_str(), fields) {
            ("enum", Some(TokenTree::Group(group))) => Body::Enum(variants(&group)?),
            ("struct", Some(TokenTree::Group(group))) => Body::Struct(Fields::parse(&group)?),
            ("struct", None) => Body::Struct(Fields::default()),
            ("union", _) => Body::Union(keyword.span()),
            _ => return Err(not_an_item(Some(keyword.into()))),
        };
        Ok(Item { attributes, name, generics: generics(&rest)?, body })
    }

    pub(crate) fn variants(&self) -> &[Variant] {
        match &self.body {
            Body::Enum(variants) => variants,
            _ => &[],
        }
    }
}

fn not_an_item(token: Option<TokenTree>) -> Error {
    let span = token.map_or_else(Span::call_site, |token| token.span());
    Error::new(span, "an error type is an enum or a struct")
}

fn generics_end(tokens: &[TokenTree]) -> usize {
    let mut nesting = Nesting::of_types();
    tokens
        .iter()
        .position(|token| nesting.pass(token) && !is_punct(token, '>'))
        .unwrap_or(tokens.len())
}

fn generics(tokens: &[TokenTree]) -> Result<Generics> {
    if tokens.is_empty() {
        return Ok(Generics::default());
    }
    let end = generics_end(tokens);
    let (parameters, clause) = tokens.split_at(end);
    let mut generics: Generics = parse_tokens(parameters)?;
    generics.where_clause = parse_tokens(clause)?;
    Ok(generics)
}

fn parse_tokens<T: Parse>(tokens: &[TokenTree]) -> Result<T> {
    let parser = |input: ParseStream| {
        check_numbers(input.cursor())?;
        input.parse()
    };
    parser.parse2(tokens.iter().cloned().collect())
}

fn variants(group: &Group) -> Result<Vec<Variant>> {
    let mut tokens = group.stream().into_iter().peekable();
    let mut variants = Vec::new();
    while tokens.peek().is_some() {
        let attributes = attributes(&mut tokens);
        skip_visibility(&mut tokens, |_| true);
        let name = match tokens.next() {
            Some(TokenTree::Ident(name)) => name,
            token => return Err(not_an_item(token)),
        };
        let fields = match tokens.next_if(|token| matches!(token, TokenTree::Group(_))) {
            Some(TokenTree::Group(group)) => Fields::parse(&group)?,
            _ => Fields::default(),
        };
        // The discriminant.
        skip_expression_and_comma(&mut tokens);
        variants.push(Variant { attributes, name, fields });
    }
    Ok(variants)
}

impl Fields {
    fn parse(group: &Group) -> Result<Fields> {
        let named = group.delimiter() == Delimiter::Brace;
        let mut tokens = group.stream().into_iter().peekable();
        let mut list = Vec::new();
        while tokens.peek().is_some() {
            let attributes = attributes(&mut tokens);
            // `pub (A, B)` is a public tuple, `pub (crate) A` is not.
            skip_visibility(&mut tokens, |group| named || is_restriction(group));
            let name = match named {
                false => None,
                true => match (tokens.next(), tokens.next()) {
                    (Some(TokenTree::Ident(name)), Some(TokenTree::Punct(_))) => Some(name),
                    (token, _) => return Err(not_an_item(token)),
                },
            };
            let ty = take_field_type(&mut tokens);
            list.push(Field { attributes, name, index: list.len(), ty });
        }
        Ok(Fields { named, list })
    }

    pub(crate) fn names(&self) -> Vec<String> {
        let mut names = Vec::with_capacity(self.list.len());
        for field in &self.list {
            names.push(field.binding_text());
        }
        names
    }
}

fn skip_expression_and_comma(tokens: &mut Tokens) {
    let mut nesting = Nesting::of_expression();
    for token in tokens.by_ref() {
        if nesting.pass(&token) && is_punct(&token, ',') {
            break;
        }
    }
}

fn take_field_type(tokens: &mut Tokens) -> TokenStream {
    let mut nesting = Nesting::of_types();
    let mut ty = Vec::new();
    while let Some(token) = tokens.next() {
        if nesting.pass(&token) {
            if is_punct(&token, ',') {
                break;
            }
            if is_punct(&token, '=') {
                skip_expression_and_comma(tokens);
                break;
            }
        }
        ty.push(token);
    }
    ty.into_iter().collect()
}

pub(crate) fn is_punct(token: &TokenTree, char: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == char)
}

/// Skips `pub`, and parentheses after it that `belongs` accepts.
fn skip_visibility(tokens: &mut Tokens, belongs: impl Fn(&Group) -> bool) {
    match tokens.peek() {
        // A fragment `$vis` of a macro. A type that is a `$ty` is in such a group, too.
        Some(TokenTree::Group(group)) if is_visibility(group) => {
            tokens.next();
        }
        Some(TokenTree::Ident(ident)) if *ident == "pub" => {
            tokens.next();
            tokens.next_if(|token| {
                matches!(token, TokenTree::Group(group)
                    if group.delimiter() == Delimiter::Parenthesis && belongs(group))
            });
        }
        _ => {}
    }
}

fn is_visibility(group: &Group) -> bool {
    let first = || group.stream().into_iter().next();
    group.delimiter() == Delimiter::None
        && match first() {
            None => true,
            Some(TokenTree::Ident(ident)) => ident == "pub",
            Some(_) => false,
        }
}

fn is_restriction(group: &Group) -> bool {
    let mut tokens = group.stream().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(ident)), None) => {
            ident == "crate" || ident == "self" || ident == "super"
        }
        (Some(TokenTree::Ident(ident)), Some(_)) => ident == "in",
        _ => false,
    }
}

fn attributes(tokens: &mut Tokens) -> Vec<Attribute> {
    let mut attributes = Vec::new();
    while tokens.next_if(|token| is_punct(token, '#')).is_some() {
        let whole = tokens.find_map(|token| match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => Some(group),
            _ => None,
        });
        attributes.extend(whole.and_then(attribute));
    }
    attributes
}

fn attribute(whole: Group) -> Option<Attribute> {
    let mut tokens = whole.stream().into_iter();
    let mut first = tokens.next()?;
    // A fragment `$meta` of a macro, or a `$path` before the argument.
    while let TokenTree::Group(group) = &first {
        let inner: TokenStream = group.stream().into_iter().chain(tokens).collect();
        tokens = inner.into_iter();
        first = tokens.next()?;
    }
    let TokenTree::Ident(name) = first else { return None };
    let name = name.to_string();
    let name = KNOWN_ATTRS.iter().find(|known| **known == name)?;
    let argument = match tokens.next() {
        None => Argument::None,
        Some(TokenTree::Group(list)) => Argument::List(list),
        Some(token) if is_punct(&token, '=') => Argument::Value(tokens.collect()),
        Some(_) => return None,
    };
    Some(Attribute { name, argument, whole })
}

pub(crate) fn has_attribute(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| attribute.name == name)
}
