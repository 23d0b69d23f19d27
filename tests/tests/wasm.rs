//! Calls that compile on WebAssembly and panic there.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Adds the code of a folder to `code`: each file without comments and without its tests.
fn read_code(folder: &Path, code: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_code(&path, code);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).unwrap();
            let source = source.split("#[cfg(test)]\nmod tests").next().unwrap().lines();
            let lines: Vec<&str> = source.filter(|line| !line.trim().starts_with("//")).collect();
            code.push((path, lines.join("\n")));
        }
    }
}

/// The calls compile on `wasm32-unknown-unknown`, and panic there.
#[test]
fn the_default_runtime_calls_nothing_that_panics_on_wasm() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut code = Vec::new();
    for folder in ["registry/src", "runtime/src"] {
        read_code(&root.join(folder), &mut code);
    }
    assert!(code.len() > 60, "only {} files", code.len());
    let mut found = Vec::new();
    for (path, source) in &code {
        for call in ["SystemTime::now", "Instant::now", "thread::spawn", "thread::sleep"] {
            found.extend(source.matches(call).map(|call| (call, path.file_name().unwrap())));
        }
    }
    // Not called there: `now` in this file returns `None` instead.
    assert_eq!(found, [("SystemTime::now", OsStr::new("retry_after.rs"))]);
}
