//! The members of an inner error in its envelope: each is written once, and none is lost.

use std::error::Error;

use httperr::{BodyFormat, Context, ErrorView, HttpError};
use thiserror::Error;

struct Names;

impl BodyFormat for Names {
    const CONTENT_TYPE: &'static str = "text/plain";

    fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
        for (name, value) in error.extensions() {
            body.extend(format!("{name}={value};").bytes());
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Error, HttpError)]
enum Inner {
    #[error("plain")]
    #[http(404)]
    Plain,
    #[error("members")]
    #[http(404, title = "Title", type = "https://example.com/a", extension(a = 1, b = "c"))]
    Members,
    #[error("coded")]
    #[http(409, code = "sold", extension(reason = "sold", count = 2))]
    Coded,
    #[error("number")]
    #[http(409, code = 7, extension(count = 7))]
    Number,
    #[error("request id")]
    #[http(404, extension(request_id = "own"))]
    RequestId,
    #[error("format")]
    #[http(404, body = Names, extension(request_id = "own", a = 1))]
    Format,
}

const ALL: [Inner; 6] =
    [Inner::Plain, Inner::Members, Inner::Coded, Inner::Number, Inner::RequestId, Inner::Format];

#[derive(Debug, Error, HttpError)]
enum Envelope {
    #[error(transparent)]
    #[http(transparent, body = problem)]
    Problem(Inner),
    #[error("extended")]
    #[http(transparent, extension(more = 1))]
    Extended { source: Inner },
    #[error("request id")]
    #[http(transparent, extension(request_id = "outer"))]
    RequestId { source: Inner },
    #[error(transparent)]
    #[http(transparent, body = { "named": code, "rest": { ..extensions } })]
    Template(Inner),
    #[error(transparent)]
    #[http(transparent, body = Names)]
    Format(Inner),
}

fn body_with(error: &dyn HttpError, context: &Context<'_>) -> String {
    String::from_utf8(error.to_response_with(context).body().to_vec()).unwrap()
}

fn body(error: &dyn HttpError) -> String {
    body_with(error, &Context::new())
}

#[test]
fn a_problem_in_the_envelope_of_a_problem_remains_as_it_is() {
    for inner in ALL {
        if !matches!(inner, Inner::Format) {
            assert_eq!(body(&Envelope::Problem(inner.clone())), body(&inner));
        }
    }
}

#[test]
fn a_member_with_the_value_of_the_code_is_not_taken_for_the_code() {
    for (inner, expected) in [
        (Inner::Coded, r#"{"named":"sold","rest":{"reason":"sold","count":2}}"#),
        (Inner::Number, r#"{"named":7,"rest":{"count":7}}"#),
        (Inner::Plain, r#"{"named":"plain","rest":{}}"#),
    ] {
        assert_eq!(body(&Envelope::Template(inner)), expected);
    }
    assert_eq!(body(&Envelope::Format(Inner::Coded)), "count=2;reason=\"sold\";");
}

#[test]
fn the_id_of_a_request_is_in_a_problem_unless_a_member_has_its_name() {
    let context = Context::new().request_id("r7");
    for inner in ALL {
        let of_inner = matches!(inner, Inner::RequestId | Inner::Format);
        for (error, of_envelope) in [
            (Envelope::Problem(inner.clone()), false),
            (Envelope::Extended { source: inner.clone() }, false),
            (Envelope::RequestId { source: inner.clone() }, true),
        ] {
            let body = body_with(&error, &context);
            if !body.starts_with('{') {
                // The format of the inner error, which does not write the id.
                continue;
            }
            let id = match (of_envelope, of_inner) {
                (true, _) => "outer",
                (false, true) => "own",
                (false, false) => "r7",
            };
            assert_eq!(body.matches("\"request_id\":").count(), 1, "{body}");
            assert!(body.contains(&format!("\"request_id\":\"{id}\"")), "{body}");
        }
    }
}
