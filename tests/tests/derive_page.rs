//! Compares the documentation of the derive with the keys that the macro accepts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The targets of a key: the name in the documentation, and the name in a diagnostic.
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

/// Returns the text in backticks.
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

/// A row of the table of keys.
struct Row<'a> {
    keys: Vec<&'a str>,
    anchor: &'a str,
    targets: BTreeSet<&'a str>,
}

/// Reads the first table of the page.
fn rows(page: &str) -> Vec<Row<'_>> {
    let table = page.lines().skip_while(|line| !line.starts_with('|'));
    let rows = table.take_while(|line| line.starts_with('|')).skip(2);
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [link, targets, _] = cells[..] else { panic!("{line}") };
        let (names, anchor) = link.split_once("](#").unwrap();
        Row {
            keys: names.trim_matches('[').split(", ").filter(|text| is_key(text)).collect(),
            anchor: anchor.trim_end_matches(')'),
            targets: targets.split(", ").collect(),
        }
    })
    .collect()
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
    for row in rows(&page) {
        for key in row.keys {
            for target in &row.targets {
                let (target, _) = TARGETS.iter().find(|(name, _)| name == target).unwrap();
                let is_new = keys.entry(key.to_owned()).or_default().insert(target);
                assert!(is_new, "{key} on {target} is listed twice");
            }
        }
    }
    assert_eq!(keys, keys_of_the_macro());
}

#[test]
fn each_key_links_to_its_section_in_the_order_of_the_table() {
    let page = page();
    let (_, sections) = page.split_once("\n# Keys\n").unwrap();
    let (sections, _) = sections.split_once("\n# Expressions\n").unwrap();
    let headings = sections.lines().filter_map(|line| line.strip_prefix("## "));
    let sections: Vec<_> = headings.map(|heading| (code(heading), anchor(heading))).collect();
    let mut rows = rows(&page);
    rows.dedup_by(|next, row| {
        let is_same = next.anchor == row.anchor;
        if is_same {
            row.keys.append(&mut next.keys);
        }
        is_same
    });
    let links: Vec<_> = rows.into_iter().map(|row| (row.keys, row.anchor.to_owned())).collect();
    assert_eq!(sections, links);
}
