//! Facts about declarations that the table or the expansion must have.

use super::error_messages;
use super::print::{expansion, table};

#[track_caller]
fn assert_table_has(declaration: &str, part: &str) {
    let table = table(declaration);
    assert!(table.contains(part), "{part:?} is missing in {table}");
}

#[test]
fn a_variant_with_the_response_of_another_keeps_its_own_tags() {
    let declaration = r#"enum E {
        #[http(same_as = B, tag(sentry = true))] A,
        #[http(404, tag(other = 1))] #[error("b")] B,
    }"#;
    assert!(error_messages(declaration).is_empty());
    let table = table(declaration);
    let (first, second) = table.split_once("case 1").unwrap();
    assert!(first.contains("tag: sentry = true") && !first.contains("tag: other"), "{table}");
    assert!(second.contains("tag: other = 1") && !second.contains("tag: sentry"), "{table}");
}

#[test]
fn a_variant_cannot_have_the_response_of_itself_or_of_one_that_has_anothers() {
    let itself = error_messages("enum E { #[http(same_as = A)] A }");
    assert!(itself.contains("`A` is `same_as` itself"), "{itself}");
    let chain = "enum E { #[http(same_as = B)] A, #[http(same_as = C)] B, #[http(410)] C }";
    let chain = error_messages(chain);
    assert!(chain.contains("write `same_as = C`"), "{chain}");
}

#[test]
fn a_code_of_the_case_itself_is_always_present() {
    let part = r#"content: {"c":"s"}"#;
    assert_table_has(r#"#[http(404, body = { "c"?: code })] struct S;"#, part);
}

#[test]
fn the_type_of_a_value_is_known_at_any_depth() {
    let declaration = |ty: &str| {
        format!("#[http(404)] #[error(\"a\")] struct S {{ #[http(extension)] a: {ty} }}")
    };
    for (ty, notation) in [
        ("Option<HashMap<String, u8>>", "(?{u8)"),
        ("Vec<Option<HashMap<String, Vec<u8>>>>", "([?{[u8)"),
        ("HashMap<String, Option<Vec<u8>>>", "({?[u8)"),
    ] {
        assert_table_has(&declaration(ty), &format!("value: {notation}"));
    }
}

#[test]
fn an_expression_that_calls_the_value_to_find_its_case_is_guarded_against_recursion() {
    let by_method = "enum E { #[http(match self.status() { 1 => 404, _ => 500 })] A }";
    let by_field = "enum E { #[http(match _0.kind() { 1 => 404, _ => 500 })] A(X) }";
    assert!(expansion(by_method).contains("CallsItselfForever"));
    assert!(!expansion(by_field).contains("CallsItselfForever"));
}

#[test]
fn a_binding_that_a_format_string_captures_is_a_part_of_the_value() {
    for value in ["format!(\"{n}\")", "format!(\"{}\", n)"] {
        let declaration = format!(
            "enum E {{ #[http(match _0.kind() {{ n => (404, header(\"x-a\" = {value})) }})] A(X) }}"
        );
        assert!(expansion(&declaration).contains("UNDECIDED"), "{value}");
    }
}

#[test]
fn a_string_literal_matches_a_str() {
    let declaration =
        |ty: &str| format!("enum E {{ #[http(match _0 {{ \"a\" => 404, _ => 500 }})] A({ty}) }}");
    assert!(error_messages(&declaration("&'static str")).is_empty());
    assert!(error_messages(&declaration("String")).contains("cannot match a value of type"));
}

#[test]
fn an_optional_member_is_left_out_where_a_variant_has_no_such_field() {
    let declaration = r#"#[http(body = { "other"?: other, "b": 1 })]
        enum E { #[http(404)] A, #[http(410)] B { other: u8 } }"#;
    assert!(error_messages(declaration).is_empty());
    assert_table_has(declaration, r#"content: {"b":1}"#);
}

#[test]
fn an_extension_member_may_be_named_code_where_the_document_has_no_code() {
    let with = |codes: &str| format!("#[http(404, {codes}extension(code = 1))] struct S;");
    assert!(error_messages(&with("")).is_empty());
    let template = "body = { \"a\": code, ..extensions }, ";
    assert!(error_messages(&with(template)).is_empty());
}

#[test]
fn an_escape_in_a_text_is_read() {
    let declaration = r#"#[http(404)] #[error("a \"b\" \u{e9} {{c}}")] struct S;"#;
    assert_table_has(declaration, "detail: a \"b\" \u{e9} {c}\n");
}

#[test]
fn an_expression_without_a_field_is_part_of_the_format_of_the_enum() {
    let declaration = |value: &str| {
        let body = format!("#[http(body = {{ \"a\": ({value}), \"d\": detail }})]");
        format!("{body} enum E {{ #[http(404)] A {{ id: u8 }} }}")
    };
    for (value, is_known) in [("format!(\"{}\", 1)", true), ("format!(\"{id}\")", false)] {
        let expansion = expansion(&declaration(value));
        assert_eq!(expansion.contains("envelope_value(sink"), is_known, "{value}");
    }
}

#[test]
fn an_operator_after_a_value_is_not_taken_for_a_missing_comma() {
    for value in ["1 + 2", "-1 + 2", "a 1 + 2"] {
        let message =
            error_messages(&format!("#[http(404, body = {{ \"a\": {value} }})] struct S;"));
        assert!(!message.is_empty() && !message.contains("expected `,`"), "{message}");
    }
}

#[test]
fn a_status_beside_arms_that_all_have_an_outcome_is_an_error() {
    for outcome in ["(transparent = a)", "(same_as = B)", "404"] {
        let arms = format!("match _0 {{ 1 => {outcome}, _ => 500 }}");
        let declaration = format!("enum E {{ #[http(410, {arms})] A(u8), #[http(409)] B }}");
        assert!(!error_messages(&declaration).is_empty(), "{outcome}");
    }
}

#[test]
fn a_header_value_has_no_control_character_but_the_tab() {
    let errors = |value: &str| {
        error_messages(&format!("#[http(404, header(\"x-a\" = \"{value}\"))] struct S;"))
    };
    for value in ["a", "a b", "a\\tb", "~"] {
        assert!(errors(value).is_empty(), "{value}: {}", errors(value));
    }
    for value in ["\\0", "a\\nb", "\\x1f", "\\x7f"] {
        assert!(!errors(value).is_empty(), "{value}");
    }
}

#[test]
fn a_rule_that_is_not_known_may_be_any_so_that_no_other_is_reported() {
    let notes =
        |keys: &str| expansion(&format!("#[http({keys})] struct S;")).matches("note =").count();
    assert_eq!(notes("401, allow(spelled_wrongly)"), 0);
    assert_eq!(notes("401"), 1);
}
