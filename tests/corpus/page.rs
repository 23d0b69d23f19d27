//! Holds the table of `docs/corpus.md` against the files of this folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::spanned::Spanned as _;
use syn::{Attribute, Item, Meta};

/// A service: its name, its file, and the number of lines that map its errors in the original.
const SERVICES: &[(&str, &str, u32)] = &[
    ("hyperswitch", "hyperswitch", 370),
    ("meilisearch", "meilisearch", 530),
    ("influxdb3", "influxdb3", 533),
    ("tuwunel", "tuwunel", 150),
    ("qdrant", "qdrant", 95),
    ("greptimedb", "greptimedb", 400),
    ("autopush", "autopush", 224),
    ("restate", "restate", 248),
    ("matrix-authentication-service", "matrix_authentication_service", 182),
    ("vaultwarden", "vaultwarden", 134),
    ("iggy", "iggy", 358),
    ("openobserve", "openobserve", 230),
];

/// Counts of the declarations of a file.
#[derive(Default)]
struct Declarations {
    types: usize,
    cases: usize,
    lines: usize,
    keys: BTreeSet<String>,
}

impl Declarations {
    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Mod(module) => {
                    self.items(module.content.as_ref().map_or(&[], |(_, items)| items))
                }
                Item::Enum(item) if is_derived(&item.attrs) => {
                    self.types += 1;
                    self.attributes(&item.attrs);
                    for variant in &item.variants {
                        self.cases += self.attributes(&variant.attrs).max(1);
                        for field in &variant.fields {
                            self.attributes(&field.attrs);
                        }
                    }
                }
                Item::Struct(item) if is_derived(&item.attrs) => {
                    self.types += 1;
                    self.cases += self.attributes(&item.attrs).max(1);
                    for field in &item.fields {
                        self.attributes(&field.attrs);
                    }
                }
                _ => {}
            }
        }
    }

    /// Reads each `#[http(…)]` among some attributes, and returns the number of their arms.
    fn attributes(&mut self, attributes: &[Attribute]) -> usize {
        let mut arms = 0;
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("http")) {
            let span = attribute.span();
            self.lines += span.end().line - span.start().line + 1;
            let Meta::List(list) = &attribute.meta else { continue };
            arms += self.keys(list.tokens.clone());
        }
        arms
    }

    /// Reads the keys at the beginning of the items of a list, and returns the number of arms.
    fn keys(&mut self, list: TokenStream) -> usize {
        let mut arms = 0;
        let mut begins = true;
        let mut matches = false;
        for token in list {
            match &token {
                TokenTree::Ident(key) if begins => {
                    matches = key == "match";
                    let text = key.to_string();
                    if text.starts_with(char::is_lowercase) {
                        self.keys.insert(text);
                    }
                }
                TokenTree::Group(group) if matches && group.delimiter() == Delimiter::Brace => {
                    arms += self.arms(group.stream());
                }
                _ => {}
            }
            begins = matches!(&token, TokenTree::Punct(comma) if comma.as_char() == ',');
        }
        arms
    }

    fn arms(&mut self, arms: TokenStream) -> usize {
        let tokens: Vec<TokenTree> = arms.into_iter().collect();
        let mut count = 0;
        for window in tokens.windows(3) {
            if let [TokenTree::Punct(equals), TokenTree::Punct(greater), outcome] = window {
                if equals.as_char() == '=' && greater.as_char() == '>' {
                    count += 1;
                    if let TokenTree::Group(keys) = outcome {
                        self.keys(keys.stream());
                    }
                }
            }
        }
        count
    }
}

fn is_derived(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("derive")
            && matches!(&attribute.meta, Meta::List(list) if list.tokens.to_string().contains("HttpError"))
    })
}

#[test]
fn the_table_equals_the_declarations_of_each_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut rows = String::new();
    for (name, file, original) in SERVICES {
        let source = fs::read_to_string(root.join(format!("corpus/{file}.rs"))).unwrap();
        let mut declarations = Declarations::default();
        declarations.items(&syn::parse_file(&source).unwrap().items);
        let keys: Vec<String> = declarations.keys.iter().map(|key| format!("`{key}`")).collect();
        let missing: Vec<&str> =
            source.lines().filter_map(|line| line.trim().strip_prefix("// MISSING: ")).collect();
        let missing = if missing.is_empty() { "nothing".to_owned() } else { missing.join("; ") };
        let Declarations { types, cases, lines, .. } = declarations;
        rows.push_str(&format!(
            "| [{name}](../tests/corpus/{file}.rs) | {types} | {cases} | {lines} | {original} | {} | {missing} |\n",
            keys.join(", ")
        ));
    }
    let page = fs::read_to_string(root.join("../docs/corpus.md")).unwrap();
    assert!(page.contains(&rows), "the table of docs/corpus.md should be\n{rows}");
}
