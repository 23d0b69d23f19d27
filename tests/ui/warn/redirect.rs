#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("doubtful")]
    #[http(303, header(LOCATION = "/elsewhere"))]
    Doubtful,
}

fn main() {}
