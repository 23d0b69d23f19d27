//! `#[error(transparent)]` is thiserror's: it says nothing about HTTP.

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error(transparent)]
    A(#[from] std::io::Error),
}

fn main() {}
