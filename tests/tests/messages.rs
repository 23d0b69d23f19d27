//! Every message of the macros appears in a `.stderr` file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Literals that are not messages, or that no UI test can trigger.
const EXCEPT: &[&str] = &[
    // The largest table has 32,767 cases: such a UI test would take minutes to compile.
    "an error type has at most",
    // Reported only for a bug in the macros.
    "errors were dropped without being reported",
    // rustc passes nothing else to a derive.
    "an error type is an enum or a struct",
    // For a field without a keyword of RFC 2119, which no rule has.
    "is not useful without",
    // The name of a method.
    "to_response_with",
];

#[test]
fn every_ui_test_has_a_stderr_file() {
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ui")) {
        assert!(path.with_extension("rs").exists(), "{} has no `.rs` file", path.display());
        assert!(path.with_extension("stderr").exists(), "{} has no `.stderr`", path.display());
    }
}

#[test]
fn every_message_of_the_macros_appears_in_a_stderr_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = stderr_text(&root.join("ui"));
    let mut missing = Vec::new();
    let mut count = 0;
    let macros = root.join("../macros/src");
    for path in sources(&macros) {
        // Documentation and the text of the expansion are not messages.
        let is_output = ["status_macro/constants.rs", "emit/template.rs", "case_table.rs"]
            .iter()
            .any(|output| path.ends_with(output));
        if is_output || path.starts_with(macros.join("tests")) {
            continue;
        }
        let source: TokenStream = fs::read_to_string(&path).unwrap().parse().unwrap();
        let mut literals = BTreeSet::new();
        collect(source, &mut literals);
        for fragment in literals {
            count += 1;
            let excepted = EXCEPT.iter().any(|start| fragment.starts_with(start));
            if !excepted && !output.contains(&fragment) {
                missing
                    .push(format!("{}: {fragment}", path.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    assert!(count > 60, "only {count} messages were found");
    assert!(missing.is_empty(), "no .stderr shows these:\n{}", missing.join("\n"));
}

/// Returns the files below a directory.
fn sources(directory: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// Returns the text of all `.stderr` files below a directory.
fn stderr_text(directory: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&stderr_text(&path));
        } else if path.extension().is_some_and(|extension| extension == "stderr") {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
    text
}

/// Adds the longest fixed part of every string literal that reads like a message.
fn collect(tokens: TokenStream, out: &mut BTreeSet<String>) {
    let mut before = [String::new(), String::new()];
    for token in tokens {
        match &token {
            // `#[…]`, and with it the documentation, is not shown to users.
            TokenTree::Group(group)
                if group.delimiter() == Delimiter::Bracket
                    && (before[1] == "#" || before == ["#", "!"]) => {}
            // `.text(…)`, the text of an expansion.
            TokenTree::Group(_) if before == [".", "text"] => {}
            // `mod tests { … }`
            TokenTree::Group(_) if before[0] == "mod" && before[1] == "tests" => {}
            TokenTree::Group(group) => collect(group.stream(), out),
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                if text.starts_with('"') {
                    let value = syn::parse_str::<syn::LitStr>(&text).unwrap().value();
                    out.extend(fragment(&value));
                }
            }
            _ => {}
        }
        before = [std::mem::take(&mut before[1]), token.to_string()];
    }
}

/// Returns the longest part of a message without a format argument.
fn fragment(text: &str) -> Option<String> {
    let mut parts = vec![String::new()];
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '{' | '}' if chars.peek() == Some(&char) => {
                chars.next();
                parts.last_mut()?.push(char);
            }
            '{' => {
                while chars.next_if(|char| *char != '}').is_some() {}
                chars.next();
                parts.push(String::new());
            }
            other => parts.last_mut()?.push(other),
        }
    }
    let longest = parts.into_iter().max_by_key(String::len)?;
    let words = longest.split(|char: char| !char.is_alphabetic()).filter(|word| word.len() > 1);
    (words.count() >= 3).then_some(longest)
}

#[test]
fn fragment_returns_the_longest_fixed_part_of_a_message() {
    assert_eq!(
        fragment("`{text}` takes no value: write {x:?}").unwrap(),
        "` takes no value: write "
    );
    assert_eq!(fragment("an {{}} with some words").unwrap(), "an {} with some words");
    assert_eq!(fragment("kebab-case"), None);
}
