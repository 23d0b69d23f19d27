//! What the compiler says to a mistake, file by file; and what it says nothing to.

/// In a test of its own: trybuild compiles all files in one go as long as none of them is to pass.
#[test]
fn mistakes_and_doubts_are_told() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}

#[test]
fn what_is_allowed_is_not_told() {
    trybuild::TestCases::new().pass("pass/*.rs");
}
