use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, headers = "x-a")]
    A,
    #[error("b")]
    #[http(404, headers)]
    B,
    #[error("c")]
    #[http(transparent, headers = _0)]
    C(Box<ApiError>),
}

#[derive(Debug, thiserror::Error, HttpError)]
pub enum OtherType {
    #[error("a")]
    #[http(404, headers = _0)]
    A(Vec<u8>),
}

fn main() {}
