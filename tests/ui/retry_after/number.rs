use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(429, retry_after = -5)]
    A,
    #[error("b")]
    #[http(429, retry_after = 1.5)]
    B,
    #[error("c")]
    #[http(429, retry_after = 99999999999999999999999)]
    C,
    #[error("d")]
    #[http(429, retry_after = 5s)]
    D,
    #[error("f")]
    #[http(429, retry_after = 5u64)]
    F,
}

fn main() {}
