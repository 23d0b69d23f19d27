//! The enum repeats a field: one error for any number of variants.

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(header(CONTENT_LOCATION = "/a", CONTENT_LOCATION = "/b"), header(CONTENT_LENGTH = 1))]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A,
    #[error("b")]
    #[http(410)]
    B,
    #[error("c")]
    #[http(500)]
    C,
}

fn main() {}
