//! A warning about a key of the enum is reported once, not once per variant.

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
