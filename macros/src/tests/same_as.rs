//! The parts that a variant with `same_as` keeps.

use super::print::table;

#[test]
fn a_variant_with_the_response_of_another_has_its_own_documentation_and_log_level() {
    let table = table(
        r#"enum E {
            /// Like B.
            #[http(same_as = B, log = off)] A,
            /// The target.
            #[http(404, log = error)] #[error("b")] B,
        }"#,
    );
    let (first, second) = table.split_once("case 1").unwrap();
    assert!(first.contains("description: Like B.") && first.contains("404"), "{table}");
    assert!(second.contains("description: The target."), "{table}");
    assert!(first.contains("log: Off") && second.contains("log: Error"), "{table}");
    // The text of A is that of B, and not what A displays.
    assert!(!first.contains("DETAIL_IS_DISPLAY"), "{table}");
    assert!(second.contains("DETAIL_IS_DISPLAY"), "{table}");
}
