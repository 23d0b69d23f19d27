//! What the README shows is what happens.

use std::fs;
use std::path::Path;

use httperr::http::StatusCode;
use httperr::HttpError;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

/// The message of a UI test as a user sees it: without the place, and a denied warning as the
/// warning that it is by default.
fn shown(stderr: &str) -> String {
    let end = stderr.find("  |\nnote: the lint level").unwrap_or(stderr.len());
    let lines = stderr[..end].lines().filter(|line| !line.contains("-->"));
    lines.map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// The code blocks of that language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    text.split(&fence)
        .skip(1)
        .filter_map(|rest| Some(rest.split("```").next()?.to_owned()))
        .collect()
}

#[test]
fn the_compile_error_and_the_warning_are_those_that_rustc_prints() {
    let readme = read("../README.md");
    let blocks = blocks(&readme, "text");
    let [error, warning] = &blocks[..] else { panic!("{blocks:?}") };
    assert_eq!(shown(error), shown(&read("ui/readme/error.stderr")));
    let denied = shown(&read("ui/readme/warning.stderr"));
    assert_eq!(shown(warning), denied.replacen("error:", "warning:", 1));
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://api.example.com/problems")]
enum ApiError {
    #[error("balance {balance} is below {price}")]
    #[http(422, code = "out-of-credit", title = "Not enough credit")]
    OutOfCredit {
        #[http(extension)]
        balance: i64,
        #[http(extension)]
        price: i64,
    },
    #[error("database: {0}")]
    #[http(500)]
    Database(#[from] std::io::Error),
}

#[test]
fn the_responses_are_those_on_the_wire() {
    let io = std::io::Error::from(std::io::ErrorKind::NotFound);
    let errors = [ApiError::OutOfCredit { balance: 30, price: 50 }, ApiError::Database(io)];
    let blocks = blocks(&read("../README.md"), "http");
    assert_eq!(blocks.len(), errors.len());
    for (block, error) in blocks.iter().zip(errors) {
        let response = error.to_response();
        let phrase = response.status().canonical_reason().unwrap();
        let mut wire = format!("HTTP/1.1 {} {phrase}\n", response.status().as_u16());
        for (name, value) in response.headers() {
            wire += &format!("{name}: {}\n", value.to_str().unwrap());
        }
        wire += &format!("\n{}\n", std::str::from_utf8(response.body()).unwrap());
        assert_eq!(*block, wire);
    }
    assert_eq!(StatusCode::UNPROCESSABLE_ENTITY.canonical_reason(), Some("Unprocessable Entity"));
}

#[test]
fn the_commands_are_those_that_there_are() {
    let readme = read("../README.md");
    let commands = blocks(&readme, "sh");
    assert_eq!(commands, ["cargo run --example shop\n", "cargo test --workspace\n"]);
    assert!(read("../.ci/run").contains("cargo test --workspace"));
    assert!(read("../examples/Cargo.toml").contains("name = \"shop\""));
}
