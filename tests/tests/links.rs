//! Every link of the pages resolves, in a checkout and on docs.rs. Links of doc comments are checked by
//! rustdoc, and `.ci/run` compares the links to docs.rs with the pages that rustdoc writes.

use std::fs;
use std::path::{Path, PathBuf};

use syn::{Item, UseTree, Visibility};

const REPOSITORY: &str = "https://github.com/httperr/httperr/";
const DOCUMENTATION: &str = "https://docs.rs/httperr/latest/httperr/";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns the pages of the repository: those at its root, in `docs/`, and the front page of each crate.
fn pages() -> Vec<PathBuf> {
    let mut pages = Vec::new();
    for folder in ["", "docs", "registry", "macros", "runtime"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(path);
            }
        }
    }
    assert!(pages.len() > 8, "only {pages:?}");
    pages
}

/// Returns the targets of `[text](target)` and `[text]: target`, outside of blocks of code.
fn links(page: &str) -> Vec<&str> {
    let prose = page.split("\n```").step_by(2);
    let mut links = Vec::new();
    for text in prose {
        links.extend(text.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next()));
        let definitions = text.lines().filter(|line| line.starts_with('['));
        links.extend(definitions.filter_map(|line| Some(line.split_once("]: ")?.1)));
    }
    links
}

/// Returns the fragments that GitHub gives the headings of a page.
fn fragments(page: &str) -> Vec<String> {
    let headings = page.lines().filter(|line| line.starts_with('#'));
    let fragment = |heading: &str| {
        let kept = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = kept.chars().filter(|char| char.is_alphanumeric() || " -_".contains(*char));
        kept.map(|char| if char == ' ' { '-' } else { char }).collect()
    };
    headings.map(fragment).collect()
}

/// Asserts that a file of the repository exists, and has the heading of the fragment.
#[track_caller]
fn assert_file(folder: &Path, target: &str, page: &Path) {
    let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
    let file = if path.is_empty() { page.to_owned() } else { folder.join(path) };
    assert!(file.exists(), "{}: {target} is not a file", page.display());
    if !fragment.is_empty() {
        let found = fragments(&fs::read_to_string(&file).unwrap());
        let exists = found.iter().any(|heading| heading == fragment);
        assert!(exists, "{}: {target} is not among {found:?}", page.display());
    }
}

/// Adds the names that a `use` declares.
fn collect_names(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => collect_names(&path.tree, names),
        UseTree::Group(group) => group.items.iter().for_each(|tree| collect_names(tree, names)),
        UseTree::Name(name) => names.push(name.ident.to_string()),
        UseTree::Rename(rename) => names.push(rename.rename.to_string()),
        _ => {}
    }
}

/// Returns the names of the public modules and re-exports at the root of the runtime.
fn public_names() -> Vec<String> {
    let source = fs::read_to_string(root().join("runtime/src/lib.rs")).unwrap();
    let mut names = Vec::new();
    for item in syn::parse_file(&source).unwrap().items {
        match item {
            Item::Mod(module) if matches!(module.vis, Visibility::Public(_)) => {
                names.push(module.ident.to_string());
            }
            Item::Use(item) if matches!(item.vis, Visibility::Public(_)) => {
                collect_names(&item.tree, &mut names);
            }
            Item::Macro(item) => names.extend(item.ident.map(|name| name.to_string())),
            _ => {}
        }
    }
    names
}

#[test]
fn every_link_resolves() {
    let names = public_names();
    let mut count = 0;
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for link in links(&text) {
            count += 1;
            if let Some(path) = link.strip_prefix(REPOSITORY) {
                let path = path.trim_start_matches("blob/main/").trim_start_matches("tree/main/");
                assert_file(&root(), path, &page);
            } else if let Some(path) = link.strip_prefix(DOCUMENTATION) {
                // `tower/index.html`, `trait.HttpError.html`.
                let first = path.split(['/', '#']).next().unwrap_or_default();
                let name = first.trim_end_matches(".html").rsplit('.').next().unwrap_or_default();
                let exists = path.is_empty() || names.iter().any(|public| public == name);
                assert!(exists, "{}: {link} is not a public item", page.display());
            } else if !link.starts_with("https://") {
                assert_file(page.parent().unwrap(), link, &page);
            }
        }
    }
    assert!(count > 20, "only {count} links: does the search still find them?");
}

/// docs.rs and crates.io show these pages, and have none of the files around them.
#[test]
fn the_front_pages_have_no_relative_link() {
    for page in ["README.md", "registry/README.md", "macros/README.md", "runtime/README.md"] {
        let text = fs::read_to_string(root().join(page)).unwrap();
        for link in links(&text) {
            assert!(link.starts_with("https://"), "{page}: {link} is relative");
        }
    }
}

/// A package has no files from outside its folder.
#[test]
fn the_readme_of_the_runtime_equals_the_readme_of_the_repository() {
    let read = |path| fs::read_to_string(root().join(path)).unwrap();
    assert!(read("README.md") == read("runtime/README.md"), "copy README.md to runtime/README.md");
}
