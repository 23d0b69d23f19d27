use http::StatusCode;

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(StatusCode::NOT_FOUND)]
    A,
    #[error("b")]
    #[http(http::StatusCode::NOT_FOUND)]
    B,
}

fn main() {}
