#![deny(deprecated)]

use httperr::http::StatusCode;
use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("reading: {0}")]
    #[http(400)]
    Captured(#[from] std::num::ParseIntError),
    #[error("reading: {}", .0)]
    #[http(400)]
    AsArgument(#[source] std::num::ParseFloatError),
    #[error("reading {path}: {source:?}")]
    #[http(404)]
    Named { path: String, source: std::fmt::Error },
    #[error("reading")]
    #[http(404, mask, detail = "reading: {0}")]
    InDetail(#[source] std::str::Utf8Error),
    #[error("reading")]
    #[http(404, detail = _0)]
    AsDetail(#[source] std::str::Utf8Error),
    #[error("reading: {0}")]
    #[http(status = StatusCode::from_u16(400).unwrap_or_default())]
    FromTheValue(#[source] std::fmt::Error),
    #[error("reading: {0}")]
    #[http(match _0.kind() {
        std::io::ErrorKind::NotFound => 404,
        _ => 500,
    })]
    InAnArm(#[source] std::io::Error),
}

fn main() {}
