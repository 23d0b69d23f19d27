//! The item under the derive, as far as this crate looks at it: names, attributes, fields, and the
//! types as they were written.
//!
//! rustc has parsed the item already. Its tokens are walked once and most of them are passed over,
//! since a debug build of this crate, which is what users run, took a third of its time to parse them
//! again. What is not walked is syn's: generics, and the grammar of `#[http(…)]`.

use std::iter::Peekable;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{Error, Generics, Result};

use crate::syntax::limits::check_numbers;
use crate::syntax::nesting::Nesting;

/// An enum, a struct or a union.
pub(crate) struct Item {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) generics: Generics,
    pub(crate) body: Body,
}

pub(crate) enum Body {
    Enum(Vec<Variant>),
    Struct(Fields),
    /// With the place of the keyword.
    Union(Span),
}

pub(crate) struct Variant {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) fields: Fields,
}

#[derive(Default)]
pub(crate) struct Fields {
    /// Whether they stand in braces.
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
    /// The name by which expressions know the field.
    pub(crate) fn binding(&self) -> Ident {
        match &self.name {
            Some(name) => name.clone(),
            None => Ident::new(&format!("_{}", self.index), Span::call_site()),
        }
    }
}

/// `#[name …]`, where the name is one that this crate reads.
pub(crate) struct Attribute {
    pub(crate) name: &'static str,
    /// What stands behind the name.
    pub(crate) argument: Argument,
    /// The brackets and all in them.
    pub(crate) whole: Group,
}

pub(crate) enum Argument {
    None,
    /// In parentheses.
    List(Group),
    /// Behind `=`.
    Value(TokenStream),
}

/// The attributes that this crate reads.
pub(crate) const KNOWN_ATTRS: &[&str] =
    &["http", "error", "doc", "from", "source", "snafu", "allow", "warn", "deny", "forbid"];

type Tokens = Peekable<proc_macro2::token_stream::IntoIter>;

impl Item {
    pub(crate) fn parse(tokens: TokenStream) -> Result<Item> {
        let mut tokens = tokens.into_iter().peekable();
        let attributes = attributes(&mut tokens);
        visibility(&mut tokens, |_| true);
        let (keyword, name) = match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Ident(keyword)), Some(TokenTree::Ident(name))) => (keyword, name),
            (token, _) => return Err(not_an_item(token)),
        };
        let mut rest: Vec<TokenTree> = tokens.collect();
        let ends = rest.last().is_some_and(|token| is(token, ';'));
        if ends {
            rest.pop();
        }
        let fields = match rest.last() {
            Some(TokenTree::Group(group)) if !ends && group.delimiter() == Delimiter::Brace => {
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
            ("struct", Some(TokenTree::Group(group))) => Body::Struct(Fields::read(&group)?),
            ("struct", None) => Body::Struct(Fields::default()),
            ("union", _) => Body::Union(keyword.span()),
            _ => return Err(not_an_item(Some(keyword.into()))),
        };
        Ok(Item { attributes, name, generics: generics(&rest)?, body })
    }

    /// The variants; none of a struct.
    pub(crate) fn variants(&self) -> &[Variant] {
        match &self.body {
            Body::Enum(variants) => variants,
            _ => &[],
        }
    }
}

fn not_an_item(token: Option<TokenTree>) -> Error {
    let span = token.map_or_else(Span::call_site, |token| token.span());
    Error::new(span, "`HttpError` is derived for an enum or a struct")
}

/// Where the generics at the head end.
fn generics_end(tokens: &[TokenTree]) -> usize {
    let mut nesting = Nesting::of_types();
    tokens.iter().position(|token| nesting.pass(token) && !is(token, '>')).unwrap_or(tokens.len())
}

/// `<…>` and `where …`.
fn generics(tokens: &[TokenTree]) -> Result<Generics> {
    if tokens.is_empty() {
        return Ok(Generics::default());
    }
    let end = generics_end(tokens);
    let (parameters, clause) = tokens.split_at(end);
    let mut generics: Generics = parsed(parameters)?;
    generics.where_clause = parsed(clause)?;
    Ok(generics)
}

