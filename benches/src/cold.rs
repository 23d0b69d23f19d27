//! The cost that a dependency adds to a cold build: crates, and seconds of processor time.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::package::{
    cargo, count, httperr_dependency, instructions_of, package, seconds_of_children, PUBLISHED_AXUM,
};

/// The number of runs of each build. The median is reported.
const RUNS: usize = 3;

/// Measures, and prints the tables.
///
/// # Panics
///
/// A build fails.
pub fn report() {
    println!("crates, and seconds of the processor: the median, and the lowest and highest\n");
    println!("| dependencies | crates | check | build (debug) |\n|---|---|---|---|");
    let dependency = httperr_dependency(&["axum"]);
    let added = [("nothing", ""), ("httperr", &dependency)];
    let packages: Vec<_> = added
        .iter()
        .chain(&PUBLISHED_AXUM)
        .map(|(name, line)| (*name, create_package(&format!("cold-{name}"), line)))
        .collect();
    let runs: Vec<Vec<[Cold; 2]>> = (0..RUNS)
        .map(|_| {
            let built = |(_, root): &(&str, PathBuf)| ["check", "build"].map(|how| cold(root, how));
            packages.iter().map(built).collect()
        })
        .collect();
    for (at, (name, _)) in packages.iter().enumerate() {
        // Above the base of the same run, since a busy machine is slower in both.
        let above = |run: &Vec<[Cold; 2]>, mode: usize| match at {
            0 => run[0][mode],
            _ => run[at][mode].above(run[0][mode]),
        };
        let [check, build] = [0, 1].map(|mode| {
            let mut seconds: Vec<f64> = runs.iter().map(|run| above(run, mode).seconds).collect();
            seconds.sort_by(f64::total_cmp);
            format!("{:.1} ({:.1} to {:.1})", seconds[RUNS / 2], seconds[0], seconds[RUNS - 1])
        });
        let title = match at {
            0 => "axum, serde, thiserror".to_owned(),
            _ => format!("+ {name}"),
        };
        println!("| {title} | {} | {check} | {build} |", above(&runs[0], 1).crates);
    }

    println!("\nmillion instructions of rustc\n\n| crate | check | build (debug) |\n|---|---|---|");
    let root = create_package("cold-counted", &dependency);
    let [check, build] = ["check", "build"].map(|command| {
        empty(&root);
        compile(count(cargo(&root).arg(command), &root, true));
        ["httperr_registry", "httperr_macros", "httperr"]
            .map(|name| (name, instructions_of(&root, name)))
    });
    empty(&root);
    for ((name, check), (_, build)) in check.into_iter().zip(build) {
        println!("| {name} | {} | {} |", check / 1_000_000, build / 1_000_000);
    }
}

/// Creates a package that uses none of its dependencies, and downloads them.
fn create_package(folder: &str, added: &str) -> PathBuf {
    let usual =
        "axum = \"0.8\"\nserde = { version = \"1\", features = [\"derive\"] }\nthiserror = \"2\"\n";
    let root = package(folder, &format!("{usual}{added}"));
    fs::write(root.join("src/lib.rs"), "").expect("a source");
    compile(cargo(&root).arg("fetch"));
    root
}

#[derive(Clone, Copy)]
struct Cold {
    crates: i32,
    seconds: f64,
}

impl Cold {
    fn above(self, base: Cold) -> Cold {
        Cold { crates: self.crates - base.crates, seconds: self.seconds - base.seconds }
    }
}

fn cold(root: &Path, command: &str) -> Cold {
    empty(root);
    let before = seconds_of_children();
    let output_text = compile(cargo(root).args([command, "--offline", "-j2"]));
    let seconds = seconds_of_children() - before;
    empty(root);
    let compiled = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("Compiling") || line.starts_with("Checking")
    };
    let with_the_package = output_text.lines().filter(compiled).count();
    let crates = i32::try_from(with_the_package).expect("some hundreds") - 1;
    Cold { crates, seconds }
}

pub(crate) fn empty(root: &Path) {
    let target = root.join("target");
    if target.exists() {
        fs::remove_dir_all(target).expect("it can be emptied");
    }
}

/// Returns the stderr of cargo.
fn compile(cargo: &mut Command) -> String {
    let output = cargo.output().expect("cargo is there");
    let output_text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{output_text}");
    output_text
}
