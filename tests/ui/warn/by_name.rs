#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(USE_PROXY)]
    A,
    #[error("b")]
    #[http(status = UNAUTHORIZED)]
    B,
}

fn main() {}