fn parsed<T: Parse>(tokens: &[TokenTree]) -> Result<T> {
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
        visibility(&mut tokens, |_| true);
        let name = match tokens.next() {
            Some(TokenTree::Ident(name)) => name,
            token => return Err(not_an_item(token)),
        };
        let fields = match tokens.next_if(|token| matches!(token, TokenTree::Group(_))) {
            Some(TokenTree::Group(group)) => Fields::read(&group)?,
            _ => Fields::default(),
        };
        // A discriminant.
        skip_expression(&mut tokens);
        variants.push(Variant { attributes, name, fields });
    }
    Ok(variants)
}

impl Fields {
    fn read(group: &Group) -> Result<Fields> {
        let named = group.delimiter() == Delimiter::Brace;
        let mut tokens = group.stream().into_iter().peekable();
        let mut list = Vec::new();
        while tokens.peek().is_some() {
            let attributes = attributes(&mut tokens);
            // `pub (A, B)` is a public tuple, `pub (crate) A` is not.
            visibility(&mut tokens, |group| named || restricts(group));
            let name = match named {
                false => None,
                true => match (tokens.next(), tokens.next()) {
                    (Some(TokenTree::Ident(name)), Some(TokenTree::Punct(_))) => Some(name),
                    (token, _) => return Err(not_an_item(token)),
                },
            };
            let ty = field_type(&mut tokens);
            list.push(Field { attributes, name, index: list.len(), ty });
        }
        Ok(Fields { named, list })
    }

    /// The names by which expressions know the fields.
    pub(crate) fn names(&self) -> Vec<String> {
        self.list.iter().map(|field| field.binding().to_string()).collect()
    }
}

/// Passes over an expression and the comma after it.
fn skip_expression(tokens: &mut Tokens) {
    let mut nesting = Nesting::of_expression();
    for token in tokens.by_ref() {
        if nesting.pass(&token) && is(&token, ',') {
            break;
        }
    }
}

/// The type of a field; the comma after it is passed over, and so is a default value.
fn field_type(tokens: &mut Tokens) -> TokenStream {
    let mut nesting = Nesting::of_types();
    let mut found = Vec::new();
    while let Some(token) = tokens.next() {
        if nesting.pass(&token) {
            if is(&token, ',') {
                break;
            }
            if is(&token, '=') {
                skip_expression(tokens);
                break;
            }
        }
        found.push(token);
    }
    found.into_iter().collect()
}

fn is(token: &TokenTree, char: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == char)
}

/// Passes over `pub`, and over the parentheses behind it if they belong to it.
fn visibility(tokens: &mut Tokens, belongs: impl Fn(&Group) -> bool) {
    match tokens.peek() {
        // A macro's `$vis`; a type that is a macro's `$ty` stands in such a group as well.
        Some(TokenTree::Group(group)) if is_visibility(group) => {
            tokens.next();
        }
        Some(TokenTree::Ident(word)) if *word == "pub" => {
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
            Some(TokenTree::Ident(word)) => word == "pub",
            Some(_) => false,
        }
}

/// Whether a group is `(crate)`, `(self)`, `(super)` or `(in path)`.
fn restricts(group: &Group) -> bool {
    let mut tokens = group.stream().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(word)), None) => {
            word == "crate" || word == "self" || word == "super"
        }
        (Some(TokenTree::Ident(word)), Some(_)) => word == "in",
        _ => false,
    }
}

/// The attributes at the head.
fn attributes(tokens: &mut Tokens) -> Vec<Attribute> {
    let mut attributes = Vec::new();
    while tokens.next_if(|token| is(token, '#')).is_some() {
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
    // A macro's `$meta`, or its `$path` before what is said.
    while let TokenTree::Group(group) = &first {
        let inside: TokenStream = group.stream().into_iter().chain(tokens).collect();
        tokens = inside.into_iter();
        first = tokens.next()?;
    }
    let TokenTree::Ident(name) = first else { return None };
    let name = name.to_string();
    let name = KNOWN_ATTRS.iter().find(|read| **read == name)?;
    let argument = match tokens.next() {
        None => Argument::None,
        Some(TokenTree::Group(list)) => Argument::List(list),
        Some(token) if is(&token, '=') => Argument::Value(tokens.collect()),
        Some(_) => return None,
    };
    Some(Attribute { name, argument, whole })
}

/// Whether one of that name is among them.
pub(crate) fn has_attribute(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| attribute.name == name)
}
