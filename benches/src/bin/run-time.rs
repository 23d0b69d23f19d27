//! The cost of an error response: `cargo run --release -p httperr-benches --bin run-time`.
//!
//! With the argument `check`, only the responses on axum with a constant body, with a formatted text and
//! with two headers, and the one with a constant body and the `http` crate, are measured, and the program fails if
//! the derive exceeds its bound. With `compare`, a constant body and a formatted text are compared with published
//! derives. With `layer`, which needs the feature of that name, requests to a service with `ErrorLayer` and to
//! problem pages are measured.

use std::env;
use std::fs;
#[cfg(feature = "layer")]
use std::hint::black_box;
use std::path::PathBuf;
use std::process::ExitCode;

#[cfg(feature = "layer")]
use httperr_benches::layer::REQUESTS;
use httperr_benches::package::{
    cargo, httperr_dependency, package, PUBLISHED_ACTIX_WEB, PUBLISHED_AXUM,
};
use httperr_benches::work::{Work, WORK};
use httperr_benches::{cost, Cost};

/// The bounds on the cost of the derive relative to manual impls, and the tolerance of `check`.
const BOUNDS: &[(&str, &str, f64)] = &[
    ("constant body", "axum", 0.85),
    ("constant body", "http", 1.05),
    ("formatted text", "axum", 1.05),
    ("two headers", "axum", 1.05),
];
const SLACK: f64 = 1.10;

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    match (arguments.next().as_deref(), arguments.next()) {
        (Some("check"), _) => report(true),
        (Some("compare"), None) => compare(),
        #[cfg(feature = "layer")]
        (Some("layer"), None) => report_layer(),
        (Some(at), Some(count)) => {
            work(at, count.parse().expect("a count"));
            ExitCode::SUCCESS
        }
        _ => report(false),
    }
}

/// Runs a piece of work `count` times: the manual impl for an even number, else the derive. A number of a
/// request begins with `r`.
fn work(at: &str, count: u32) {
    #[cfg(feature = "layer")]
    if let Some(at) = at.strip_prefix('r') {
        let at: usize = at.parse().expect("a number");
        let mut once = (REQUESTS[at].prepare)();
        for _ in 0..count {
            drop(black_box(once()));
        }
        return;
    }
    let at: usize = at.parse().expect("a number");
    let work = &WORK[at / 2];
    let once = if at.is_multiple_of(2) { work.manual } else { work.derived };
    for _ in 0..count {
        once();
    }
}

fn report(check: bool) -> ExitCode {
    let program = env::current_exe().expect("this program");
    println!("| error | where | manual | derive | ratio |\n|---|---|---|---|---|");
    let mut is_within = true;
    for (at, Work { error, framework, .. }) in WORK.iter().enumerate() {
        let bound = BOUNDS.iter().find(|(of, on, _)| of == error && on == framework);
        if check && bound.is_none() {
            continue;
        }
        let [hand, derived] = [2 * at, 2 * at + 1].map(|at| cost(&program, &at.to_string()));
        let ratio = derived.instructions / hand.instructions;
        println!(
            "| {error} | {framework} | {} | {} | {ratio:.2} |",
            format_cost(hand),
            format_cost(derived)
        );
        is_within &= bound.is_none_or(|(.., bound)| ratio <= bound * SLACK);
    }
    match is_within || !check {
        true => ExitCode::SUCCESS,
        false => {
            eprintln!("the derive costs more than its bound: {BOUNDS:?}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(feature = "layer")]
fn report_layer() -> ExitCode {
    let program = env::current_exe().expect("this program");
    println!("| request | instructions | allocations |\n|---|---|---|");
    for (at, request) in REQUESTS.iter().enumerate() {
        let cost = cost(&program, &format!("r{at}"));
        println!("| {} | {:.0} | {:.0} |", request.name, cost.instructions, cost.allocations);
    }
    ExitCode::SUCCESS
}

/// The framework, the implementation, and the kind of body.
const COMPARED: [(&str, &str, &str); 12] = [
    ("axum", "manual", "problem"),
    ("axum", "httperr", "problem"),
    ("axum", "manual", "text"),
    ("axum", "httperr", "text"),
    ("axum", "axum_thiserror", "text"),
    ("axum", "axum-error-handler", "JSON"),
    ("actix-web", "manual", "problem"),
    ("actix-web", "httperr", "problem"),
    ("actix-web", "manual", "text"),
    ("actix-web", "httperr", "text"),
    ("actix-web", "actix-web-error `Text`", "text"),
    ("actix-web", "actix-web-error `Json`", "JSON"),
];

fn compare() -> ExitCode {
    let this_program = env::current_exe().expect("this program");
    let program = build_published();
    println!("| where | by | body | constant | one formatted text |\n|---|---|---|---|---|");
    for (framework, by, body) in COMPARED {
        let [constant, formatted] = ["constant body", "formatted text"].map(|error| {
            let is_it = |work: &Work| work.framework == framework && work.error == error;
            format_cost(match WORK.iter().position(is_it) {
                Some(at) if body == "problem" => {
                    let is_derived = usize::from(by == "httperr");
                    cost(&this_program, &(2 * at + is_derived).to_string())
                }
                _ => cost(&program, &format!("{framework}/{by}/{error}")),
            })
        });
        println!("| {framework} | {by} | {body} | {constant} | {formatted} |");
    }
    ExitCode::SUCCESS
}

/// Builds the program with the published derives.
fn build_published() -> PathBuf {
    let mut dependencies = String::from(
        "actix-web = { version = \"4\", default-features = false }\n\
         axum = { version = \"0.8\", default-features = false, features = [\"json\"] }\n\
         serde_json = \"1\"\nthiserror = \"2\"\n",
    );
    dependencies.push_str(&httperr_dependency(&["actix-web", "axum"]));
    dependencies.extend(PUBLISHED_AXUM.iter().chain(&PUBLISHED_ACTIX_WEB).map(|(_, line)| *line));
    let root = package("compare-run-time", &dependencies);
    fs::write(root.join("src/main.rs"), include_str!("../../compare.rs")).expect("a source");
    let status = cargo(&root).args(["build", "--release", "--quiet"]).status();
    assert!(status.expect("cargo is there").success(), "it does not compile");
    root.join("target/release/measured")
}

fn format_cost(cost: Cost) -> String {
    format!("{:.0} / {:.0}", cost.instructions, cost.allocations)
}
