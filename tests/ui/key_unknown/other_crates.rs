//! Keys that other derives have.

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, status_code = 404)]
    A,
    #[error("b")]
    #[http(404, public)]
    B,
    #[error("c")]
    #[http(404, internal)]
    C,
}

fn main() {}
