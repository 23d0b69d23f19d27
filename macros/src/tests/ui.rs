//! The messages of the UI tests, which run rustc on `tests/ui`, without rustc: a change of a message, or of
//! its condition, fails within a second.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::{quote, ToTokens as _};
use syn::parse::Parser as _;

use crate::{derive, status_macro};

/// Returns the files of the UI tests with an expected output, and none in a package without them.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|end| end == "stderr") {
            found.push(path.with_extension("rs"));
        }
    }
}

/// Calls `visit` with each item, in modules too.
fn for_each_item(items: &[syn::Item], visit: &mut impl FnMut(&[syn::Attribute], TokenStream)) {
    for item in items {
        match item {
            syn::Item::Mod(module) => {
                for_each_item(module.content.as_ref().map_or(&[], |(_, items)| items), visit);
            }
            syn::Item::Fn(function) => {
                for statement in &function.block.stmts {
                    if let syn::Stmt::Item(item) = statement {
                        for_each_item(std::slice::from_ref(item), visit);
                    }
                }
            }
            syn::Item::Enum(item) => visit(&item.attrs, item.to_token_stream()),
            syn::Item::Struct(item) => visit(&item.attrs, item.to_token_stream()),
            syn::Item::Union(item) => visit(&item.attrs, item.to_token_stream()),
            _ => {}
        }
    }
}

/// Collects the first lines of the strings that a compiler shows: of errors, and of notes of warnings.
fn collect_messages(tokens: TokenStream, messages: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect_messages(group.stream(), messages),
            TokenTree::Literal(literal) => {
                let text = syn::parse2::<syn::LitStr>(TokenTree::from(literal).into());
                let first =
                    text.ok().and_then(|text| text.value().lines().next().map(str::to_owned));
                messages.extend(first);
            }
            _ => {}
        }
    }
}

/// Collects the messages of each `status!(…)`.
fn collect_messages_of_status(tokens: TokenStream, messages: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let is_status = matches!(
            tokens[..at].last_chunk(),
            Some([TokenTree::Ident(name), TokenTree::Punct(mark)]) if name == "status" && mark.as_char() == '!'
        );
        match is_status {
            true => {
                let code = group.stream();
                collect_messages(status_macro::expand(quote!(krate #code)), messages);
            }
            false => collect_messages_of_status(group.stream(), messages),
        }
    }
}

/// Returns the messages of all expansions of a file.
fn messages_of(file: &syn::File, warnings: &BTreeSet<String>) -> BTreeSet<String> {
    let mut messages = warnings.clone();
    collect_messages_of_status(file.to_token_stream(), &mut messages);
    for expansion in expansions_of(file) {
        collect_messages(expansion, &mut messages);
    }
    messages
}

/// Returns the messages of `compile_error!` in the expansions of the derives.
fn errors_of(file: &syn::File) -> BTreeSet<String> {
    let mut errors = BTreeSet::new();
    for expansion in expansions_of(file) {
        for item in syn::parse2::<syn::File>(expansion).unwrap().items {
            match item {
                syn::Item::Macro(call)
                    if call.mac.path.to_token_stream().to_string().contains("compile_error") =>
                {
                    collect_messages(call.mac.tokens, &mut errors);
                }
                _ => {}
            }
        }
    }
    errors
}

fn expansions_of(file: &syn::File) -> Vec<TokenStream> {
    let mut expansions = Vec::new();
    for_each_item(&file.items, &mut |attributes, item| {
        let derives = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
        let derives: String = derives.map(|derive| derive.to_token_stream().to_string()).collect();
        // rustc removes the attribute.
        let item = without_derives(item);
        if derives.contains("HttpError") {
            expansions.push(derive::derive(item.clone()));
        }
        if derives.contains("FromProblem") {
            expansions.push(derive::from_problem(item));
        }
    });
    expansions
}

fn without_derives(item: TokenStream) -> TokenStream {
    let parser = |input: syn::parse::ParseStream| {
        let attributes = input.call(syn::Attribute::parse_outer)?;
        let others =
            attributes.into_iter().filter(|attribute| !attribute.path().is_ident("derive"));
        let mut item: TokenStream = others.map(syn::Attribute::into_token_stream).collect();
        item.extend(input.parse::<TokenStream>()?);
        Ok(item)
    };
    parser.parse2(item).unwrap()
}

/// Returns the messages in the output of rustc that have no code, which those of macros have not.
fn expected_messages(stderr: &str) -> Vec<&str> {
    let lines = stderr
        .lines()
        .filter_map(|line| line.strip_prefix("error: ").or_else(|| line.strip_prefix("warning: ")));
    lines
        .map(|line| match line.strip_prefix("use of deprecated ") {
            Some(rest) => rest.split_once("`: ").map_or(rest, |(_, note)| note),
            None => line,
        })
        .collect()
}

/// The beginnings of messages of rustc itself, and of those with a list of tokens, whose spaces differ.
const NOT_OF_MACROS: [&str; 14] = [
    "`(404, 405)` is not a status code",
    "`{ }` is not a status code",
    "`{}` is not a status code",
    "expected `|`",
    "expected a pattern, found an expression",
    "expected expression",
    "expected one of",
    "expected pattern",
    "integer literal is too large",
    "invalid format string",
    "unknown format trait",
    "unreachable pattern",
    "unused import",
    "expected a JSON value after `example`, found `{",
];

/// Files whose messages depend on spans, or on what a macro of the user's passes on.
const NEED_RUSTC: [&str; 2] = ["enum_unknown_fields.rs", "through_a_macro.rs"];

#[test]
fn the_derives_report_what_the_ui_tests_expect() {
    let mut paths = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui"), &mut paths);
    paths.retain(|path| !NEED_RUSTC.iter().any(|name| path.ends_with(name)));
    let mut warnings = BTreeSet::new();
    collect_messages(status_macro::constants::expand(), &mut warnings);
    let (mut missing, mut unexpected) = (Vec::new(), Vec::new());
    for path in paths {
        let Ok(file) = syn::parse_file(&fs::read_to_string(&path).unwrap()) else { continue };
        let stderr = fs::read_to_string(path.with_extension("stderr")).unwrap();
        let messages = messages_of(&file, &warnings);
        let errors = errors_of(&file).into_iter().filter(|error| !stderr.contains(error.as_str()));
        let errors =
            errors.filter(|error| !NOT_OF_MACROS.iter().any(|start| error.starts_with(start)));
        unexpected.extend(errors.map(|error| format!("{}: {error}", path.display())));
        for expected in expected_messages(&stderr) {
            let is_of_macro = !NOT_OF_MACROS.iter().any(|start| expected.starts_with(start));
            if is_of_macro && !messages.contains(expected) {
                missing.push(format!("{}: {expected}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(unexpected.is_empty(), "not in the output of rustc:\n{}", unexpected.join("\n"));
}
