#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(418, allow(deprecated)))]
pub enum ApiError {
    #[error("by {0}")]
    #[http(match _0 {
        0 => (305, allow(deprecated)),
        1 => (401, allow(missing_www_authenticate)),
        2 => (302, allow(redirect), header(LOCATION = "/")),
        _ => 500,
    })]
    Number(u8),
    #[error("teapot")]
    Teapot,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[allow(deprecated)]
#[error("not allowed")]
#[http(405)]
pub struct NotAllowed;
