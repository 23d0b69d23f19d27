#![deny(deprecated)]

use httperr::HttpError;

/// One status, or a code that no client is sent.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(codes(rename_all = "kebab-case"))]
pub enum OneStatus {
    #[error("a")]
    #[http(404, code = "gone")]
    A,
    #[error("b")]
    #[http(404, code = "gone")]
    B,
    #[error("c")]
    #[http(same_as = A)]
    C,
    #[error("d")]
    #[http(409, code = "gone", body = text)]
    D,
    #[error("e")]
    #[http(410, code = "gone", type = "https://api.example.com/gone")]
    E,
    #[error("f")]
    #[http(204, code = "gone", allow(success))]
    F,
}

#[derive(Debug, thiserror::Error, HttpError)]
pub enum NotSent {
    #[error("a")]
    #[http(match _0 { 1..=9 => 400, 10 => 404, _ => 409 })]
    A(u8),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = { "type": type, "message": detail })]
pub enum NotInTheTemplate {
    #[error("a")]
    #[http(404, code = "gone")]
    A,
    #[error("b")]
    #[http(410, code = "gone")]
    B,
}
