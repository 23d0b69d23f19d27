//! Checks that the tests named in `docs/rules.md` exist.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Appends the text of every Rust file in a folder.
fn sources(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn each_rule_has_one_row_and_its_tests_exist() {
    let page = fs::read_to_string(root().join("docs/rules.md")).unwrap();
    let mut code = String::new();
    for folder in ["registry/tests", "runtime/tests", "tests/tests"] {
        sources(&root().join(folder), &mut code);
    }
    let mut ids = BTreeSet::new();
    for row in page.lines().filter(|line| line.starts_with("| ") && line.contains('-')) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [id, _, kept, tests] = cells[..] else { continue };
        if id == "id" {
            continue;
        }
        assert!(ids.insert(id.to_owned()), "{id} has two rows");
        for test in tests.split(", ").filter(|test| *test != "–") {
            let test = test.trim_matches('`');
            let exists = match test.strip_prefix("ui/") {
                Some(file) => root().join(format!("tests/ui/{file}.stderr")).exists(),
                None => code.contains(&format!("fn {test}(")),
            };
            assert!(exists, "{id}: the test {test} does not exist");
        }
        let needs_no_test = kept.starts_with("out of scope") || kept.starts_with("type");
        assert!(tests != "–" || needs_no_test, "{id} is kept by {kept}, so a test can show it");
    }
    let numbered = |letter: char, count: usize, width: usize| {
        (1..=count).map(move |number| format!("{letter}-{number:0width$}"))
    };
    let all = numbered('R', 59, 3).chain(numbered('P', 24, 2)).chain(numbered('C', 9, 2));
    assert_eq!(ids, all.collect());
}
