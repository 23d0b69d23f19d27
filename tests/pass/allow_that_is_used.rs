#![deny(deprecated)]

use httperr::http::StatusCode;
use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(allow(success, missing_allow), codes(rename_all = "kebab-case"))]
pub enum ApiError {
    #[error("a")]
    #[http(status = _0)]
    A(StatusCode),
    #[error("b")]
    #[http(405, allow(missing_allow))]
    B,
    #[error("c")]
    #[http(404, code = "b", allow(duplicate_code))]
    C,
    #[error("d")]
    #[http(305, allow(deprecated, redirect, missing_location))]
    D,
}
