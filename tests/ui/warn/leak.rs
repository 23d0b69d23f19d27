#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error(transparent)]
    #[http(400)]
    Leak(#[from] std::num::ParseIntError),
}

fn main() {}
