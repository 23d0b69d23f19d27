use httperr::HttpError;

#[derive(Debug)]
pub enum Kind {
    A,
    B,
}

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { Kind::A => 404 })]
    A(Kind),
    #[error("b")]
    #[http(match _0 { 0 => 404, 1 => 410 })]
    B(u8),
    #[error("c")]
    #[http(match kind { Kind::A => 404 })]
    C { kind: Kind },
}

fn main() {}
