//! Another header does not silence the warning about the missing one.

#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(401, header(ALLOW = "GET"))]
    A,
    #[error("b")]
    #[http(405, header("www-authenticate" = "Bearer"))]
    B,
}

fn main() {}
