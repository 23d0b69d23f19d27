//! Envelopes: of inner errors, and the format of an enum for an error without a case.

use super::print::expansion;

#[test]
fn a_rule_that_is_allowed_beside_transparent_holds_for_the_envelope() {
    let warnings = |allow: &str| {
        let keys = format!("transparent, body = {{ \"a\": \"{{id}}\" }}{allow}");
        let declaration =
            format!("enum E {{ #[error(\"a\")] #[http({keys})] A {{ #[source] of: X, id: u8 }} }}");
        expansion(&declaration).matches("note =").count()
    };
    assert_eq!(warnings(""), 1);
    assert_eq!(warnings(", allow(literal_braces)"), 0);
}

#[test]
fn the_format_of_an_enum_has_its_extension_members() {
    let format = |member: &str| {
        let declaration = format!(
            "#[http(extension(every = {member}))] enum E {{ #[error(\"a\")] #[http(404)] A {{ id: u8 }} }}"
        );
        let expansion = expansion(&declaration);
        expansion.split_once("fn write_format").map_or(String::new(), |(_, format)| {
            format.split_once("#[inline]").unwrap().0.to_owned()
        })
    };
    assert!(format("1").contains("sink, \"every\", \"1\""), "{}", format("1"));
    assert!(format("VERSION").contains("VERSION"), "{}", format("VERSION"));
    // A value without an error has no field.
    assert!(!format("id").contains("\"every\""), "{}", format("id"));
}
