//! Limits on what a declaration may contain.

use httperr_registry::limits::{CODE, HEADERS, HEADER_NAME, HEADER_VALUE, NUMBER};
use proc_macro2::TokenStream;
use quote::quote;

use crate::status_macro;
use crate::tests::error_messages;

/// Declarations with `VALUE` at every position in `#[http(…)]` that takes a value.
const VALUES: &[&str] = &[
    "enum E { #[http(VALUE)] A }",
    "enum E { #[http(-VALUE)] A }",
    "enum E { #[http(404, VALUE)] A }",
    "enum E { #[http(VALUE = 5)] A }",
    "enum E { #[http(status = VALUE)] A }",
    "enum E { #[http(status = -VALUE)] A }",
    "enum E { #[http(status = http::StatusCode::VALUE)] A }",
    "enum E { #[http(http::StatusCode::VALUE)] A }",
    "enum E { #[http(404, code = VALUE)] A }",
    "enum E { #[http(404, code = -VALUE)] A }",
    "enum E { #[http(404, title = VALUE)] A }",
    "enum E { #[http(404, detail = VALUE)] A }",
    "enum E { #[http(404, detail = f(VALUE))] A }",
    "enum E { #[http(404, detail = [0; VALUE])] A }",
    "enum E { #[http(404, expose = VALUE)] A }",
    "enum E { #[http(404, type = VALUE)] A }",
    "enum E { #[http(404, header(VALUE = 5))] A }",
    "enum E { #[http(404, header(a::VALUE = 5))] A }",
    "enum E { #[http(404, header(\"x\" = VALUE))] A }",
    "enum E { #[http(404, header(ALLOW = f::<{ VALUE }>(VALUE)))] A }",
    "enum E { #[http(404, retry_after = VALUE)] A }",
    "enum E { #[http(404, retry_after = -VALUE)] A }",
    "enum E { #[http(404, retry_after = a.f(|a, b| VALUE))] A }",
    "enum E { #[http(404, extension(VALUE = 5))] A }",
    "enum E { #[http(404, extension(a = VALUE))] A }",
    "enum E { #[http(404, body = VALUE)] A }",
    "enum E { #[http(404, body = a::VALUE)] A }",
    "enum E { #[http(404, body = [1, VALUE])] A }",
    "enum E { #[http(404, body = { \"a\": VALUE })] A }",
    "enum E { #[http(404, body = { \"a\": -VALUE })] A }",
    "enum E { #[http(404, body = { \"a\": (f(VALUE)) })] A }",
    "enum E { #[http(404, body = { \"a\": 1 VALUE })] A }",
    "enum E { #[http(404, body = { VALUE: 1 })] A }",
    "enum E { #[http(404, body = { ..VALUE })] A }",
    "enum E { #[http(same_as = VALUE)] A, #[http(404)] B }",
    "enum E { #[http(404, log = VALUE)] A }",
    "enum E { #[http(404, allow(VALUE))] A }",
    "enum E { #[http(transparent = VALUE)] A(u8) }",
    "enum E { #[http(match VALUE { _ => 404 })] A }",
    "enum E { #[http(match _0 { VALUE => 404 })] A(u8) }",
    "enum E { #[http(match _0 { -VALUE..=5 => 404 })] A(u8) }",
    "enum E { #[http(match _0 { a::B(VALUE) => 404 })] A(u8) }",
    "enum E { #[http(match _0 { a if a == VALUE => 404 })] A(u8) }",
    "enum E { #[http(match _0 { _ => VALUE })] A(u8) }",
    "enum E { #[http(match _0 { _ => (VALUE) })] A(u8) }",
    "enum E { #[http(match _0 { _ => (404, retry_after = VALUE) })] A(u8) }",
    "enum E { #[http(match _0 { _ => (404, name = VALUE) })] A(u8) }",
    "enum E { #[http(match _0 { #[cfg(a = VALUE)] _ => 404 })] A(u8) }",
    "#[http(default = VALUE)] enum E { A }",
    "#[http(default(VALUE))] enum E { A }",
    "#[http(default(500, log = VALUE))] enum E { A }",
    "#[http(codes(prefix = VALUE))] enum E { #[http(404)] A }",
    "#[http(codes(rename_all = VALUE))] enum E { #[http(404)] A }",
    "#[http(codes(VALUE = 5))] enum E { #[http(404)] A }",
    "#[http(without(VALUE))] enum E { #[http(404)] A }",
    "#[http(crate = VALUE)] enum E { #[http(404)] A }",
    "#[http(type_base = VALUE)] enum E { #[http(404)] A }",
    "#[http(404)] struct S { #[http(VALUE)] a: u8 }",
    "#[http(404)] struct S { #[http(extension = VALUE)] a: u8 }",
];

