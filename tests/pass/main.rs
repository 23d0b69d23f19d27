//! Declarations that compile without a warning, as counterparts of the files in `ui/`. Each module
//! denies the warnings of the macros: that this compiles is the test.

// Nothing constructs the variants.
#![allow(dead_code)]

mod allow_in_arms_and_default;
mod allow_lint_on_enum;
mod allow_lint_on_module;
mod allow_lint_on_variant;
mod allow_rule;
mod allow_rule_on_enum;
mod allow_that_is_used;
mod duplicate_code;
mod expressions;
mod leak_that_is_not_sent;
mod status_macro_allowed;

use std::fs;
use std::path::Path;

#[test]
fn every_file_is_a_module() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pass");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let is_declared = include_str!("main.rs").contains(&format!("\nmod {name};\n"));
        assert!(name == "main" || is_declared, "pass/main.rs has no `mod {name};`");
    }
}
