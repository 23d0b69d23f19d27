//! Expressions, and variants of every syntax.

use super::*;

#[test]
fn every_user_expression_is_evaluated_once_per_response() {
    static CALLS: AtomicU32 = AtomicU32::new(0);

    fn count(value: u16) -> u16 {
        CALLS.fetch_add(1, Ordering::Relaxed);
        value
    }

    #[derive(Debug, Error, HttpError)]
    #[error("a")]
    #[http(
        status = count(404),
        detail = count(1),
        header("x-count" = count(2)),
        extension(count = count(3)),
        retry_after = count(4),
    )]
    struct Counted;

    let response = Counted.to_response();
    assert_eq!(CALLS.swap(0, Ordering::Relaxed), 5);
    assert_eq!(response.status(), 404);
    assert_eq!(
        response.body().as_ref(),
        br#"{"title":"Not Found","status":404,"detail":"1","count":3}"#
    );
    assert_eq!(Counted.status(), 404);
    assert_eq!(CALLS.swap(0, Ordering::Relaxed), 1, "a status evaluates nothing else");
    assert_eq!(Counted.detail().as_deref(), Some("1"));
    assert_eq!(CALLS.load(Ordering::Relaxed), 2, "a detail evaluates nothing else");
}

#[test]
fn deprecated_and_conditional_variants_compile() {
    #![allow(deprecated)]

    #[derive(Debug, Error, HttpError)]
    #[deprecated]
    enum ConditionalError {
        #[error("old")]
        #[deprecated]
        #[http(410)]
        Old,
        #[cfg(any())]
        #[error("never")]
        #[http(status = nothing::there)]
        Never,
        #[error("arm")]
        #[http(match _0 {
            #[cfg(any())]
            nothing::there => 400,
            _ => 404,
        })]
        Arm(u8),
    }
    assert_eq!(ConditionalError::Old.status(), 410);
    assert_eq!(ConditionalError::Arm(1).status(), 404);
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Captured {
    #[error("of a field")]
    #[http(400, header("x-a" = format!("<{id:>2}>")), extension(b = format!("{r}{id}", r = r#type)))]
    Field { id: u8, r#type: u8 },
    #[error("of a pattern")]
    #[http(match _0.checked_sub(1) {
        Some(rest) if format!("{rest}") == "0" => (400, header("x-a" = format!("{rest}"))),
        _ => 500,
    })]
    Pattern(u8),
}

#[test]
fn a_format_string_in_an_expression_captures_fields_and_names() {
    let response = Captured::Field { id: 7, r#type: 1 }.to_response();
    assert_eq!(response.headers()["x-a"], "< 7>");
    assert!(response.body().ends_with(br#""b":"17"}"#));
    assert_eq!(Captured::Pattern(1).to_response().headers()["x-a"], "0");
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Empty {
    #[error("unit")]
    #[http(404)]
    Unit,
    #[error("tuple")]
    #[http(409)]
    Tuple(),
    #[error("named")]
    #[http(410)]
    Named {},
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("tuple")]
#[http(404)]
struct EmptyTuple();

#[derive(Debug, thiserror::Error, HttpError)]
#[error("named")]
#[http(404)]
struct EmptyNamed {}

#[test]
fn empty_fields_of_every_syntax_have_a_case() {
    let statuses = [Empty::Unit, Empty::Tuple(), Empty::Named {}].map(|error| error.status());
    assert_eq!(statuses, [404, 409, 410]);
    assert_eq!(EmptyTuple().status(), 404);
    assert_eq!(EmptyNamed {}.status(), 404);
}
