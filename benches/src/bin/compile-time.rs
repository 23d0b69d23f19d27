//! The compile time of a declaration: `cargo run --release -p httperr-benches --bin compile-time`.
//!
//! Builds a crate of many enums, with manual impls and with the derive, and counts the instructions of
//! rustc with callgrind. The cost of the same enums with `thiserror` alone is subtracted, and so is that
//! of a crate with few of them. The difference is the cost of the HTTP part per variant.
//!
//! The arguments are the modes: `check`, `build` (debug), `warm` (a check after one changed line,
//! with the incremental cache), `literals` (the cost of `status!` above the constant). The default is all
//! of these. More take long, and run only if they are named: `declarations` (a check of
//! declarations with each of the most frequent keys), `features` (a check with each of the features, which
//! fails if one exceeds its bound), `compare` (the first three, also for published derives), `cold` (the cost
//! of a cold build), `crates` (the crates that httperr adds, feature by feature, which fails if they are more
//! than their bound), `cold-features` (the same with the seconds of a cold check) and `growth` (time and memory
//! for large types and for many of them). `bound` is `check` and `crates`, and fails if the derive exceeds its
//! bound.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use httperr_benches::package::{
    cargo, count, do_not_count, httperr_dependency, instructions_of, package, run_as_rustc_wrapper,
    PUBLISHED_ACTIX_WEB, PUBLISHED_AXUM,
};
use httperr_benches::{cold, features, growth};

/// The enums of the smaller and the larger crate.
const ENUMS: [u32; 2] = [5, 30];
const VARIANTS: u32 = 10;
const MODES: [&str; 3] = ["check", "build", "warm"];
/// The bounds on the cost of the derive relative to manual impls, for a bare and for a full declaration,
/// and the tolerance of `bound`.
const BOUNDS: [f64; 2] = [2.2, 2.75];
const SLACK: f64 = 1.10;

fn main() -> ExitCode {
    run_as_rustc_wrapper();
    let modes: Vec<String> = env::args().skip(1).collect();
    let named = |mode: &str| modes.iter().any(|named| named == mode);
    let bounded = named("bound");
    let wanted = |mode: &str| modes.is_empty() || named(mode) || bounded && mode == "check";
    let mut is_within = true;
    if MODES.into_iter().chain(["literals"]).any(wanted) {
        println!("thousand instructions of rustc for each variant, above thiserror's\n");
        println!("| mode | manual | derive | ratio | full | ratio |\n|---|---|---|---|---|---|");
    }
    let root = axum("compile-time", &[]);
    for mode in MODES {
        if wanted(mode) {
            let [base, hand, derived, full] = [Shape::Base, Shape::ManualAxum, HTTPERR, FULL]
                .map(|shape| per_variant(&root, shape, &KINDS, mode));
            let [hand, derived, full] = [hand, derived, full].map(|cost| cost - base);
            let ratios = [derived / hand, full / hand];
            let [ratio, ratio_of_full] = ratios;
            println!(
                "| {mode} | {hand:.0} | {derived:.0} | {ratio:.2} | {full:.0} | {ratio_of_full:.2} |"
            );
            let exceeds = |(ratio, bound): (f64, f64)| ratio > bound * SLACK;
            is_within &=
                !bounded || mode != "check" || !ratios.into_iter().zip(BOUNDS).any(exceeds);
        }
    }
    if wanted("literals") {
        let [constant, literal] = ["http::StatusCode::NOT_FOUND", "httperr::status!(404)"]
            .map(|code| instructions(&root, "check", |uses| literals(code, uses), [1_000, 10_000]));
        println!("| a literal | 0 | {:.0} | | | |", literal - constant);
    }
    if named("declarations") {
        declarations(&root);
    }
    if named("compare") {
        compare();
    }
    if named("cold") {
        cold::report();
    }
    if named("crates") || bounded {
        is_within &= features::report_crates();
    }
    if named("cold-features") {
        features::report_cold();
    }
    if named("features") {
        is_within &= features(&root);
    }
    if named("growth") {
        growth::report();
    }
    match is_within {
        true => ExitCode::SUCCESS,
        false => {
            eprintln!(
                "the derive costs more than its bounds, which are {BOUNDS:?} times what a manual impl \
                 costs, and for the modes `features` and `crates` those of `benches/src/features.rs`"
            );
            ExitCode::FAILURE
        }
    }
}