/// Declarations with `VALUE` where syn parses it.
const ITEMS: &[&str] = &[
    "#[http(404)] struct S<const N: usize = VALUE>;",
    "#[http(404)] struct S<T: A<VALUE>>(T);",
    "#[http(404)] struct S<T>(T) where [u8; VALUE]: A;",
];

/// Declarations with `VALUE` where it is skipped.
const SKIPPED: &[&str] = &[
    "#[http(404)] struct S([u8; VALUE]);",
    "enum E { #[http(404)] A = VALUE }",
    "enum E { #[http(404)] A = 1 << VALUE }",
    "#[doc = VALUE] #[error(VALUE)] #[http(404)] struct S;",
    "enum E { #[snafu(display(VALUE))] #[doc = VALUE] #[http(404)] A }",
];

fn numbers() -> Vec<String> {
    let digits = "1".repeat(30_000);
    vec![
        digits.clone(),
        format!("0x{digits}"),
        format!("0b{digits}u8"),
        format!("1.{digits}"),
        format!("1e{digits}"),
        "1_".repeat(30_000),
    ]
}

#[test]
fn a_number_of_30_000_digits_is_rejected_quickly() {
    for number in numbers() {
        for declaration in VALUES.iter().chain(ITEMS) {
            // `a::5` is neither a path nor a token.
            if declaration.contains("::VALUE") {
                continue;
            }
            let found = error_messages(&declaration.replace("VALUE", &number));
            let is_reported =
                found.contains("characters, and a numeric literal may have at most 64 here");
            assert!(is_reported && found.len() < 300, "{declaration}: {found}");
        }
        for declaration in SKIPPED {
            assert_eq!(error_messages(&declaration.replace("VALUE", &number)), "", "{declaration}");
        }
    }
}

