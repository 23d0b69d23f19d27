#![deny(deprecated)]

use httperr::http::StatusCode;
use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("without a challenge")]
    #[http(status = (401))]
    Parentheses,
    #[error("without a challenge")]
    #[http(status = StatusCode::UNAUTHORIZED)]
    Path,
    #[error("without a challenge")]
    #[http(status = 401 as u16)]
    Cast,
    #[error("deprecated")]
    #[http(status = StatusCode::USE_PROXY)]
    Deprecated,
    #[error("not registered")]
    #[http(status = StatusCode::from_u16(499).unwrap())]
    Unregistered,
}

fn main() {}
