//! `status!` compiles to the machine code of the constant, also in a debug build.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The assembly of a package that uses the code as a value and as a pattern. The two that are compared
/// are one package after the other, so that symbols are the same and no two functions are merged.
fn assembly(folder: &Path, code: &str, level: &str) -> String {
    let uses = format!(
        "use httperr::http::StatusCode;\n\
         #[inline(never)] pub fn returned() -> StatusCode {{ {code} }}\n\
         #[inline(never)] pub fn compared(status: StatusCode) -> bool {{ status == {code} }}\n\
         #[inline(never)] pub fn matched(status: &StatusCode) -> bool {{ matches!(*status, {code}) }}\n"
    );
    fs::write(folder.join("src/lib.rs"), uses).unwrap();
    let written = folder.join("assembly");
    let _ = fs::remove_file(&written);
    let output = Command::new(env!("CARGO"))
        .args(["rustc", "--quiet", "--offline", "--lib", "--"])
        .args(["-Ccodegen-units=1", "-Cdebuginfo=0", &format!("-Copt-level={level}")])
        .arg(format!("--emit=asm={}", written.display()))
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read_to_string(written).unwrap()
}

#[test]
fn a_literal_compiles_to_the_machine_code_of_the_constant() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("machine-code");
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let runtime = workspace.join("runtime");
    let manifest = format!(
        "[package]\nname = \"machine-code\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\
         [dependencies]\nhttperr = {{ path = {runtime:?} }}\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();

    for level in ["0", "3"] {
        let constant = assembly(&folder, "StatusCode::NOT_FOUND", level);
        for function in ["returned", "compared", "matched"] {
            assert!(constant.contains(function), "no {function} in {constant}");
        }
        assert_eq!(assembly(&folder, "httperr::status!(404)", level), constant, "at {level}");
    }
}