#[test]
fn a_status_of_30_000_digits_is_rejected_quickly() {
    for number in numbers() {
        for call in ["VALUE", "-VALUE", "404 VALUE", "404 as [u8; VALUE]", "404 as u8, VALUE"] {
            let tokens: TokenStream = call.replace("VALUE", &number).parse().unwrap();
            let expansion = status_macro::expand(quote!(krate #tokens)).to_string();
            assert!(
                expansion.contains("compile_error") && expansion.len() < 600,
                "{call}: {expansion}"
            );
        }
    }
}

#[test]
fn a_number_of_64_characters_is_accepted() {
    let number = "1".repeat(NUMBER);
    assert_eq!(error_messages(&format!("#[http(404, header(\"x\" = {number}))] struct S;")), "");
    let longer = error_messages(&format!("#[http(404, header(\"x\" = {number}1))] struct S;"));
    assert!(longer.contains("has 65 characters"), "{longer}");
}

#[test]
fn a_name_of_30_000_characters_is_rejected_quickly() {
    let words = ["a".repeat(30_000), "NOT_".repeat(7_500), "é".repeat(30_000)];
    let texts = words.iter().map(|word| format!("\"{word}\""));
    let captures = words.iter().map(|word| format!("\"{{{word}}}\""));
    for value in words.iter().cloned().chain(texts).chain(captures) {
        for declaration in VALUES.iter().chain(SKIPPED) {
            let is_path = declaration.contains("::VALUE");
            if is_path && value.starts_with('"') {
                continue;
            }
            let found = error_messages(&declaration.replace("VALUE", &value));
            assert!(found.len() < 3_000, "{declaration}: {} bytes", found.len());
        }
        let tokens: TokenStream = value.parse().unwrap();
        let expansion = status_macro::expand(quote!(krate #tokens)).to_string();
        assert!(expansion.len() < 600, "{} bytes", expansion.len());
    }
}

#[test]
fn names_of_200_000_characters_are_not_compared() {
    let (known, given) = ("a".repeat(200_000), format!("{}b", "a".repeat(199_999)));
    for declaration in [
        "#[http(404, retry_after = GIVEN)] struct S { KNOWN: u8 }",
        "#[http(404, detail = \"{GIVEN}\")] struct S { KNOWN: u8 }",
        "#[http(404, body = { \"a\": GIVEN })] struct S { KNOWN: u8 }",
        "enum E { #[http(same_as = GIVEN)] A, #[http(404)] KNOWN }",
    ] {
        let found = error_messages(&declaration.replace("KNOWN", &known).replace("GIVEN", &given));
        assert!(found.len() < 3_000, "{declaration}: {} bytes", found.len());
    }
}

#[test]
fn a_code_has_at_most_256_bytes() {
    let most = "é".repeat(CODE / 2);
    assert_eq!(error_messages(&format!("#[http(404, code = \"{most}\")] struct S;")), "");
    let prefix = format!("#[http(codes(prefix = \"{most}\"))] enum E {{ #[http(404)] A }}");
    let arm = "#[http(match _0 { _ => (404, code = \"CODE\") })] struct S(u8);";
    for declaration in [
        format!("#[http(404, code = \"{most}.\")] struct S;"),
        format!("#[http(404)] struct {};", "s".repeat(CODE + 1)),
        arm.replace("CODE", &format!("{most}.")),
        prefix,
    ] {
        let found = error_messages(&declaration);
        assert!(found.contains("has 257 bytes, and a code may have at most 256"), "{found}");
    }
}

#[test]
fn the_name_of_a_header_has_at_most_256_bytes() {
    let most = "x".repeat(HEADER_NAME);
    for value in ["\"a\"", "5", "wait", "f(wait)"] {
        let with = |name: &str| {
            error_messages(&format!(
                "#[http(404, header(\"{name}\" = {value}))] struct S {{ wait: u8 }}"
            ))
        };
        assert_eq!(with(&most), "");
        let found = with(&format!("{most}x"));
        assert!(
            found.contains("has 257 bytes, and the name of a header may have at most"),
            "{found}"
        );
    }
}

#[test]
fn the_value_of_a_header_has_at_most_16_384_bytes() {
    let with = |length| {
        let value = "x".repeat(length);
        error_messages(&format!("#[http(404, header(\"x\" = \"{value}\"))] struct S;"))
    };
    assert_eq!(with(HEADER_VALUE), "");
    let found = with(HEADER_VALUE + 1);
    assert!(
        found.contains("has 16385 bytes, and the value of a header may have at most"),
        "{found}"
    );
    assert!(found.len() < 300, "{found}");
}

#[test]
fn a_case_has_at_most_128_headers() {
    let headers = |count: usize, prefix: &str| {
        let list = (0..count).map(|at| format!("\"{prefix}-{at}\" = 5"));
        format!("header({})", list.collect::<Vec<_>>().join(", "))
    };
    let on_struct = |count| format!("#[http(404, {})] struct S;", headers(count, "a"));
    assert_eq!(error_messages(&on_struct(HEADERS)), "");
    let of_enum = |count| {
        format!(
            "#[http({})] enum E {{ #[http(404, {})] A }}",
            headers(100, "a"),
            headers(count, "b")
        )
    };
    assert_eq!(error_messages(&of_enum(28)), "");
    let waits = format!("#[http(404, retry_after = 5, {})] struct S;", headers(HEADERS, "a"));
    let arm =
        format!("#[http(match _0 {{ _ => (404, {}) }})] struct S(u8);", headers(HEADERS + 1, "a"));
    for declaration in [on_struct(HEADERS + 1), of_enum(29), waits, arm] {
        let found = error_messages(&declaration);
        assert!(found.contains("at most 128, and this one has 129"), "{found}");
    }
    // Linear in the number of headers.
    assert!(error_messages(&on_struct(20_000)).contains("this one has 20000"));
}
