//! Holds the generated code to the order of `table_format::Part`.

use httperr_registry::table_format::Part;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::derive::derive;

/// Returns the part that a function called by the generated code passes.
fn part(function: &str) -> Option<Part> {
    Some(match function {
        "envelope" => Part::Envelope,
        "set_case" => Part::Case,
        "status" => Part::Status,
        "detail" => Part::Detail,
        "detail_for_header" => Part::DetailForHeader,
        "value" => Part::BodyValue,
        "format" => Part::Format,
        "__httperr_write" | "write" => Part::Header,
        "retry_after" => Part::RetryAfter,
        _ => return None,
    })
}

/// Adds the parts that the tokens pass, in order. Calls are recognized by what is before their name:
/// `ResponseParts::status`, `Given(value).__httperr_write`.
fn collect(tokens: TokenStream, parts: &mut Vec<Part>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => collect(group.stream(), parts),
            TokenTree::Ident(name) => {
                let before = |distance: usize| {
                    index.checked_sub(distance).map(|index| tokens[index].to_string())
                };
                let is_path = before(3).is_some_and(|token| token == "ResponseParts");
                if is_path || before(1).is_some_and(|token| token == ".") {
                    parts.extend(part(&name.to_string()));
                }
            }
            _ => {}
        }
    }
}

/// Returns the body of the function `write_parts`.
fn body_of_write_parts(tokens: TokenStream) -> Option<TokenStream> {
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(name) if name == "write_parts" => {
                return tokens.find_map(|token| match token {
                    TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                        Some(group.stream())
                    }
                    _ => None,
                });
            }
            TokenTree::Group(group) => {
                if let Some(body) = body_of_write_parts(group.stream()) {
                    return Some(body);
                }
            }
            _ => {}
        }
    }
    None
}

fn parts_of(declaration: &str) -> Vec<Part> {
    let expansion = derive(declaration.parse().unwrap());
    assert!(!expansion.to_string().contains("compile_error"), "{expansion}");
    let mut parts = Vec::new();
    collect(body_of_write_parts(expansion).unwrap(), &mut parts);
    parts
}

#[test]
fn run_time_parts_are_passed_in_the_order_of_the_contract() {
    use Part::{BodyValue, Detail, DetailForHeader, Format, Header, RetryAfter, Status};

    let problem = parts_of(
        r#"#[http(retry_after = wait, header("x-a" = a, "x-detail" = detail), extension(b = b, c = c),
                  status = status, detail = "no {a}")]
           struct S { a: u8, b: u8, c: u8, status: u16, wait: u64 }"#,
    );
    assert_eq!(
        problem,
        [Status, Detail, DetailForHeader, BodyValue, BodyValue, Header, Header, RetryAfter]
    );
    let format = parts_of(
        r#"#[http(404, retry_after = wait, header("x-a" = a), extension(b = b), body = Xml)]
           struct S { a: u8, b: u8, wait: u64 }"#,
    );
    assert_eq!(format, [BodyValue, Format, Header, RetryAfter]);
}

#[test]
fn parts_that_select_the_case_are_passed_it_first() {
    let parts = parts_of(
        r#"enum E {
               #[http(match find(_0) { 1 => (404, retry_after = _1), _ => (500, header("x-a" = _1)) })]
               A(u8, u64),
           }"#,
    );
    assert_eq!(parts.first(), Some(&Part::Case), "{parts:?}");
    for case in parts.split(|part| *part == Part::Case) {
        assert!(case.windows(2).all(|pair| pair[0] <= pair[1]), "{case:?}");
    }
}

#[test]
fn the_envelope_of_an_inner_error_is_passed_before_its_parts_and_its_headers_after_them() {
    let parts = parts_of(
        r#"#[http(transparent = a, header("x-b" = b), extension(b = b))] struct S { a: A, b: u8 }"#,
    );
    assert_eq!(parts, [Part::Envelope, Part::Header]);
}

/// The derive and the runtime of different versions do not fit together. `runtime/src/lib.rs` declares
/// the module.
#[test]
fn the_private_module_has_the_patch_version() {
    let expansion = derive("#[http(404)] struct NotFound;".parse().unwrap());
    let module = format!("__private{}", env!("CARGO_PKG_VERSION_PATCH"));
    assert!(expansion.to_string().contains(&module), "{expansion}");
}
