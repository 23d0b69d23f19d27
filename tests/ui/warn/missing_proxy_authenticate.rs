#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("doubtful")]
    #[http(407)]
    Doubtful,
}

fn main() {}
