//! Packages that are generated to be compiled, and the instructions of rustc for them.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::number_after;

/// The published derives for axum: the name, and the line of a manifest. They are dependencies of
/// generated packages, and not of the workspace.
pub const PUBLISHED_AXUM: [(&str, &str); 2] = [
    ("axum_thiserror", "axum_thiserror = { version = \"=0.3.0\", default-features = false }\n"),
    ("axum-error-handler", "axum-error-handler = \"=0.2.1\"\n"),
];

/// The published derives for actix-web.
pub const PUBLISHED_ACTIX_WEB: [(&str, &str); 1] =
    [("actix-web-error", "actix-web-error = \"=0.2.0\"\n")];

/// Returns the line of a manifest for this workspace's httperr, with features.
pub fn httperr_dependency(features: &[&str]) -> String {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    format!("httperr = {{ path = \"{}\", features = {features:?} }}\n", runtime.display())
}

/// A user's profile. Without it, cargo would find the workspace's `.cargo/config.toml` from below
/// `target/`, and measure builds with less debug information than users have.
const PROFILE: &str = "[profile.dev]\ndebug = true\n\n[profile.dev.package.\"*\"]\ndebug = true\n";

/// Writes a package to a folder of `target/`, whose crate is named `measured`. Its lock file is a copy of
/// the workspace's.
///
/// # Panics
///
/// Panics if it cannot be written.
pub fn package(folder: &str, dependencies: &str) -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = workspace.join("target").join(folder);
    let manifest = root.join("Cargo.toml");
    let text = format!(
        "[package]\nname = \"measured\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\
         [dependencies]\n{dependencies}[workspace]\n"
    );
    if fs::read_to_string(&manifest).ok().as_ref() != Some(&text) {
        fs::create_dir_all(root.join("src")).expect("a folder");
        fs::copy(workspace.join("Cargo.lock"), root.join("Cargo.lock")).expect("a lock file");
        fs::write(&manifest, text).expect("a manifest");
    }
    let config = root.join(".cargo");
    fs::create_dir_all(&config).expect("a folder");
    fs::write(config.join("config.toml"), PROFILE).expect("a configuration");
    root
}

/// Returns a command for cargo in a package, with its target folder there.
pub fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root).env("CARGO_TARGET_DIR", root.join("target"));
    cargo
}

/// The crates whose instructions are counted.
const COUNTED: [&str; 4] = ["measured", "httperr", "httperr_macros", "httperr_registry"];

/// The environment variable with the folder for the counts.
const COUNTS: &str = "HTTPERR_BENCH_COUNTS";

/// Configures cargo to call this program as the wrapper of rustc: for the package alone, or for all crates.
///
/// # Panics
///
/// Panics if this program has no path.
pub fn count<'a>(cargo: &'a mut Command, root: &Path, all: bool) -> &'a mut Command {
    let wrapper = if all { "RUSTC_WRAPPER" } else { "RUSTC_WORKSPACE_WRAPPER" };
    cargo.env(COUNTS, root).env(wrapper, env::current_exe().expect("this program"))
}

/// Counts nothing, with the wrapper of [`count`]: the wrapper is part of the key by which cargo and the
/// incremental cache of rustc find a crate.
///
/// # Panics
///
/// Panics if this program has no path.
pub fn do_not_count(cargo: &mut Command) -> &mut Command {
    count(cargo, Path::new(""), false)
}

/// Returns the instructions that were counted for a crate.
///
/// # Panics
///
/// Panics if it was not counted.
pub fn instructions_of(root: &Path, name: &str) -> u64 {
    number_after(&fs::read_to_string(log(root, name)).expect("a count"), "Collected :")
}

/// The environment variable with the folder for the times.
const TIMES: &str = "HTTPERR_BENCH_TIMES";

/// The time and the memory of rustc for a crate.
#[derive(Clone, Copy, Debug)]
pub struct Usage {
    /// The user time, in seconds.
    pub user: f64,
    /// The wall time of the expansion of macros, in seconds.
    pub expansion: f64,
    /// The largest resident memory, in KiB.
    pub memory: f64,
}

/// Returns what rustc used for the package, which a command for cargo compiles.
///
/// # Panics
///
/// Panics if the package does not compile, or if GNU time is not installed.
pub fn usage(cargo: &mut Command, root: &Path) -> Usage {
    cargo.env(TIMES, root);
    cargo.env("RUSTC_WORKSPACE_WRAPPER", env::current_exe().expect("this program"));
    assert!(cargo.status().expect("cargo is there").success(), "it does not compile");
    let times = fs::read_to_string(log(root, "times")).expect("the times");
    let mut numbers = times.split_whitespace().map(|number| number.parse().expect("a number"));
    let mut next = || numbers.next().expect("a number");
    Usage { expansion: next(), user: next(), memory: next() }
}

