//! The patterns are in two functions of the expansion, and the error is reported once.

use httperr::HttpError;

#[derive(Debug)]
pub enum Kind {
    A(u8),
    B,
}

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { &Kind::A(ref n) => (404, header("x-n" = n)), _ => 500 })]
    A(Kind),
    #[error("b")]
    #[http(match _0.len() { "a" => (404, retry_after = _0.len()), _ => 500 })]
    B(String),
    #[error("c")]
    #[http(match _0 { Kind::A(n, _) => (404, retry_after = n), _ => 500 })]
    C(Kind),
    #[error("d")]
    #[http(match _0 { n if n => (404, retry_after = n), _ => 500 })]
    D(u8),
}

fn main() {}
