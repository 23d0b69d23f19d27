//! What the compiler says to a mistake, file by file.

#[test]
fn mistakes_and_doubts_are_told() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/*/*.rs");
    cases.pass("pass/*.rs");
}
