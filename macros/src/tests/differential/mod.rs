//! The parser of items against `syn::DeriveInput`, and `take_until` against `syn::Expr` and
//! `syn::Pat`.
//!
//! `HTTPERR_ITEMS` sets the number of items, and `HTTPERR_SEED` the first seed:
//! `HTTPERR_ITEMS=200000 cargo test --release -p httperr-macros differential`. Each item has a seed of
//! its own, which a failure shows. It is then added to [`FAILED_SEEDS`].

mod generator;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse as _, ParseStream, Parser as _};
use syn::{Data, DeriveInput, Meta};

use crate::syntax::item::{Argument, Attribute, Body, Fields, Item, KNOWN_ATTRS};
use crate::syntax::tokens::{take_until, Stop};
use crate::tests::differential::generator::{with_groups, Generator};
use crate::tests::random::number;

/// Seeds of items that were parsed differently before.
const FAILED_SEEDS: &[u64] = &[366, 747, 2_921];

/// Items that were parsed differently before.
const FAILED_ITEMS: &[&str] = &[
    "enum E { A = 8 as isize | if 1 < 2 { 1 } else { 2 }, B }",
    "enum E { A = 1 << <P<u8, u8>>::N, B }",
    "enum E { A = <P<u8, u8>>::N, B }",
    "enum E { A = P::<u8, u8>::N << 1, B }",
    "enum E { A = { |a, b| 1 }(1, 2), B }",
    "struct S<T>(T) where T: Fn() -> m! {};",
    "struct S { a: u8 = 1 << <P<u8, u8>>::N, b: P<u8, u8> }",
];

#[test]
fn items_are_parsed_as_by_syn() {
    for text in FAILED_ITEMS {
        assert_eq!(difference(text), Ok(()), "{text}");
    }
    let begin = number("HTTPERR_SEED", 1);
    let count = number("HTTPERR_ITEMS", 4_000);
    let mut invalid = 0;
    for seed in FAILED_SEEDS.iter().copied().chain(begin..begin + count) {
        let text = Generator::new(seed).item();
        match difference(&text) {
            Ok(()) => {}
            Err(None) => invalid += 1,
            Err(Some(difference)) => panic!("seed {seed}: {text}\n{difference}"),
        }
    }
    assert!(invalid <= count / 100, "{invalid} items of {count} are not valid");
}

/// Returns the tokens that `parse` consumes.
fn consume<T>(text: &str, parse: impl FnOnce(ParseStream) -> syn::Result<T>) -> String {
    let parser = |input: ParseStream| {
        let whole: Vec<TokenTree> = input.cursor().token_stream().into_iter().collect();
        parse(input)?;
        let rest = input.parse::<TokenStream>()?.into_iter().count();
        Ok(whole[..whole.len() - rest].iter().map(flat).collect())
    };
    parser.parse2(with_groups(text.parse().unwrap())).unwrap()
}

#[test]
fn values_end_as_parsed_by_syn() {
    let begin = number("HTTPERR_SEED", 1);
    for seed in begin..begin + number("HTTPERR_ITEMS", 4_000) {
        let mut generator = Generator::new(seed);
        let (first, second) = (generator.expression(), generator.expression());
        for (end, separator) in [(Stop::Comma, ", code ="), (Stop::Arrow, "=> 404, B if")] {
            let text = format!("{first} {separator} {second}");
            let ours = consume(&text, |input| Ok(take_until(input, end)));
            let theirs = consume(&text, syn::Expr::parse);
            assert_eq!(ours, theirs, "seed {seed}: {text}");
        }
    }
}

#[test]
fn patterns_end_as_parsed_by_syn() {
    let begin = number("HTTPERR_SEED", 1);
    for seed in begin..begin + number("HTTPERR_ITEMS", 4_000) {
        let mut generator = Generator::new(seed);
        let pattern = generator.pattern();
        for rest in ["=> 404, B => |a, b| 5", "if a < b => |a, b| 5", ", c => 404"] {
            let text = format!("{pattern} {rest}");
            let ours = consume(&text, |input| Ok(take_until(input, Stop::Guard)));
            let theirs = consume(&text, syn::Pat::parse_multi_with_leading_vert);
            assert_eq!(ours, theirs, "seed {seed}: {text}");
        }
    }
}

