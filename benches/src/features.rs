//! The cost of the features of httperr: of a declaration, and of a cold build.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::cold::empty;
use crate::package::{cargo, httperr_dependency, package, seconds_of_packages};

const MANIFEST: &str = include_str!("../../runtime/Cargo.toml");

/// What is enabled beside `axum`, with the bounds on the cost of a bare and of a full declaration relative
/// to `axum` alone.
const ADDED: [(&str, [f64; 2]); 9] = [
    ("utoipa", [1.44, 1.70]),
    ("aide", [1.50, 1.70]),
    ("poem-openapi", [1.72, 1.77]),
    ("tonic", [1.17, 1.05]),
    ("salvo", [1.19, 1.06]),
    ("warp", [1.35, 1.11]),
    ("actix-web", [1.35, 1.11]),
    ("rocket", [1.29, 1.09]),
    ("tracing", [1.00, 1.00]),
];
/// The bounds with all features.
const ALL: [f64; 2] = [4.01, 4.15];
const SLACK: f64 = 1.10;

/// Prints the cost of a declaration with each of the features, which `cost` returns for a bare and a full
/// one. Returns whether it is within the bounds.
pub fn report(cost: impl Fn(&Path) -> [f64; 2]) -> bool {
    println!("thousand instructions of rustc for each variant, above thiserror's\n");
    println!("| features | bare | ratio | full | ratio |\n|---|---|---|---|---|");
    let alone = cost(&create_package(&["axum"]));
    println!("| `axum` | {:.0} | 1.00 | {:.0} | 1.00 |", alone[0], alone[1]);
    let mut is_within = true;
    let mut print = |name: &str, features: &[&str], bounds: [f64; 2]| {
        let costs = cost(&create_package(features));
        let ratios = [costs[0] / alone[0], costs[1] / alone[1]];
        let [bare, full] = [0, 1].map(|at| format!("{:.0} | {:.2}", costs[at], ratios[at]));
        println!("| {name} | {bare} | {full} |");
        is_within &= ratios.into_iter().zip(bounds).all(|(ratio, bound)| ratio <= bound * SLACK);
    };
    for (name, bounds) in ADDED {
        print(&format!("`axum`, `{name}`"), &["axum", name], bounds);
    }
    print("all", &all(), ALL);
    is_within
}

/// What is built, the dependencies and the features of httperr for it, and the most crates that httperr may
/// add. `thiserror` and serde's derive are always there.
const BUILT: [(&str, &str, &[&str], usize); 12] = [
    ("no framework", "", &[], 10),
    ("axum", "axum = \"0.8\"\n", &["axum"], 3),
    ("actix-web", "actix-web = \"4\"\n", &["actix-web"], 4),
    ("poem", "poem = \"3\"\n", &["poem"], 5),
    ("Rocket", "rocket = \"0.5\"\n", &["rocket"], 5),
    ("salvo", "salvo = \"1\"\n", &["salvo"], 5),
    ("tonic", "tonic = \"0.14\"\n", &["tonic"], 12),
    ("warp", "warp = \"0.4\"\n", &["warp"], 4),
    ("axum, utoipa", "axum = \"0.8\"\nutoipa = \"6\"\n", &["axum", "utoipa"], 3),
    ("axum, aide", "axum = \"0.8\"\naide = \"0.15\"\n", &["axum", "aide"], 3),
    ("poem, poem-openapi", "poem = \"3\"\npoem-openapi = \"5\"\n", &["poem-openapi"], 5),
    ("axum, tracing", "axum = \"0.8\"\ntracing = \"0.1\"\n", &["axum", "tracing"], 3),
];

/// Prints the crates that httperr adds to a build. Returns whether their number is within its bounds.
///
/// # Panics
///
/// Panics if cargo cannot resolve the dependencies.
pub fn report_crates() -> bool {
    println!("crates that httperr adds\n");
    println!("| libraries | crates without httperr | crates added |\n|---|---|---|");
    let mut is_within = true;
    for (name, dependencies, features, most) in BUILT {
        let (without, added) = crates_added(dependencies, features);
        println!("| {name} | {without} | {} |", added.len());
        is_within &= added.len() <= most;
    }
    is_within
}

