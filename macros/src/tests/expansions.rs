//! Snapshots of what declarations expand to. After an intended change:
//! `HTTPERR_BLESS=1 cargo test -p httperr-macros expansions`, and read the difference.

use std::fs;
use std::path::Path;

use proc_macro2::TokenStream;

#[test]
fn declarations_expand_to_their_snapshots() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/expansions");
    let bless = std::env::var_os("HTTPERR_BLESS").is_some();
    let mut changed = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(&directory).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let Some(name) = name.strip_suffix(".rs").filter(|name| !name.ends_with(".expanded"))
        else {
            continue;
        };
        count += 1;
        let derive = match name.starts_with("from_problem") {
            true => crate::derive::from_problem,
            false => crate::derive::derive,
        };
        let expanded = expand(&fs::read_to_string(&path).unwrap(), derive);
        let snapshot = directory.join(format!("{name}.expanded.rs"));
        if bless {
            fs::write(&snapshot, &expanded).unwrap();
        } else if fs::read_to_string(&snapshot).ok().as_deref() != Some(&*expanded) {
            changed.push(format!("// {name}\n{expanded}"));
        }
    }
    assert!(count >= 12, "only {count} declarations were found");
    assert!(changed.is_empty(), "expansions differ from their snapshots:\n{}", changed.join("\n"));
}

fn expand(declaration: &str, derive: fn(TokenStream) -> TokenStream) -> String {
    let tokens = derive(declaration.parse().unwrap());
    prettyplease::unparse(&syn::parse2(tokens).unwrap())
}