/// Compares the two parsers. Returns `Err(None)` for an invalid item.
fn difference(text: &str) -> Result<(), Option<String>> {
    let tokens = with_groups(text.parse().map_err(|_| None)?);
    let theirs: DeriveInput = syn::parse2(tokens.clone()).map_err(|_| None)?;
    let ours = match Item::parse(tokens) {
        Ok(item) => describe_item(&item),
        Err(error) => vec![error.to_string()],
    };
    let theirs = describe_syn(&theirs);
    let mut lines = ours.iter().zip(&theirs).map(|(ours, theirs)| (Some(ours), Some(theirs)));
    if let Some((ours, theirs)) = lines.find(|(ours, theirs)| ours != theirs) {
        return Err(Some(format!("item.rs: {ours:?}\nsyn:     {theirs:?}")));
    }
    match ours.len() == theirs.len() {
        true => Ok(()),
        false => Err(Some(format!("item.rs: {ours:#?}\nsyn: {theirs:#?}"))),
    }
}

/// Returns the tokens without white space and invisible groups.
fn flat(tokens: impl ToTokens) -> String {
    fn put(tokens: TokenStream, out: &mut String) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    let (open, close) = match group.delimiter() {
                        Delimiter::Parenthesis => ("( ", ") "),
                        Delimiter::Brace => ("{ ", "} "),
                        Delimiter::Bracket => ("[ ", "] "),
                        Delimiter::None => ("", ""),
                    };
                    out.push_str(open);
                    put(group.stream(), out);
                    out.push_str(close);
                }
                token => {
                    out.push_str(&token.to_string());
                    out.push(' ');
                }
            }
        }
    }
    let mut out = String::new();
    put(tokens.into_token_stream(), &mut out);
    out
}

fn describe_item(item: &Item) -> Vec<String> {
    let mut out = vec![format!("name {}", item.name)];
    attributes(&item.attributes, &mut out);
    out.push(format!("generics {}", flat(&item.generics)));
    out.push(format!("where {}", flat(&item.generics.where_clause)));
    match &item.body {
        Body::Union(_) => out.push("union".to_owned()),
        Body::Struct(struct_fields) => {
            out.push("struct".to_owned());
            fields(struct_fields, &mut out);
        }
        Body::Enum(variants) => {
            out.push("enum".to_owned());
            for variant in variants {
                out.push(format!("variant {}", variant.name));
                attributes(&variant.attributes, &mut out);
                fields(&variant.fields, &mut out);
            }
        }
    }
    out
}

fn fields(fields: &Fields, out: &mut Vec<String>) {
    out.push(format!("fields {}", fields.named));
    for field in &fields.list {
        out.push(format!("field {:?} {} {}", field.name, field.index, flat(&field.ty)));
        attributes(&field.attributes, out);
    }
}

fn attributes(attributes: &[Attribute], out: &mut Vec<String>) {
    for attribute in attributes {
        let argument = match &attribute.argument {
            Argument::None => "alone".to_owned(),
            Argument::List(list) => format!("list {}", flat(list.stream())),
            Argument::Value(value) => format!("value {}", flat(value)),
        };
        out.push(format!("attribute {} {argument}", attribute.name));
        out.push(format!("whole {}", flat(attribute.whole.stream())));
    }
}

fn describe_syn(item: &DeriveInput) -> Vec<String> {
    let mut out = vec![format!("name {}", item.ident)];
    syn_attributes(&item.attrs, &mut out);
    out.push(format!("generics {}", flat(&item.generics)));
    out.push(format!("where {}", flat(&item.generics.where_clause)));
    match &item.data {
        Data::Union(_) => out.push("union".to_owned()),
        Data::Struct(data) => {
            out.push("struct".to_owned());
            syn_fields(&data.fields, &mut out);
        }
        Data::Enum(data) => {
            out.push("enum".to_owned());
            for variant in &data.variants {
                out.push(format!("variant {}", variant.ident));
                syn_attributes(&variant.attrs, &mut out);
                syn_fields(&variant.fields, &mut out);
            }
        }
    }
    out
}

fn syn_fields(fields: &syn::Fields, out: &mut Vec<String>) {
    out.push(format!("fields {}", matches!(fields, syn::Fields::Named(_))));
    for (at, field) in fields.iter().enumerate() {
        out.push(format!("field {:?} {at} {}", field.ident, flat(&field.ty)));
        syn_attributes(&field.attrs, out);
    }
}

fn syn_attributes(attributes: &[syn::Attribute], out: &mut Vec<String>) {
    for attribute in attributes {
        let Some(name) = attribute.path().get_ident() else { continue };
        if !KNOWN_ATTRS.contains(&name.to_string().as_str()) {
            continue;
        }
        let argument = match &attribute.meta {
            Meta::List(list) => format!("list {}", flat(&list.tokens)),
            Meta::NameValue(pair) => format!("value {}", flat(&pair.value)),
            _ => "alone".to_owned(),
        };
        out.push(format!("attribute {name} {argument}"));
        out.push(format!("whole {}", flat(&attribute.meta)));
    }
}
