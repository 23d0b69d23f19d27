//! An error in a key of the enum is reported once, not once per variant.

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(detail = "no {}", status = 404)]
pub enum ApiError {
    #[error("a")]
    #[http(mask)]
    A,
    #[error("b")]
    #[http(mask)]
    B,
    #[error("c")]
    #[http(mask)]
    C,
}

fn main() {}