/// Declarations with the keys that are most frequent: their names, and their attributes.
const DECLARATIONS: [(&str, Shape); 9] = [
    ("`404`", HTTPERR),
    ("`404`, `code`", httperr("", "#[http({number}, code = \"no-account-{index}\")]")),
    ("`404`, `title`", httperr("", "#[http({number}, title = \"Account is missing\")]")),
    ("`404`, `detail`", httperr("", "#[http({number}, detail = \"no such account\")]")),
    ("`404`, `retry_after`", httperr("", "#[http({number}, retry_after = 30)]")),
    ("`404`, `header`", httperr("", "#[http({number}, header(CACHE_CONTROL = \"no-store\"))]")),
    ("`404`, `type_base` of the enum", httperr(TYPE_BASE, "#[http({number})]")),
    ("`404`, `codes` and a template of the enum", httperr(TEMPLATE, "#[http({number})]")),
    ("`404`, `code`, `title`, `type_base` of the enum", FULL),
];

const TYPE_BASE: &str = "#[http(type_base = \"https://api.example.com/problems\")]";
const TEMPLATE: &str = "#[http(codes(rename_all = \"snake_case\", prefix = \"shop.\"), \
                        body = { \"error\": { \"code\": code, \"message\": detail } })]";
const FULL: Shape = httperr(
    TYPE_BASE,
    "#[http({number}, code = \"no-account-{index}\", title = \"Account is missing\")]",
);

/// The same with a member whose type only an OpenAPI library may know.
const FULL_TYPED: Shape = httperr(
    TYPE_BASE,
    "#[http({number}, code = \"no-account-{index}\", title = \"Account is missing\", \
     extension(balance = balance))]",
);

/// Declarations with a member, of the variants that have a field for it.
const MEMBERS: [(&str, Shape); 2] = [
    (
        "`404`, `extension`, a user's type",
        httperr("", "#[http({number}, extension(balance = balance))]"),
    ),
    ("`404`, `code`, `title`, `extension`, `type_base` of the enum", FULL_TYPED),
];

/// Measures a check of each of the declarations.
fn declarations(root: &Path) {
    println!("thousand instructions of rustc for each variant, above thiserror's\n");
    println!("| declaration | check |\n|---|---|");
    let print = |declarations: &[(&str, Shape)], kinds| {
        let cost = |shape| per_variant(root, shape, kinds, "check");
        let base = cost(Shape::Base);
        for (name, shape) in declarations {
            println!("| {name} | {:.0} |", cost(*shape) - base);
        }
    };
    print(&DECLARATIONS, &KINDS);
    print(&MEMBERS, &TYPED);
}

/// The enums of the crates for the mode `features`, which has many rows.
const FEW_ENUMS: [u32; 2] = [2, 12];

/// Measures a check with each of the features. Returns whether it is within its bounds.
fn features(root: &Path) -> bool {
    let cost = |root: &Path, shape, kinds: &[Kind]| {
        let source = |enums| text(shape, kinds, enums);
        instructions(root, "check", source, FEW_ENUMS) / f64::from(VARIANTS)
    };
    let [bare, typed] = [KINDS, TYPED].map(|kinds| cost(root, Shape::Base, &kinds));
    features::report(|root| {
        [cost(root, HTTPERR, &KINDS) - bare, cost(root, FULL_TYPED, &TYPED) - typed]
    })
}

/// Compares manual impls, httperr and the published derives, framework by framework.
fn compare() {
    println!("thousand instructions of rustc for each variant, above thiserror's\n");
    println!("| framework | derive | check | build (debug) | warm |\n|---|---|---|---|---|");
    let root = axum("compare-axum", &PUBLISHED_AXUM);
    let shapes = [
        ("manual", Shape::ManualAxum),
        ("httperr", HTTPERR),
        ("axum_thiserror", AXUM_THISERROR),
        ("axum-error-handler", AXUM_ERROR_HANDLER),
    ];
    print_rows("axum", &root, &shapes);
    let actix_web = "actix-web = { version = \"4\", default-features = false }\n";
    let root = create_package("compare-actix-web", actix_web, "actix-web", &PUBLISHED_ACTIX_WEB);
    let shapes = [
        ("manual", Shape::ManualActixWeb),
        ("httperr", HTTPERR),
        ("actix-web-error `Text`", ACTIX_WEB_ERROR_TEXT),
        ("actix-web-error `Json`", ACTIX_WEB_ERROR_JSON),
    ];
    print_rows("actix-web", &root, &shapes);
}

