//! Keeps `docs/internals.md` up to date. After an intended change of an expansion or a table:
//! `HTTPERR_BLESS=1 cargo test -p httperr-macros internals`, and read the difference.

use std::fs;
use std::path::Path;

use super::print;

#[test]
fn the_page_shows_the_expansion_and_the_table_of_its_declaration() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/internals.md");
    let page = fs::read_to_string(&path).unwrap();
    let declaration = block(&page, "declaration").to_owned();
    let expansion = print::expansion(&declaration);
    assert!(!expansion.contains("compile_error"), "{expansion}");
    let expected = replace_block(&page, "expansion", &expansion);
    let expected = replace_block(&expected, "table", &print::table(&declaration));
    if std::env::var_os("HTTPERR_BLESS").is_some() {
        fs::write(&path, &expected).unwrap();
    } else {
        assert_eq!(page, expected, "docs/internals.md shows another expansion");
    }
}

/// Returns the code block after `<!-- name -->`.
fn block<'a>(page: &'a str, name: &str) -> &'a str {
    let (_, after) = page.split_once(&format!("<!-- {name} -->\n")).unwrap();
    let (_, code) = after.split_once('\n').unwrap();
    code.split_once("```").unwrap().0
}

fn replace_block(page: &str, name: &str, code: &str) -> String {
    let old = block(page, name);
    let start = old.as_ptr() as usize - page.as_ptr() as usize;
    format!("{}{code}{}", &page[..start], &page[start + old.len()..])
}

#[test]
fn the_page_names_functions_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(root.join("docs/internals.md")).unwrap();
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| `")).collect();
    assert!(rows.len() >= 15, "only {} rows were found", rows.len());
    let mut missing = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let path = cells[1].trim_matches('`');
        let Ok(source) = fs::read_to_string(root.join(path)) else {
            missing.push(path.to_owned());
            continue;
        };
        for function in cells[2].split(", ").filter(|cell| !cell.is_empty()) {
            let name = function.trim_matches('`').rsplit("::").next().unwrap();
            let defines = |keyword| source.contains(&format!("{keyword} {name}"));
            if !defines("fn") && !defines("macro_rules!") && !defines("static") {
                missing.push(format!("{path}: {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "docs/internals.md names what does not exist: {missing:#?}");
}
