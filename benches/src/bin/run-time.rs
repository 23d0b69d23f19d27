//! What an error costs to answer: `cargo run --release -p httperr-benches --bin run-time`.
//!
//! With the argument `check`, only what a constant body and a formatted text cost, and a failure
//! where the derive costs more than its bound.

use std::env;
use std::process::ExitCode;

use httperr_benches::work::WORK;
use httperr_benches::{cost, Cost};

/// What the derive may cost, as a share of what it costs by hand, and what of that CI lets pass.
const BOUND: f64 = 1.05;
const SLACK: f64 = 1.10;

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    match (arguments.next(), arguments.next()) {
        (Some(at), Some(count)) if at != "check" => {
            work(&at, count.parse().expect("a count"));
            ExitCode::SUCCESS
        }
        (Some(check), _) if check == "check" => report(|error, framework| {
            framework == "axum" && (error == "constant body" || error == "formatted text")
        }),
        _ => report(|_, _| true),
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

fn report(wanted: impl Fn(&str, &str) -> bool) -> ExitCode {
    let program = env::current_exe().expect("this program");
    println!("| error | where | by hand | derive | ratio |\n|---|---|---|---|---|");
    let mut worst = 0.0_f64;
    for (at, work) in WORK.iter().enumerate() {
        if !wanted(work.error, work.framework) {
            continue;
        }
        let [hand, derived] = [2 * at, 2 * at + 1].map(|at| cost(&program, &at.to_string()));
        let ratio = derived.instructions / hand.instructions;
        worst = worst.max(ratio);
        println!(
            "| {} | {} | {} | {} | {ratio:.2} |",
            work.error,
            work.framework,
            shown(hand),
            shown(derived)
        );
    }
    if wanted("", "") || worst <= BOUND * SLACK {
        ExitCode::SUCCESS
    } else {
        eprintln!("the derive costs {worst:.2} times what it costs by hand; {BOUND} is the bound");
        ExitCode::FAILURE
    }
}

fn shown(cost: Cost) -> String {
    format!("{:.0} / {:.0}", cost.instructions, cost.allocations)
}
