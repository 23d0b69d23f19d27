//! Two doubts of one code are two warnings, each with a rule of its own.

#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(302)]
    A,
    #[error("b")]
    #[http(401)]
    B,
    #[error("c")]
    #[http(510)]
    C,
}

fn main() {}