/// Runs rustc with the option that prints the time of each pass, which is not a stable one.
fn time(rustc: &OsString, arguments: &[OsString], root: &Path) -> ! {
    let used = log(root, "used");
    let output = Command::new("/usr/bin/time")
        .args(["-f", "%U %M", "-o"])
        .arg(&used)
        .arg(rustc)
        .args(arguments)
        .arg("-Ztime-passes")
        .env("RUSTC_BOOTSTRAP", "1")
        .output()
        .expect("GNU time is installed");
    let passes = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    // time:   0.012; rss:   35MB ->   36MB (   +1MB)  expand_crate
    let expansion = passes
        .lines()
        .find(|line| line.ends_with("\texpand_crate") || line.ends_with(" expand_crate"))
        .and_then(|line| line.strip_prefix("time:")?.split(';').next())
        .unwrap_or_else(|| panic!("{passes}"));
    let used = fs::read_to_string(used).expect("the times");
    fs::write(log(root, "times"), format!("{expansion} {used}")).expect("a file");
    std::process::exit(output.status.code().unwrap_or(1))
}

/// The environment variable with the folder for the seconds of each package.
const SECONDS: &str = "HTTPERR_BENCH_SECONDS";

/// Runs a command for cargo, and returns the seconds of rustc for each package that it compiles, under a
/// name such as `http v1.4.0`: user and system time, with that for the build script, but without the run
/// of the script.
///
/// # Panics
///
/// Panics if a package does not compile.
pub fn seconds_of_packages(cargo: &mut Command, root: &Path) -> BTreeMap<String, f64> {
    let log = log(root, "seconds");
    fs::write(&log, "").expect("a file");
    cargo.env(SECONDS, root).env("RUSTC_WRAPPER", env::current_exe().expect("this program"));
    assert!(cargo.status().expect("cargo is there").success(), "it does not compile");
    let mut packages = BTreeMap::new();
    for line in fs::read_to_string(log).expect("the seconds").lines() {
        let (package, seconds) = line.rsplit_once(' ').expect("two columns");
        *packages.entry(package.to_owned()).or_default() +=
            seconds.parse::<f64>().expect("a number");
    }
    packages
}

/// Runs rustc, and appends its seconds to the log of the folder, if it compiles a package.
fn record_seconds(rustc: &OsString, arguments: &[OsString], root: &Path) -> ! {
    let status = Command::new(rustc).args(arguments).status().expect("rustc is there");
    if let [Ok(name), Ok(version)] = ["CARGO_PKG_NAME", "CARGO_PKG_VERSION"].map(env::var) {
        let line = format!("{name} v{version} {:.2}\n", seconds_of_children());
        let file = OpenOptions::new().append(true).create(true).open(log(root, "seconds"));
        file.and_then(|mut file| file.write_all(line.as_bytes())).expect("a log");
    }
    std::process::exit(status.code().unwrap_or(1))
}

/// Returns the user and system time of the child processes: proc(5), `cutime` and `cstime`.
pub(crate) fn seconds_of_children() -> f64 {
    const TICKS_PER_SECOND: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat").expect("Linux");
    let (_, after_name) = stat.rsplit_once(')').expect("a name in parentheses");
    let fields = after_name.split_whitespace().skip(13).take(2);
    let ticks = fields.map(|field| field.parse::<f64>().expect("a number"));
    ticks.sum::<f64>() / TICKS_PER_SECOND
}

fn log(root: &Path, name: &str) -> PathBuf {
    root.join(format!("{name}.count"))
}

/// Runs rustc, if cargo called this program as its wrapper, and under callgrind if the crate is counted.
/// Otherwise does nothing.
///
/// # Panics
///
/// Panics if valgrind or rustc is not installed.
pub fn run_as_rustc_wrapper() {
    let [seconds, times, counts] = [SECONDS, TIMES, COUNTS].map(env::var_os);
    let Some(root) = seconds.as_ref().or(times.as_ref()).or(counts.as_ref()) else { return };
    let mut arguments = env::args_os().skip(1);
    let rustc = arguments.next().expect("rustc");
    let arguments: Vec<OsString> = arguments.collect();
    if seconds.is_some() {
        record_seconds(&rustc, &arguments, root.as_ref());
    }
    let name = arguments.iter().skip_while(|argument| *argument != "--crate-name").nth(1);
    if times.is_some() && name.is_some_and(|name| name == "measured") {
        time(&rustc, &arguments, root.as_ref());
    }
    let name = name.and_then(|name| COUNTED.into_iter().find(|counted| name == counted));
    let mut command = match name {
        Some(name) if times.is_none() && !root.is_empty() => {
            let mut command = Command::new("valgrind");
            command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
            command.arg(format!("--log-file={}", log(root.as_ref(), name).display())).arg(rustc);
            command
        }
        _ => Command::new(rustc),
    };
    panic!("{}", command.args(arguments).exec());
}
