//! What the enum says is doubtful once, not once for each variant.

#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default = 418)]
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
