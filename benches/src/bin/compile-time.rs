//! What a declaration costs to compile: `cargo run --release -p httperr-benches --bin compile-time`.
//!
//! Makes a crate of many enums, by hand and by the derive, and counts the instructions of rustc
//! with callgrind. What the same enums cost with `thiserror` alone is taken off, and so is what a
//! crate costs that has few of them: what is left is the HTTP half, for each variant.
//!
//! The arguments are the modes: `check`, `build` (debug), `warm` (a check after one changed line,
//! with the incremental cache), `literals` (what a use of `status!` costs above the constant); all of
//! them unless some are named.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use httperr_benches::number_after;

/// The enums of the smaller and the larger crate.
const ENUMS: [u32; 2] = [5, 30];
const VARIANTS: u32 = 10;
/// Where rustc is told to put its count.
const COUNT: &str = "HTTPERR_BENCH_COUNT";

fn main() {
    let mut arguments = env::args_os().skip(1);
    // Cargo calls this program in the place of rustc, with rustc's path before its arguments.
    if let Some(count) = env::var_os(COUNT) {
        let rustc = arguments.next().expect("rustc");
        panic!("{}", counted(Path::new(&count), Path::new(&rustc), arguments.collect()));
    }
    let modes: Vec<String> = env::args().skip(1).collect();
    let wanted = |mode: &str| modes.is_empty() || modes.iter().any(|wanted| wanted == mode);
    println!("thousand instructions of rustc for each variant, above thiserror's\n");
    println!("| mode | by hand | derive | ratio |\n|---|---|---|---|");
    for mode in ["check", "build", "warm"] {
        if wanted(mode) {
            let [base, hand, derived] =
                [Shape::Base, Shape::Hand, Shape::Derived].map(|shape| per_variant(shape, mode));
            let (hand, derived) = (hand - base, derived - base);
            println!("| {mode} | {hand:.0} | {derived:.0} | {:.2} |", derived / hand);
        }
    }
    if wanted("literals") {
        let [constant, literal] = ["http::StatusCode::NOT_FOUND", "httperr::status!(404)"]
            .map(|code| instructions("check", |uses| literals(code, uses), [1_000, 10_000]));
        println!("| a literal | 0 | {:.0} | |", literal - constant);
    }
}

/// Runs rustc under callgrind if it compiles the crate in question.
fn counted(count: &Path, rustc: &Path, arguments: Vec<std::ffi::OsString>) -> std::io::Error {
    let is_it = arguments.iter().any(|argument| argument == "enums");
    let mut command = match is_it {
        true => {
            let mut command = Command::new("valgrind");
            command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
            command.arg(format!("--log-file={}", count.display())).arg(rustc);
            command
        }
        false => Command::new(rustc),
    };
    command.args(arguments).exec()
}

#[derive(Clone, Copy)]
enum Shape {
    Base,
    Hand,
    Derived,
}

/// Thousand instructions for each variant.
fn per_variant(shape: Shape, mode: &str) -> f64 {
    instructions(mode, |enums| text(shape, enums), ENUMS) / f64::from(VARIANTS)
}

/// Thousand instructions for each of what the longer source has more than the shorter.
fn instructions(mode: &str, source: impl Fn(u32) -> String, counts: [u32; 2]) -> f64 {
    let [few, many] = counts.map(|count| compiled(mode, &source(count)));
    f64::from(u32::try_from((many - few) / 1_000).expect("some millions"))
        / f64::from(counts[1] - counts[0])
}

