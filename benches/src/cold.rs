//! What a dependency adds to a build that begins with nothing: crates, and seconds of the processor.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::package::{cargo, count, counted, ours, package, PUBLISHED_ACTIX_WEB, PUBLISHED_AXUM};

/// How often each build is made; the median counts.
const RUNS: usize = 3;

/// Measures, and prints the tables.
///
/// # Panics
///
/// A build fails.
pub fn report() {
    println!("crates and seconds of the processor: of the first line, and added by the others\n");
    println!("| dependencies | check | build (debug) |\n|---|---|---|");
    let axum = "axum = \"0.8\"\n";
    added("axum, serde, thiserror", axum, "axum", &PUBLISHED_AXUM);
    let actix_web = "actix-web = { version = \"4\", default-features = false }\n";
    added("actix-web, serde, thiserror", actix_web, "actix-web", &PUBLISHED_ACTIX_WEB);

    println!("\nmillion instructions of rustc\n\n| crate | check | build (debug) |\n|---|---|---|");
    let root = made("cold-counted", axum, &ours(&["axum"]));
    let [check, build] = ["check", "build"].map(|command| {
        empty(&root);
        compile(count(cargo(&root).arg(command), &root, true));
        ["httperr_registry", "httperr_macros", "httperr"].map(|name| (name, counted(&root, name)))
    });
    for ((name, check), (_, build)) in check.into_iter().zip(build) {
        println!("| {name} | {} | {} |", check / 1_000_000, build / 1_000_000);
    }
}

/// The rows of a framework: without more, with httperr, with each of the published.
fn added(base: &str, framework: &str, feature: &str, published: &[(&str, &str)]) {
    let ours = ours(&[feature]);
    let added = [("nothing", ""), ("httperr", &ours)];
    let packages: Vec<_> = added
        .iter()
        .chain(published)
        .map(|(name, line)| (*name, made(&format!("cold-{feature}-{name}"), framework, line)))
        .collect();
    let mut runs = vec![[Vec::new(), Vec::new()]; packages.len()];
    for _ in 0..RUNS {
        for ((_, root), [check, build]) in packages.iter().zip(&mut runs) {
            check.push(cold(root, "check"));
            build.push(cold(root, "build"));
        }
    }
    let measured: Vec<[Cold; 2]> = runs.into_iter().map(|runs| runs.map(median)).collect();
    let shown = |cold: Cold| format!("{} / {:.1}", cold.crates, cold.seconds);
    let first = measured[0];
    for (at, ((name, _), [check, build])) in packages.iter().zip(&measured).enumerate() {
        let (title, [check, build]) = match at {
            0 => (base.to_string(), [*check, *build]),
            _ => (format!("+ {name}"), [check.above(first[0]), build.above(first[1])]),
        };
        println!("| {title} | {} | {} |", shown(check), shown(build));
    }
}

/// A package that uses nothing of its dependencies, which are downloaded.
fn made(folder: &str, framework: &str, added: &str) -> PathBuf {
    let usual = "serde = { version = \"1\", features = [\"derive\"] }\nthiserror = \"2\"\n";
    let root = package(folder, &format!("{framework}{usual}{added}"));
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

fn median(mut runs: Vec<Cold>) -> Cold {
    runs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    runs[runs.len() / 2]
}

fn cold(root: &Path, command: &str) -> Cold {
    empty(root);
    let before = seconds_of_children();
    let told = compile(cargo(root).args([command, "--offline", "-j2"]));
    let seconds = seconds_of_children() - before;
    empty(root);
    let compiled = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("Compiling") || line.starts_with("Checking")
    };
    let with_the_package = told.lines().filter(compiled).count();
    let crates = i32::try_from(with_the_package).expect("some hundreds") - 1;
    Cold { crates, seconds }
}

fn empty(root: &Path) {
    let target = root.join("target");
    if target.exists() {
        fs::remove_dir_all(target).expect("it can be emptied");
    }
}

/// What cargo tells.
fn compile(cargo: &mut Command) -> String {
    let output = cargo.output().expect("cargo is there");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{told}");
    told
}

/// User and system time of all that this program has waited for: proc(5), `cutime` and `cstime`.
fn seconds_of_children() -> f64 {
    const TICKS_PER_SECOND: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat").expect("Linux");
    let (_, after_name) = stat.rsplit_once(')').expect("a name in parentheses");
    let fields = after_name.split_whitespace().skip(13).take(2);
    let ticks = fields.map(|field| field.parse::<f64>().expect("a number"));
    ticks.sum::<f64>() / TICKS_PER_SECOND
}
