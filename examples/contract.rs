//! Compares two catalogs, for CI: the file of the main branch with that of a pull request.
//!
//! ```sh
//! cargo run --example contract -- old.json new.json
//! ```
//!
//! It prints a line for each difference. The exit code is 0 if no client can break, 1 if one can, and 2
//! if a file cannot be read.

use std::process::ExitCode;

use httperr::contract;

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    ExitCode::from(run(&files))
}

/// Compares two files. Returns the exit code.
pub fn run(files: &[String]) -> u8 {
    let [old, new] = files else {
        eprintln!("usage: contract <old.json> <new.json>");
        return 2;
    };
    match compare(old, new) {
        Ok(differences) => {
            print!("{differences}");
            u8::from(differences.has_breaking())
        }
        Err(message) => {
            eprintln!("{message}");
            2
        }
    }
}

fn compare(old: &str, new: &str) -> Result<contract::Differences, String> {
    let read = |path: &str| {
        std::fs::read_to_string(path).map_err(|error| format!("cannot read `{path}`: {error}"))
    };
    contract::compare(&read(old)?, &read(new)?).map_err(|error| error.to_string())
}
