//! The cost of an error response and of compiling the derive, compared with manual impls: counted with
//! valgrind, whose counts are the same on a busy machine and an idle one.

pub mod cold;
pub mod features;
pub mod growth;
#[cfg(feature = "layer")]
pub mod layer;
pub mod package;
pub mod work;

use std::path::Path;
use std::process::Command;

/// The cost of one run of a piece of work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// Instructions of the processor.
    pub instructions: f64,
    /// Blocks of the heap.
    pub allocations: f64,
}

/// The number of repetitions in the shorter run, and the additional ones in the longer run. The
/// difference of the two is the cost of the work alone.
const SHORT: u32 = 500;
const MORE: u32 = 2_000;

/// Returns the cost of one run of the work that `program name count` repeats `count` times.
///
/// # Panics
///
/// Panics if valgrind is not installed, or if the program fails.
pub fn cost(program: &Path, name: &str) -> Cost {
    let measure = |tool: fn(&Path, &str, u32) -> u64| {
        let short = tool(program, name, SHORT);
        let long = tool(program, name, SHORT + MORE);
        f64::from(u32::try_from(long - short).expect("some millions")) / f64::from(MORE)
    };
    Cost { instructions: measure(instructions), allocations: measure(allocations) }
}

fn instructions(program: &Path, name: &str, count: u32) -> u64 {
    let report =
        valgrind(program, name, count, &["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    number_after(&report, "Collected :")
}

fn allocations(program: &Path, name: &str, count: u32) -> u64 {
    let report = valgrind(program, name, count, &["--tool=memcheck", "--leak-check=no"]);
    number_after(&report, "total heap usage:")
}

fn valgrind(program: &Path, name: &str, count: u32, tool: &[&str]) -> String {
    let output = Command::new("valgrind")
        .args(tool)
        .arg(program)
        .args([name, &count.to_string()])
        .output()
        .expect("valgrind is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Returns the number after a label in a report.
///
/// # Panics
///
/// Panics if the label is missing.
pub fn number_after(report: &str, label: &str) -> u64 {
    let (_, rest) = report.split_once(label).unwrap_or_else(|| panic!("no {label:?} in {report}"));
    let number: String = rest
        .trim_start()
        .chars()
        .take_while(|char| char.is_ascii_digit() || *char == ',')
        .filter(char::is_ascii_digit)
        .collect();
    number.parse().expect("a number")
}
