#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error(transparent)]
pub enum ApiError {
    #[http(400, body = empty)]
    Empty(#[from] std::num::ParseIntError),
    #[http(400, body = { "code": code, "errors": [title, (1 + 1)] })]
    Template(#[from] std::num::ParseFloatError),
    #[http(304, allow(redirect))]
    WithoutContent(std::fmt::Error),
    #[http(500)]
    Masked(std::str::Utf8Error),
    #[http(400, mask)]
    MaskedByHand(std::str::ParseBoolError),
}
