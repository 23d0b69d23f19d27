//! The patterns of arms.

use crate::syntax::pattern::binds_any;

#[test]
fn a_pattern_of_literals_and_paths_binds_nothing() {
    for pattern in
        ["_", "true", "1 | 2", "(1, 2)", "\"a\"", "None", "Some(_)", "Kind::a", "Kind::A { id: _ }"]
    {
        assert!(!binds_any(&pattern.parse().unwrap()), "{pattern}");
    }
    for pattern in [
        "n",
        "Some(n)",
        "(1, (2, n))",
        "Kind::A { id }",
        "Kind::A { id: n }",
        "n @ 1",
        "one!()",
        "[_, one!()]",
    ] {
        assert!(binds_any(&pattern.parse().unwrap()), "{pattern}");
    }
}
