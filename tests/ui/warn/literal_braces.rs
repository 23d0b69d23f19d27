#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = { "code": code, "message": "failed: {id}", "n": [1, "{absent}"] })]
pub enum ApiError {
    #[error("a title")]
    #[http(404, title = "No account {id}", body = problem)]
    Title { id: u64 },
    #[error("a code")]
    #[http(409, code = "taken-{0:?}", body = problem)]
    Code(u64),
    #[error("a template")]
    #[http(410)]
    Template { id: u64 },
    #[error("an arm")]
    #[http(match _0 { Some(found) => (409, title = "Is {found}", body = problem), None => (404, body = text) })]
    Arm(Option<u64>),
    #[error("allowed")]
    #[http(410, code = "{id}", allow(literal_braces))]
    Allowed { id: u64 },
    #[error("an envelope")]
    #[http(transparent, body = { "message": "in {source}" })]
    Envelope { source: Inner },
    #[error("not a field")]
    #[http(404, title = "Not {a} field", code = "{}", body = problem)]
    NoField { id: u64 },
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("inner")]
#[http(404)]
pub struct Inner;

fn main() {}
