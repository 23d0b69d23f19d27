//! What a declaration costs to compile: `cargo run --release -p httperr-benches --bin compile-time`.
//!
//! Makes a crate of many enums, by hand and by the derive, and counts the instructions of rustc
//! with callgrind. What the same enums cost with `thiserror` alone is taken off, and so is what a
//! crate costs that has few of them: what is left is the HTTP half, for each variant.
//!
//! The arguments are the modes: `check`, `build` (debug), `warm` (a check after one changed line,
//! with the incremental cache), `literals` (what a use of `status!` costs above the constant); all of
//! these unless some are named. Two more take long, and are only there when they are named: `compare`
//! (the first three, of published derives too) and `cold` (what is added to a cold build). `bound` is
//! `check`, and a failure where the derive costs more than its bound.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use httperr_benches::cold;
use httperr_benches::package::{
    cargo, count, counted, do_not_count, ours, package, stand_in_for_rustc, PUBLISHED_ACTIX_WEB,
    PUBLISHED_AXUM,
};

/// The enums of the smaller and the larger crate.
const ENUMS: [u32; 2] = [5, 30];
const VARIANTS: u32 = 10;
const MODES: [&str; 3] = ["check", "build", "warm"];
/// What the derive may cost to check, as a share of what it costs by hand, and what of that `bound`
/// lets pass.
const BOUND: f64 = 2.25;
const SLACK: f64 = 1.10;

fn main() -> ExitCode {
    stand_in_for_rustc();
    let modes: Vec<String> = env::args().skip(1).collect();
    let named = |mode: &str| modes.iter().any(|named| named == mode);
    let bounded = named("bound");
    let wanted = |mode: &str| modes.is_empty() || named(mode) || bounded && mode == "check";
    let mut kept = true;
    if MODES.into_iter().chain(["literals"]).any(wanted) {
        println!("thousand instructions of rustc for each variant, above thiserror's\n");
        println!("| mode | by hand | derive | ratio |\n|---|---|---|---|");
    }
    let root = axum("compile-time", &[]);
    for mode in MODES {
        if wanted(mode) {
            let [base, hand, derived] = [Shape::Base, Shape::HandAxum, HTTPERR]
                .map(|shape| per_variant(&root, shape, &KINDS, mode));
            let (hand, derived) = (hand - base, derived - base);
            let ratio = derived / hand;
            println!("| {mode} | {hand:.0} | {derived:.0} | {ratio:.2} |");
            kept &= !bounded || mode != "check" || ratio <= BOUND * SLACK;
        }
    }
    if wanted("literals") {
        let [constant, literal] = ["http::StatusCode::NOT_FOUND", "httperr::status!(404)"]
            .map(|code| instructions(&root, "check", |uses| literals(code, uses), [1_000, 10_000]));
        println!("| a literal | 0 | {:.0} | |", literal - constant);
    }
    if named("compare") {
        compare();
    }
    if named("cold") {
        cold::report();
    }
    match kept {
        true => ExitCode::SUCCESS,
        false => {
            eprintln!("the derive costs more than its bound, {BOUND} of what it costs by hand");
            ExitCode::FAILURE
        }
    }
}

/// By hand, ours and the published derives, framework by framework.
fn compare() {
    println!("thousand instructions of rustc for each variant, above thiserror's\n");
    println!("| framework | derive | check | build (debug) | warm |\n|---|---|---|---|---|");
    let root = axum("compare-axum", &PUBLISHED_AXUM);
    let shapes = [
        ("by hand", Shape::HandAxum),
        ("httperr", HTTPERR),
        ("axum_thiserror", AXUM_THISERROR),
        ("axum-error-handler", AXUM_ERROR_HANDLER),
    ];
    compared("axum", &root, &shapes);
    let actix_web = "actix-web = { version = \"4\", default-features = false }\n";
    let root = made("compare-actix-web", actix_web, "actix-web", &PUBLISHED_ACTIX_WEB);
    let shapes = [
        ("by hand", Shape::HandActixWeb),
        ("httperr", HTTPERR),
        ("actix-web-error `Text`", ACTIX_WEB_ERROR_TEXT),
        ("actix-web-error `Json`", ACTIX_WEB_ERROR_JSON),
    ];
    compared("actix-web", &root, &shapes);
}

fn compared(framework: &str, root: &Path, shapes: &[(&str, Shape)]) {
    let cost = |shape| MODES.map(|mode| per_variant(root, shape, &TUPLES, mode));
    let base = cost(Shape::Base);
    for (name, shape) in shapes {
        let [check, build, warm] = cost(*shape);
        let [check, build, warm] = [check - base[0], build - base[1], warm - base[2]];
        println!("| {framework} | {name} | {check:.0} | {build:.0} | {warm:.0} |");
    }
}

#[derive(Clone, Copy)]
enum Shape {
    Base,
    HandAxum,
    HandActixWeb,
    /// A derive, and its attributes for a variant.
    Derived(&'static str, &'static str),
}

const HTTPERR: Shape = Shape::Derived("httperr::HttpError", "#[http({number})]");
const AXUM_THISERROR: Shape =
    Shape::Derived("axum_thiserror::ErrorStatus", "#[status(axum::http::StatusCode::{name})]");
const AXUM_ERROR_HANDLER: Shape = Shape::Derived(
    "axum_error_handler::AxumErrorResponse",
    "#[status_code(\"{number}\")] #[code(\"{name}\")]",
);
const ACTIX_WEB_ERROR_TEXT: Shape = Shape::Derived("actix_web_error::Text", "#[status({name})]");
const ACTIX_WEB_ERROR_JSON: Shape = Shape::Derived("actix_web_error::Json", "#[status({name})]");