/// Prints what httperr adds to a cold check: crates, and seconds of rustc for them.
///
/// All crates are compiled once. What a build consists of is the list of cargo, so that the differences are
/// sums of small times, and not differences of large ones.
///
/// # Panics
///
/// Panics if a package does not compile.
pub fn report_cold() {
    println!("crates that httperr adds, and seconds of rustc for a check of them\n");
    println!("| libraries | crates without httperr | crates added | s | of httperr |\n|---|---|---|---|---|");
    let all = all();
    let root = create_package(&all);
    let source = root.join("src/lib.rs");
    fs::write(source, "").expect("a source");
    empty(&root);
    let check = |features: &[&str]| {
        let root = create_package(features);
        seconds_of_packages(cargo(&root).args(["check", "--quiet", "-j2"]), &root)
    };
    let seconds = check(&all);
    let print = |name: &str, dependencies: &str, features: &[&str]| {
        let (without, added) = crates_added(dependencies, features);
        let again = if features == all { seconds.clone() } else { check(features) };
        let second = |name: &&String| again.get(*name).or(seconds.get(*name)).copied();
        let total: f64 = added.iter().filter_map(|name| second(&name)).sum();
        let own = added.iter().filter(|name| name.starts_with("httperr"));
        let own: f64 = own.filter_map(|name| second(&name)).sum();
        println!("| {name} | {without} | {} | {total:.1} | {own:.1} |", added.len());
    };
    for (name, dependencies, features, _) in BUILT {
        print(name, dependencies, features);
    }
    let each: BTreeSet<&str> =
        BUILT.iter().flat_map(|(_, dependencies, ..)| dependencies.lines()).collect();
    let each = each.into_iter().collect::<Vec<_>>().join("\n") + "\n";
    print("all of these, all features", &each, &all);
    print("no framework, all features", "", &all);
}

/// Returns the number of crates that a package with these dependencies consists of, and those that it
/// also has with httperr.
fn crates_added(dependencies: &str, features: &[&str]) -> (usize, BTreeSet<String>) {
    let dependencies = format!(
        "{dependencies}serde = {{ version = \"1\", features = [\"derive\"] }}\nthiserror = \"2\"\n"
    );
    let without = crates(&dependencies);
    let with = crates(&format!("{dependencies}{}", httperr_dependency(features)));
    (without.len(), &with - &without)
}

/// Returns the crates of a package with these dependencies, such as `http v1.4.0`.
fn crates(dependencies: &str) -> BTreeSet<String> {
    let root = package("features-tree", dependencies);
    fs::write(root.join("src/lib.rs"), "").expect("a source");
    let output = cargo(&root)
        .args(["tree", "--quiet", "--edges", "normal,build", "--prefix", "none", "--no-dedupe"])
        .output()
        .expect("cargo is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let name = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    lines
        .lines()
        .map(name)
        .filter(|name| !name.is_empty() && !name.starts_with("measured "))
        .collect()
}

/// Creates a package with features of httperr. It depends on everything that httperr may depend on, so that
/// all of it is compiled once, whatever the features.
fn create_package(features: &[&str]) -> PathBuf {
    let optional = section("dependencies").filter(|line| line.contains(", optional = true"));
    let mut dependencies = String::from("serde = \"1\"\nthiserror = \"2\"\n");
    dependencies.extend(optional.map(|line| line.replace(", optional = true", "") + "\n"));
    package("features", &format!("{dependencies}{}", httperr_dependency(features)))
}

/// Returns all features of httperr.
fn all() -> Vec<&'static str> {
    section("features")
        .filter_map(|line| Some(line.split_once(" = ")?.0))
        .filter(|name| *name != "default" && !name.starts_with('#'))
        .collect()
}

/// Returns the lines of a section of httperr's manifest.
fn section(name: &str) -> impl Iterator<Item = &'static str> {
    let head = format!("[{name}]");
    MANIFEST
        .lines()
        .skip_while(move |line| *line != head)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measured_features_are_features_of_httperr() {
        let all = all();
        let built = BUILT.iter().flat_map(|(_, _, features, _)| *features);
        for feature in ADDED.iter().map(|(name, _)| name).chain(built) {
            assert!(all.contains(feature), "{feature}");
        }
    }

    #[test]
    fn each_optional_dependency_is_one_of_the_package() {
        let named = MANIFEST.matches("optional = true").count();
        let lines = section("dependencies").filter(|line| line.contains(", optional = true"));
        assert_eq!(lines.count(), named);
    }
}
