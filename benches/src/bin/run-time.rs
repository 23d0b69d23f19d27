//! What an error costs to answer: `cargo run --release -p httperr-benches --bin run-time`.
//!
//! With the argument `check`, only what is answered on axum with a constant body and with a formatted
//! text, and a failure where the derive costs more than its bound.

use std::env;
use std::process::ExitCode;

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

fn shown(cost: Cost) -> String {
    format!("{:.0} / {:.0}", cost.instructions, cost.allocations)
}
