//! A declaration with one mistake has one error: what could not be parsed is not missing too.

use super::error_messages;

#[test]
fn a_key_that_cannot_be_parsed_is_not_missing_too() {
    for (declaration, message) in [
        ("#[http(status_code = 404)] struct S;", "unknown key `status_code`"),
        ("#[http(grpc = 1)] struct S;", "unknown gRPC code"),
        ("#[http(default(spelled = 1))] enum E { A }", "unknown key `spelled`"),
        ("#[http(default(log = 1))] enum E { A }", "unknown log level"),
        ("#[http(default(log = info, log = warn))] enum E { A }", "more than once"),
        ("enum E { #[http(match _0 { 1 => (spelled = 1), _ => 500 })] A(u8) }", "`spelled`"),
        ("enum E { #[http(match _0 { 1 => { 404 }, _ => 500 })] A(u8) }", "in parentheses"),
        ("enum E { #[http(match _0 { 1 => spelled _ => 500 })] A(u8) }", "`spelled`"),
        ("enum E { #[http(match _0 { 1 => { 404 } _ => 500 })] A(u8) }", "in parentheses"),
        ("#[http(200, allow(sucess))] struct S;", "did you mean `success`"),
        ("#[http(200, allow = success)] struct S;", "`allow`"),
        ("enum E { #[http] A }", "`#[http]` is empty"),
        ("enum E { #[http = 1] A }", "a list in parentheses"),
        ("#[http(500, languages(\"en\", \"d e\"), title(de = \"a\"))] struct S;", "language tag"),
    ] {
        let messages = error_messages(declaration);
        assert!(messages.contains(message), "{declaration}:\n{messages}");
        assert_eq!(messages.lines().count(), 1, "{declaration}:\n{messages}");
    }
}

#[test]
fn a_language_beyond_the_limit_is_an_error() {
    let messages = |count: u8| {
        let tags: Vec<String> = (0..count)
            .map(|n| format!("\"{}{}\"", char::from(b'a' + n / 26), char::from(b'a' + n % 26)))
            .collect();
        let tags = tags.join(", ");
        error_messages(&format!("#[http(404, languages({tags}))] #[error(\"a\")] struct S;"))
    };
    assert!(!messages(64).contains("too many languages"), "{}", messages(64));
    assert!(messages(65).contains("too many languages"), "{}", messages(65));
}