/// The instructions of rustc for a source.
fn compiled(mode: &str, text: &str) -> u64 {
    let root = folder();
    fs::create_dir_all(root.join("src")).expect("a folder");
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    fs::write(
        root.join("Cargo.toml"),
        format!(
            "[package]\nname = \"enums\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\
             [dependencies]\naxum = {{ version = \"0.8\", default-features = false, features = \
             [\"json\"] }}\nhttp = \"1.4\"\nthiserror = \"2\"\nhttperr = {{ path = \"{}\", \
             features = [\"axum\"] }}\n[workspace]\n",
            runtime.display()
        ),
    )
    .expect("a manifest");
    let source = root.join("src/lib.rs");
    fs::write(&source, text).expect("a source");
    let count = root.join("count");
    let command = if mode == "build" { "build" } else { "check" };
    cargo(&root, command, mode == "warm", None);
    if mode == "warm" {
        fs::write(&source, text.replace("nothing", "nobody")).expect("a source");
    } else {
        fs::write(&source, format!("{text}\n")).expect("a source");
    }
    cargo(&root, command, mode == "warm", Some(&count));
    number_after(&fs::read_to_string(&count).expect("a count"), "Collected :")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/compile-time")
}

fn cargo(root: &Path, command: &str, incremental: bool, count: Option<&Path>) {
    let mut cargo = Command::new("cargo");
    cargo.args([command, "--quiet"]).current_dir(root);
    cargo.env("CARGO_INCREMENTAL", if incremental { "1" } else { "0" });
    cargo.env("CARGO_TARGET_DIR", root.join("target"));
    if let Some(count) = count {
        cargo.env(COUNT, count);
        cargo.env("RUSTC_WORKSPACE_WRAPPER", env::current_exe().expect("this program"));
    }
    assert!(cargo.status().expect("cargo is there").success(), "the crate does not compile");
}

/// What each variant is: its fields, its text, its status, and what else a declaration says.
const KINDS: [(&str, &str, &str, u16); 5] = [
    ("", "nothing", "404", 404),
    ("(u64)", "number {0}", "422", 422),
    (" { name: String }", "name {name}", "409", 409),
    ("(String)", "server {0}", "500", 500),
    ("", "gone", "410", 410),
];

fn text(shape: Shape, enums: u32) -> String {
    let mut out = String::from("//! nothing\n");
    if matches!(shape, Shape::Hand) {
        out.push_str(
            "fn respond(status: http::StatusCode, text: String) -> axum::response::Response {\n\
             axum::response::IntoResponse::into_response((status, text))\n}\n",
        );
    }
    for number in 0..enums {
        let derive = if matches!(shape, Shape::Derived) { ", httperr::HttpError" } else { "" };
        let _ = writeln!(out, "#[derive(Debug, thiserror::Error{derive})]\npub enum E{number} {{");
        for variant in 0..VARIANTS {
            let (fields, text, status, _) = KINDS[variant as usize % KINDS.len()];
            let _ = writeln!(out, "    #[error(\"{text}\")]");
            if matches!(shape, Shape::Derived) {
                let _ = writeln!(out, "    #[http({status})]");
            }
            let _ = writeln!(out, "    V{variant}{fields},");
        }
        out.push_str("}\n");
        if matches!(shape, Shape::Hand) {
            by_hand(&mut out, number);
        }
    }
    out
}

fn literals(code: &str, uses: u32) -> String {
    let mut out = String::from("//! nothing\n");
    for number in 0..uses {
        let _ = writeln!(out, "pub fn f{number}() -> http::StatusCode {{ {code} }}");
    }
    out
}

fn by_hand(out: &mut String, number: u32) {
    let _ = writeln!(
        out,
        "impl E{number} {{\n    fn status(&self) -> http::StatusCode {{\n        match self {{"
    );
    for variant in 0..VARIANTS {
        let (.., status) = KINDS[variant as usize % KINDS.len()];
        let name = match status {
            404 => "NOT_FOUND",
            422 => "UNPROCESSABLE_ENTITY",
            409 => "CONFLICT",
            410 => "GONE",
            _ => "INTERNAL_SERVER_ERROR",
        };
        let _ = writeln!(
            out,
            "            E{number}::V{variant} {{ .. }} => http::StatusCode::{name},"
        );
    }
    let _ = writeln!(
        out,
        "        }}\n    }}\n}}\nimpl axum::response::IntoResponse for E{number} {{\n    fn \
         into_response(self) -> axum::response::Response {{\n        respond(self.status(), \
         self.to_string())\n    }}\n}}"
    );
}
