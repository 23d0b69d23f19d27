use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { Kind::A => (404, header("x-n" = _0)), _ => 500 })]
    A(u8),
    #[error("b")]
    #[http(match other { 0 => (404, header("x-n" = _0)), _ => 500 })]
    B(u8),
    #[error("c")]
    #[http(match _0 { n if unknown(n) => (404, header("x-n" = n)), _ => 500 })]
    C(u8),
}

fn main() {}