fn print_rows(framework: &str, root: &Path, shapes: &[(&str, Shape)]) {
    let cost = |shape| MODES.map(|mode| per_variant(root, shape, &TUPLES, mode));
    let base = cost(Shape::Base);
    for (name, shape) in shapes {
        let [check, build, warm] = cost(*shape);
        let [check, build, warm] = [check - base[0], build - base[1], warm - base[2]];
        println!("| {framework} | {name} | {check:.0} | {build:.0} | {warm:.0} |");
    }
}

#[derive(Clone, Copy)]
enum Shape {
    Base,
    ManualAxum,
    ManualActixWeb,
    Derived(Derive),
}

/// A derive with its attributes. That of a variant may have the `{number}` and the `{name}` of its
/// status, and its `{index}`.
#[derive(Clone, Copy)]
struct Derive {
    path: &'static str,
    of_enum: &'static str,
    of_variant: &'static str,
}

const fn derived(path: &'static str, of_variant: &'static str) -> Shape {
    Shape::Derived(Derive { path, of_enum: "", of_variant })
}

const fn httperr(of_enum: &'static str, of_variant: &'static str) -> Shape {
    Shape::Derived(Derive { path: "httperr::HttpError", of_enum, of_variant })
}

const HTTPERR: Shape = httperr("", "#[http({number})]");
const AXUM_THISERROR: Shape =
    derived("axum_thiserror::ErrorStatus", "#[status(axum::http::StatusCode::{name})]");
const AXUM_ERROR_HANDLER: Shape = derived(
    "axum_error_handler::AxumErrorResponse",
    "#[status_code(\"{number}\")] #[code(\"{name}\")]",
);
const ACTIX_WEB_ERROR_TEXT: Shape = derived("actix_web_error::Text", "#[status({name})]");
const ACTIX_WEB_ERROR_JSON: Shape = derived("actix_web_error::Json", "#[status({name})]");

/// Returns the thousand instructions per variant.
fn per_variant(root: &Path, shape: Shape, kinds: &[Kind], mode: &str) -> f64 {
    instructions(root, mode, |enums| text(shape, kinds, enums), ENUMS) / f64::from(VARIANTS)
}

/// Returns the thousand instructions per item that the longer source has more than the shorter.
fn instructions(root: &Path, mode: &str, source: impl Fn(u32) -> String, counts: [u32; 2]) -> f64 {
    let [few, many] = counts.map(|count| count_instructions(root, mode, &source(count)));
    f64::from(u32::try_from((many - few) / 1_000).expect("some millions"))
        / f64::from(counts[1] - counts[0])
}

/// Creates a package with axum and other dependencies.
fn axum(folder: &str, more: &[(&str, &str)]) -> PathBuf {
    let axum = "axum = { version = \"0.8\", default-features = false, features = [\"json\"] }\n";
    create_package(folder, axum, "axum", more)
}

fn create_package(folder: &str, framework: &str, feature: &str, more: &[(&str, &str)]) -> PathBuf {
    let mut dependencies = format!(
        "{framework}http = \"1.4\"\nserde = \"1\"\nthiserror = \"2\"\n{}",
        httperr_dependency(&[feature])
    );
    dependencies.extend(more.iter().map(|(_, line)| *line));
    package(folder, &dependencies)
}

/// The line that is changed before a warm check.
const EDITED_LINE: &str = "pub fn edited() -> u8 { 1 }";

/// Returns the instructions of rustc for a source.
fn count_instructions(root: &Path, mode: &str, text: &str) -> u64 {
    let source = root.join("src/lib.rs");
    fs::write(&source, text).expect("a source");
    let run = |is_counted: bool| {
        let mut cargo = cargo(root);
        cargo.args([if mode == "build" { "build" } else { "check" }, "--quiet"]);
        cargo.env("CARGO_INCREMENTAL", if mode == "warm" { "1" } else { "0" });
        match is_counted {
            true => count(&mut cargo, root, false),
            false => do_not_count(&mut cargo),
        };
        assert!(cargo.status().expect("cargo is there").success(), "it does not compile");
    };
    run(false);
    let changed = match mode {
        "warm" => text.replace(EDITED_LINE, "pub fn edited() -> u8 { 2 }"),
        _ => format!("{text}\n"),
    };
    fs::write(&source, changed).expect("a source");
    run(true);
    instructions_of(root, "measured")
}

/// A variant: its fields, its text, its status as a number and as a name.
type Kind = (&'static str, &'static str, &'static str, &'static str);

