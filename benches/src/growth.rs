//! The time and the memory of rustc for one type with many cases, and for many types in one crate.

use std::fmt::Write as _;
use std::fs;

use crate::package::{cargo, httperr_dependency, package, usage, Usage};

const CASES: [u32; 4] = [10, 100, 1_000, 10_000];
const TYPES: [u32; 3] = [20, 200, 2_000];
const CASES_PER_TYPE: u32 = 5;

/// The number of runs, of which the fastest counts.
const RUNS: u32 = 3;

/// Prints a table: a check of the types alone, and with the derive.
///
/// # Panics
///
/// Panics if a crate does not compile, or if GNU time is not installed.
pub fn report() {
    println!("| types | cases of each | s | s with derive | s of expansion | µs of expansion per case | MiB | MiB with derive |");
    println!("|---|---|---|---|---|---|---|---|");
    let sizes = CASES.map(|cases| (1, cases)).into_iter();
    for (types, cases) in sizes.chain(TYPES.map(|types| (types, CASES_PER_TYPE))) {
        let [plain, derived] = [false, true].map(|derives| check(&source(types, cases, derives)));
        let expansion = derived.expansion - plain.expansion;
        println!(
            "| {types} | {cases} | {:.2} | {:.2} | {expansion:.3} | {:.0} | {:.0} | {:.0} |",
            plain.user,
            derived.user,
            expansion * 1e6 / f64::from(types * cases),
            plain.memory / 1024.0,
            derived.memory / 1024.0,
        );
    }
}

/// Returns the types, with `Display` in a function that does not grow with them.
fn source(types: u32, cases: u32, derives: bool) -> String {
    let mut out = String::from("//! nothing\n");
    let derive = if derives { "#[derive(httperr::HttpError)]\n" } else { "" };
    for number in 0..types {
        let _ = writeln!(out, "{derive}pub enum E{number} {{");
        for case in 0..cases {
            let attribute = match (derives, case % 3) {
                (false, _) => "",
                (true, 0) => "#[http(404)] ",
                (true, 1) => "#[http(409, detail = \"taken\")] ",
                (true, _) => "#[http(500, code = \"c\")] ",
            };
            let attribute = attribute.replace("\"c\"", &format!("\"c{case}\""));
            let fields = ["", "(u64)", " { name: String }"][case as usize % 3];
            let _ = writeln!(out, "    {attribute}V{case}{fields},");
        }
        let _ = writeln!(
            out,
            "}}\nimpl std::fmt::Debug for E{number} {{ {FMT} }}\n\
             impl std::fmt::Display for E{number} {{ {FMT} }}\n\
             impl std::error::Error for E{number} {{}}"
        );
    }
    out
}

const FMT: &str =
    "fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(\"x\") }";

fn check(source: &str) -> Usage {
    let root = package("growth", &httperr_dependency(&[]));
    let run = |number: u32| {
        fs::write(root.join("src/lib.rs"), format!("{source}// {number}\n")).expect("a source");
        usage(cargo(&root).args(["check", "--quiet"]).env("CARGO_INCREMENTAL", "0"), &root)
    };
    let runs = (0..RUNS).map(run);
    runs.min_by(|a, b| a.expansion.total_cmp(&b.expansion)).expect("a run")
}
