use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0)]
    A(u8),
    #[error("b")]
    #[http(match)]
    B(u8),
    #[error("c")]
    #[http(match _0 (0 => 404))]
    C(u8),
    #[error("d")]
    #[http(match = _0)]
    D(u8),
}

fn main() {}