/// Thousand instructions for each variant.
fn per_variant(root: &Path, shape: Shape, kinds: &[Kind], mode: &str) -> f64 {
    instructions(root, mode, |enums| text(shape, kinds, enums), ENUMS) / f64::from(VARIANTS)
}

/// Thousand instructions for each of what the longer source has more than the shorter.
fn instructions(root: &Path, mode: &str, source: impl Fn(u32) -> String, counts: [u32; 2]) -> f64 {
    let [few, many] = counts.map(|count| compiled(root, mode, &source(count)));
    f64::from(u32::try_from((many - few) / 1_000).expect("some millions"))
        / f64::from(counts[1] - counts[0])
}

/// A package with axum and some more.
fn axum(folder: &str, more: &[(&str, &str)]) -> PathBuf {
    let axum = "axum = { version = \"0.8\", default-features = false, features = [\"json\"] }\n";
    made(folder, axum, "axum", more)
}

fn made(folder: &str, framework: &str, feature: &str, more: &[(&str, &str)]) -> PathBuf {
    let mut dependencies =
        format!("{framework}http = \"1.4\"\nthiserror = \"2\"\n{}", ours(&[feature]));
    dependencies.extend(more.iter().map(|(_, line)| *line));
    package(folder, &dependencies)
}

/// The line that is changed before a warm check.
const TOUCHED: &str = "pub fn touched() -> u8 { 1 }";

/// The instructions of rustc for a source.
fn compiled(root: &Path, mode: &str, text: &str) -> u64 {
    let source = root.join("src/lib.rs");
    fs::write(&source, text).expect("a source");
    let run = |is_counted: bool| {
        let mut cargo = cargo(root);
        cargo.args([if mode == "build" { "build" } else { "check" }, "--quiet"]);
        cargo.env("CARGO_INCREMENTAL", if mode == "warm" { "1" } else { "0" });
        match is_counted {
            true => count(&mut cargo, root, false),
            false => do_not_count(&mut cargo),
        };
        assert!(cargo.status().expect("cargo is there").success(), "it does not compile");
    };
    run(false);
    let changed = match mode {
        "warm" => text.replace(TOUCHED, "pub fn touched() -> u8 { 2 }"),
        _ => format!("{text}\n"),
    };
    fs::write(&source, changed).expect("a source");
    run(true);
    counted(root, "measured")
}

/// A variant: its fields, its text, its status as a number and by name.
type Kind = (&'static str, &'static str, &'static str, &'static str);

const KINDS: [Kind; 5] = [
    ("", "nothing", "404", "NOT_FOUND"),
    ("(u64)", "number {0}", "422", "UNPROCESSABLE_ENTITY"),
    (" { name: String }", "name {name}", "409", "CONFLICT"),
    ("(String)", "server {0}", "500", "INTERNAL_SERVER_ERROR"),
    ("", "gone", "410", "GONE"),
];

/// The same without a named field: axum-error-handler takes none.
const TUPLES: [Kind; 5] = {
    let mut kinds = KINDS;
    kinds[2] = ("(String)", "name {0}", "409", "CONFLICT");
    kinds
};

fn text(shape: Shape, kinds: &[Kind], enums: u32) -> String {
    let mut out = format!("//! nothing\n{TOUCHED}\n");
    if matches!(shape, Shape::HandAxum) {
        out.push_str(
            "fn respond(status: http::StatusCode, text: String) -> axum::response::Response {\n\
             axum::response::IntoResponse::into_response((status, text))\n}\n",
        );
    }
    for number in 0..enums {
        let (derive, attribute) = match shape {
            Shape::Derived(derive, attribute) => (format!(", {derive}"), attribute),
            _ => (String::new(), ""),
        };
        let _ = writeln!(out, "#[derive(Debug, thiserror::Error{derive})]\npub enum E{number} {{");
        for variant in 0..VARIANTS {
            let (fields, text, number, name) = kinds[variant as usize % kinds.len()];
            let _ = writeln!(out, "    #[error(\"{text}\")]");
            if !attribute.is_empty() {
                let attribute = attribute.replace("{number}", number).replace("{name}", name);
                let _ = writeln!(out, "    {attribute}");
            }
            let _ = writeln!(out, "    V{variant}{fields},");
        }
        out.push_str("}\n");
        match shape {
            Shape::HandAxum => {
                let status = "fn status(&self) -> http::StatusCode";
                by_hand(&mut out, number, &format!("impl E{number}"), status, kinds);
                let _ = writeln!(
                    out,
                    "impl axum::response::IntoResponse for E{number} {{\n    fn \
                     into_response(self) -> axum::response::Response {{\n        \
                     respond(self.status(), self.to_string())\n    }}\n}}"
                );
            }
            Shape::HandActixWeb => {
                let head = format!("impl actix_web::ResponseError for E{number}");
                let status = "fn status_code(&self) -> actix_web::http::StatusCode";
                by_hand(&mut out, number, &head, status, kinds);
            }
            Shape::Base | Shape::Derived(..) => {}
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

/// An impl with a function that has a status for each variant.
fn by_hand(out: &mut String, number: u32, head: &str, status: &str, kinds: &[Kind]) {
    let (_, path) = status.rsplit_once("-> ").expect("a type");
    let _ = writeln!(out, "{head} {{\n    {status} {{\n        match self {{");
    for variant in 0..VARIANTS {
        let (.., name) = kinds[variant as usize % kinds.len()];
        let _ = writeln!(out, "            E{number}::V{variant} {{ .. }} => {path}::{name},");
    }
    out.push_str("        }\n    }\n}\n");
}
