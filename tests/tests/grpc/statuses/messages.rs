//! The message of a status, whatever the body that the error has over HTTP.

use httperr::tonic::status_of;
use httperr::{status, HttpError, Problem};

use super::Page;

#[derive(Debug, thiserror::Error, HttpError)]
enum Bodies {
    #[error("problem {0}")]
    #[http(404)]
    Problem(u8),
    #[error("template {0}")]
    #[http(404, body = { "n": _0 })]
    Template(u8),
    #[error("template with detail {0}")]
    #[http(404, body = { "n": _0, "text": detail })]
    TemplateWithDetail(u8),
    #[error("text {0}")]
    #[http(404, body = text)]
    Text(u8),
    #[error("empty {0}")]
    #[http(404, body = empty)]
    Empty(u8),
    #[error("page {0}")]
    #[http(404, body = Page)]
    Page(u8),
    #[error("not modified {0}")]
    #[http(304, allow(redirect))]
    NotModified(u8),
    #[error("constant")]
    #[http(404, body = { "a": 1 })]
    Constant,
    #[error("masked {0}")]
    #[http(500, body = { "n": _0 })]
    Masked(u8),
}

#[test]
fn the_message_is_the_text_that_the_body_has_or_else_the_title() {
    for (error, message) in [
        (Bodies::Problem(1), "problem 1"),
        (Bodies::Template(2), "Not Found"),
        (Bodies::TemplateWithDetail(3), "template with detail 3"),
        (Bodies::Text(4), "text 4"),
        (Bodies::Empty(5), "Not Found"),
        (Bodies::Page(6), "Not Found"),
        (Bodies::NotModified(7), "not modified 7"),
        (Bodies::Constant, "constant"),
        (Bodies::Masked(8), "Internal Server Error"),
    ] {
        assert_eq!(status_of(&error).message(), message, "{error:?}");
    }
}

#[test]
fn the_message_of_a_problem_is_its_detail_or_else_its_title() {
    let problem = Problem::new(status!(409));
    assert_eq!(status_of(&problem).message(), "Conflict");
    let problem = problem.with_title("Taken");
    assert_eq!(status_of(&problem).message(), "Taken");
    assert_eq!(status_of(&problem.with_detail("name taken")).message(), "name taken");
}
