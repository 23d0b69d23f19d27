//! Compares the examples of the README with the code.

use std::fs;
use std::path::Path;

use httperr::http::StatusCode;
use httperr::HttpError;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

/// Returns the message of a diagnostic and the code below it. The README wraps the message and omits the
/// path of the file; a UI test denies the warning that users see.
fn diagnostic(text: &str) -> (String, String) {
    let end = text.find("  |\nnote: the lint level").unwrap_or(text.len());
    let mut lines = text[..end].lines();
    let message: Vec<&str> = lines
        .by_ref()
        .take_while(|line| !line.contains("-->"))
        .flat_map(str::split_whitespace)
        .collect();
    let code: Vec<&str> = lines.map(str::trim_end).collect();
    (message.join(" "), code.join("\n").trim_end().to_owned())
}

/// Removes the white space that the README adds between the tokens of a JSON text.
fn compact(json: &str) -> String {
    let mut is_string = false;
    let mut is_escaped = false;
    let mut compact = String::new();
    for character in json.chars() {
        if is_string || !character.is_whitespace() {
            compact.push(character);
        }
        is_string ^= character == '"' && !is_escaped;
        is_escaped = is_string && character == '\\' && !is_escaped;
    }
    compact
}

/// Returns the code blocks of a language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    text.split(&fence)
        .skip(1)
        .filter_map(|rest| Some(rest.split("```").next()?.to_owned()))
        .collect()
}

#[test]
fn the_diagnostics_equal_the_output_of_rustc() {
    let readme = read("../README.md");
    let blocks = blocks(&readme, "text");
    let [error, warning] = &blocks[..] else { panic!("{blocks:?}") };
    assert_eq!(diagnostic(error), diagnostic(&read("ui/readme/error.stderr")));
    let denied = read("ui/readme/warning.stderr").replacen("error:", "warning:", 1);
    assert_eq!(diagnostic(warning), diagnostic(&denied));
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
fn the_responses_equal_the_bytes_sent() {
    let io = std::io::Error::from(std::io::ErrorKind::NotFound);
    let errors = [ApiError::OutOfCredit { balance: 30, price: 50 }, ApiError::Database(io)];
    let blocks = blocks(&read("../README.md"), "http");
    assert_eq!(blocks.len(), errors.len());
    for (block, error) in blocks.iter().zip(errors) {
        let response = error.to_response();
        let phrase = response.status().canonical_reason().unwrap();
        let mut head = format!("HTTP/1.1 {} {phrase}\n", response.status().as_u16());
        for (name, value) in response.headers() {
            head += &format!("{name}: {}\n", value.to_str().unwrap());
        }
        let (shown_head, shown_body) = block.split_once("\n\n").unwrap();
        assert_eq!(shown_head, head.trim_end());
        assert_eq!(compact(shown_body), std::str::from_utf8(response.body()).unwrap());
    }
    assert_eq!(StatusCode::UNPROCESSABLE_ENTITY.canonical_reason(), Some("Unprocessable Entity"));
}

#[test]
fn the_commands_exist() {
    let readme = read("../README.md");
    let commands = blocks(&readme, "sh");
    assert_eq!(commands, ["cargo run --example shop\n", "cargo test --workspace\n"]);
    assert!(read("../.ci/run").contains("cargo test --workspace"));
    assert!(read("../examples/Cargo.toml").contains("name = \"shop\""));
}
