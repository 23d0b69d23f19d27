//! Holds the page of the derive against the keys that the macro accepts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The targets of a key, in the order of the columns of the page, each as a diagnostic names it.
const TARGETS: &[(&str, &str)] = &[
    ("enum", "on an enum"),
    ("struct", "on a struct"),
    ("variant", "on a variant"),
    ("arm", "on an arm of `match`"),
    ("default", "on `default(…)`"),
    ("field", "on a field"),
];

/// Keys by name, each with its targets.
type Targets = BTreeMap<String, BTreeSet<&'static str>>;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

fn page() -> String {
    read("../runtime/src/derive.md")
}

/// Returns what is in backticks.
fn code(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn is_key(text: &str) -> bool {
    text.chars().all(|character| character.is_ascii_lowercase() || character == '_')
}

/// Reads the keys of each target from the diagnostics of an unknown key, which list them.
fn keys_of_the_macro() -> Targets {
    let stderr = read("ui/key_unknown/on_each_target.stderr");
    let mut keys = Targets::new();
    for (target, phrase) in TARGETS {
        let (_, list) = stderr
            .lines()
            .find_map(|line| line.split_once(phrase))
            .unwrap_or_else(|| panic!("no diagnostic lists the keys {phrase}"));
        for key in code(list).into_iter().filter(|text| is_key(text)) {
            keys.entry(key.to_owned()).or_default().insert(target);
        }
    }
    keys
}

/// Reads the rows of the first table: the keys of a row, the anchor of its link, and its targets.
fn rows(page: &str) -> Vec<(Vec<&str>, &str, BTreeSet<&'static str>)> {
    let table = page.lines().skip_while(|line| !line.starts_with('|'));
    let mut rows = Vec::new();
    for line in table.take_while(|line| line.starts_with('|')).skip(2) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [link, _, marks @ ..] = &cells[..] else { panic!("{line}") };
        assert_eq!(marks.len(), TARGETS.len(), "{line}");
        let (names, anchor) = link.split_once("](#").unwrap();
        let keys = code(names).into_iter().filter(|text| is_key(text)).collect();
        let targets = TARGETS.iter().zip(marks).filter(|(_, mark)| **mark == "✓");
        rows.push((keys, anchor.trim_end_matches(')'), targets.map(|(row, _)| row.0).collect()));
    }
    rows
}

/// Returns the id that rustdoc gives to a heading.
fn anchor(heading: &str) -> String {
    let kept = heading
        .chars()
        .filter(|character| character.is_alphanumeric() || matches!(character, ' ' | '-' | '_'));
    kept.map(|character| if character == ' ' { '-' } else { character }).collect()
}

#[test]
fn the_table_lists_each_key_with_its_targets() {
    let page = page();
    let mut keys = Targets::new();
    for (names, _, targets) in rows(&page) {
        for name in names {
            let twin = keys.insert(name.to_owned(), targets.clone());
            assert_eq!(twin, None, "{name} has two rows");
        }
    }
    assert_eq!(keys, keys_of_the_macro());
}

#[test]
fn each_key_links_to_its_section_in_the_order_of_the_table() {
    let page = page();
    let (_, sections) = page.split_once("\n# Keys\n").unwrap();
    let (sections, _) = sections.split_once("\n# Expressions\n").unwrap();
    let headings: Vec<&str> =
        sections.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let mut rows = rows(&page);
    rows.dedup_by(|next, row| {
        next.1 == row.1 && {
            row.0.append(&mut next.0);
            true
        }
    });
    assert_eq!(headings.len(), rows.len());
    for (heading, (keys, link, _)) in headings.iter().zip(rows) {
        assert_eq!(code(heading), keys);
        assert_eq!(anchor(heading), link);
    }
}