const KINDS: [Kind; 5] = [
    ("", "nothing", "404", "NOT_FOUND"),
    ("(u64)", "number {0}", "422", "UNPROCESSABLE_ENTITY"),
    (" { name: String }", "name {name}", "409", "CONFLICT"),
    ("(String)", "server {0}", "500", "INTERNAL_SERVER_ERROR"),
    ("", "gone", "410", "GONE"),
];

/// The same without named fields, which axum-error-handler does not support.
const TUPLES: [Kind; 5] = {
    let mut kinds = KINDS;
    kinds[2] = ("(String)", "name {0}", "409", "CONFLICT");
    kinds
};

/// Variants with a field of the type [`AMOUNT`].
const TYPED: [Kind; 5] = [
    (" { balance: Amount }", "nothing", "404", "NOT_FOUND"),
    (" { balance: Amount, id: u64 }", "number {id}", "422", "UNPROCESSABLE_ENTITY"),
    (" { balance: Amount, name: String }", "name {name}", "409", "CONFLICT"),
    (" { balance: Amount, name: String }", "server {name}", "500", "INTERNAL_SERVER_ERROR"),
    (" { balance: Amount }", "gone", "410", "GONE"),
];

const AMOUNT: &str = "#[derive(Debug)]\npub struct Amount(pub u64);\n\
    impl serde::Serialize for Amount {\n    fn serialize<S: serde::Serializer>(&self, to: S) -> \
    Result<S::Ok, S::Error> { to.serialize_u64(self.0) }\n}\n";

fn text(shape: Shape, kinds: &[Kind], enums: u32) -> String {
    let mut out = format!("//! nothing\n{EDITED_LINE}\n");
    if kinds == TYPED {
        out.push_str(AMOUNT);
    }
    if matches!(shape, Shape::ManualAxum) {
        out.push_str(
            "fn respond(status: http::StatusCode, text: String) -> axum::response::Response {\n\
             axum::response::IntoResponse::into_response((status, text))\n}\n",
        );
    }
    for number in 0..enums {
        let (derive, of_enum, of_variant) = match shape {
            Shape::Derived(derive) => {
                (format!(", {}", derive.path), derive.of_enum, derive.of_variant)
            }
            _ => (String::new(), "", ""),
        };
        let _ = writeln!(out, "#[derive(Debug, thiserror::Error{derive})]");
        let _ = writeln!(out, "{of_enum}\npub enum E{number} {{");
        for variant in 0..VARIANTS {
            let (fields, text, number, name) = kinds[variant as usize % kinds.len()];
            let _ = writeln!(out, "    #[error(\"{text}\")]");
            if !of_variant.is_empty() {
                let attribute = of_variant.replace("{number}", number).replace("{name}", name);
                let _ = writeln!(out, "    {}", attribute.replace("{index}", &variant.to_string()));
            }
            let _ = writeln!(out, "    V{variant}{fields},");
        }
        out.push_str("}\n");
        match shape {
            Shape::ManualAxum => {
                let status = "fn status(&self) -> http::StatusCode";
                write_manual_impl(&mut out, number, &format!("impl E{number}"), status, kinds);
                let _ = writeln!(
                    out,
                    "impl axum::response::IntoResponse for E{number} {{\n    fn \
                     into_response(self) -> axum::response::Response {{\n        \
                     respond(self.status(), self.to_string())\n    }}\n}}"
                );
            }
            Shape::ManualActixWeb => {
                let head = format!("impl actix_web::ResponseError for E{number}");
                let status = "fn status_code(&self) -> actix_web::http::StatusCode";
                write_manual_impl(&mut out, number, &head, status, kinds);
            }
            Shape::Base | Shape::Derived(..) => {}
        }
    }
    out
}

fn literals(code: &str, uses: u32) -> String {
    let mut out = String::from("//! nothing\n");
    for number in 0..uses {
        let _ = writeln!(out, "pub fn f{number}() -> http::StatusCode {{ {code} }}");
    }
    out
}

/// Writes an impl with a function that returns the status of each variant.
fn write_manual_impl(out: &mut String, number: u32, head: &str, status: &str, kinds: &[Kind]) {
    let (_, path) = status.rsplit_once("-> ").expect("a type");
    let _ = writeln!(out, "{head} {{\n    {status} {{\n        match self {{");
    for variant in 0..VARIANTS {
        let (.., name) = kinds[variant as usize % kinds.len()];
        let _ = writeln!(out, "            E{number}::V{variant} {{ .. }} => {path}::{name},");
    }
    out.push_str("        }\n    }\n}\n");
}
