#![deny(deprecated)]

use httperr::http::StatusCode;
use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error(transparent)]
    #[http(400)]
    Leak(#[from] std::num::ParseIntError),
    #[error(transparent)]
    #[http(status = StatusCode::from_u16(400).unwrap_or_default())]
    FromTheValue(std::num::ParseFloatError),
    #[error(transparent)]
    #[http(404, body = empty, header("x-detail" = detail))]
    InAHeader(std::fmt::Error),
    #[error(transparent)]
    #[http(404, body = { "error": { "message": detail } })]
    InATemplate(std::str::Utf8Error),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error(transparent)]
pub enum OfTheEnum {
    #[http(400)]
    Leak(#[from] std::num::ParseIntError),
    #[error("own")]
    #[http(400)]
    Own(#[source] std::fmt::Error),
}

fn main() {}
