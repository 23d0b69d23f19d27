#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(499)]
    A,
    #[error("b")]
    #[http(status = 520)]
    B,
    #[error("c")]
    #[http(444)]
    C,
}

fn main() {}
