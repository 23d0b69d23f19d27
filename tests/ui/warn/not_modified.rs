#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("not modified")]
    #[http(304, body = empty)]
    NotModified,
    #[error("unregistered")]
    #[http(399, allow(unregistered))]
    Unregistered,
}

fn main() {}
