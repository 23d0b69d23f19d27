#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default = 418)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { 0 => 305, 1 => (401, mask), _ => 500 })]
    A(u8),
    #[error("b")]
    B,
}

fn main() {}
