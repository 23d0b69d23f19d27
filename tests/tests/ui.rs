//! The diagnostics of the macros and of rustc, file by file. `pass/` has the counterparts, which compile
//! without a diagnostic.

/// The `.stderr` files have the output of this compiler, and others print some messages in another
/// form. With other compilers, the test is ignored, and runs with `-- --include-ignored`.
#[rustversion::attr(not(stable(1.95)), ignore = "the .stderr files are those of Rust 1.95")]
#[test]
fn diagnostics_equal_the_stderr_files() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}
