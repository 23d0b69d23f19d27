#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("doubtful")]
    #[http(471)]
    Doubtful,
}

fn main() {}
