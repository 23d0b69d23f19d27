//! `#[error(transparent)]` is thiserror's attribute and does not set a status.

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error(transparent)]
    A(#[from] std::io::Error),
}

fn main() {}
