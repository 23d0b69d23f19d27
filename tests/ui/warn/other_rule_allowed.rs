#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(401, allow(missing_allow))]
    A,
    #[error("b")]
    #[http(302, allow(redirect))]
    B,
}

fn main() {}
