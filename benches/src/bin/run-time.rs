//! What an error costs to answer: `cargo run --release -p httperr-benches --bin run-time`.
//!
//! With the argument `check`, only what is answered on axum with a constant body and with a formatted
//! text, and a failure where the derive costs more than its bound. With `compare`, these two beside
//! published derives.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use httperr_benches::package::{cargo, ours, package, PUBLISHED_ACTIX_WEB, PUBLISHED_AXUM};
use httperr_benches::work::{Work, WORK};
use httperr_benches::{cost, Cost};

/// What the derive may cost, as a share of what it costs by hand, and what of that `check` lets pass.
const BOUNDS: &[(&str, &str, f64)] =
    &[("constant body", "axum", 1.05), ("formatted text", "axum", 1.05)];
const SLACK: f64 = 1.10;

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    match (arguments.next().as_deref(), arguments.next()) {
        (Some("check"), _) => report(true),
        (Some("compare"), None) => compare(),
        (Some(at), Some(count)) => {
            work(at, count.parse().expect("a count"));
            ExitCode::SUCCESS
        }
        _ => report(false),
    }
}

/// Does the work of that number so often: by hand where it is even, else by the derive.
fn work(at: &str, count: u32) {
    let at: usize = at.parse().expect("a number");
    let work = &WORK[at / 2];
    let once = if at.is_multiple_of(2) { work.by_hand } else { work.derived };
    for _ in 0..count {
        once();
    }
}

fn report(check: bool) -> ExitCode {
    let program = env::current_exe().expect("this program");
    println!("| error | where | by hand | derive | ratio |\n|---|---|---|---|---|");
    let mut kept = true;
    for (at, Work { error, framework, .. }) in WORK.iter().enumerate() {
        let bound = BOUNDS.iter().find(|(of, on, _)| of == error && on == framework);
        if check && bound.is_none() {
            continue;
        }
        let [hand, derived] = [2 * at, 2 * at + 1].map(|at| cost(&program, &at.to_string()));
        let ratio = derived.instructions / hand.instructions;
        println!("| {error} | {framework} | {} | {} | {ratio:.2} |", shown(hand), shown(derived));
        kept &= bound.is_none_or(|(.., bound)| ratio <= bound * SLACK);
    }
    match kept || !check {
        true => ExitCode::SUCCESS,
        false => {
            eprintln!("the derive costs more than its bound: {BOUNDS:?}");
            ExitCode::FAILURE
        }
    }
}

/// What is compared: where, by which, and the form of the body.
const COMPARED: [(&str, &str, &str); 12] = [
    ("axum", "by hand", "problem"),
    ("axum", "httperr", "problem"),
    ("axum", "by hand", "text"),
    ("axum", "httperr", "text"),
    ("axum", "axum_thiserror", "text"),
    ("axum", "axum-error-handler", "JSON"),
    ("actix-web", "by hand", "problem"),
    ("actix-web", "httperr", "problem"),
    ("actix-web", "by hand", "text"),
    ("actix-web", "httperr", "text"),
    ("actix-web", "actix-web-error `Text`", "text"),
    ("actix-web", "actix-web-error `Json`", "JSON"),
];

fn compare() -> ExitCode {
    let own = env::current_exe().expect("this program");
    let published = published();
    println!("| where | by | body | constant | one formatted text |\n|---|---|---|---|---|");
    for (framework, by, body) in COMPARED {
        let [constant, formatted] = ["constant body", "formatted text"].map(|error| {
            let is_it = |work: &Work| work.framework == framework && work.error == error;
            shown(match WORK.iter().position(is_it) {
                Some(at) if body == "problem" => {
                    let derived = usize::from(by == "httperr");
                    cost(&own, &(2 * at + derived).to_string())
                }
                _ => cost(&published, &format!("{framework}/{by}/{error}")),
            })
        });
        println!("| {framework} | {by} | {body} | {constant} | {formatted} |");
    }
    ExitCode::SUCCESS
}

/// Builds the program with the published derives.
fn published() -> PathBuf {
    let mut dependencies = String::from(
        "actix-web = { version = \"4\", default-features = false }\n\
         axum = { version = \"0.8\", default-features = false, features = [\"json\"] }\n\
         serde_json = \"1\"\nthiserror = \"2\"\n",
    );
    dependencies.push_str(&ours(&["actix-web", "axum"]));
    dependencies.extend(PUBLISHED_AXUM.iter().chain(&PUBLISHED_ACTIX_WEB).map(|(_, line)| *line));
    let root = package("compare-run-time", &dependencies);
    fs::write(root.join("src/main.rs"), include_str!("../../compare.rs")).expect("a source");
    let status = cargo(&root).args(["build", "--release", "--quiet"]).status();
    assert!(status.expect("cargo is there").success(), "it does not compile");
    root.join("target/release/measured")
}

fn shown(cost: Cost) -> String {
    format!("{:.0} / {:.0}", cost.instructions, cost.allocations)
}
