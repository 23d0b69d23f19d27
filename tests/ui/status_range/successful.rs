use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(200)]
    A,
    #[error("b")]
    #[http(NO_CONTENT)]
    B,
    #[error("c")]
    #[http(match _0 { 0 => 202, _ => 404 })]
    C(u8),
}

fn main() {}
