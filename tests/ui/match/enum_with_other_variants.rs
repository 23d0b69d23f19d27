//! Only the `match` with the error is reported.

use httperr::HttpError;

#[derive(Debug)]
pub enum Kind {
    A,
    B,
}

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { Kind::A => 404, Kind::B => 410 })]
    A(Kind),
    #[error("b")]
    #[http(match kind { Kind::A => 404 })]
    B { kind: Kind },
    #[error("c")]
    #[http(404)]
    C,
}

fn main() {}
