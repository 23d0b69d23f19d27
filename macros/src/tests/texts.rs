//! Texts that attributes of others give to a case.

use super::print::table;

#[test]
fn the_description_is_the_doc_comment_and_no_other_attribute() {
    let table = table(
        r#"enum E {
            #[error = "other"]
            /// Doc.
            #[snafu = "another"]
            #[http(404)] A,
        }"#,
    );
    assert!(table.contains("description: Doc.\n"), "{table}");
}

#[test]
fn the_text_of_display_is_unescaped_where_it_is_constant() {
    for (display, text) in [("a", "a"), ("a}}", "a}"), ("{{a", "{a"), ("{{a}}", "{a}"), ("", "")] {
        let table = table(&format!("#[http(404)] #[error(\"{display}\")] struct S;"));
        assert!(table.contains(&format!("\"detail\":\"{text}\"")), "{display}: {table}");
    }
}
