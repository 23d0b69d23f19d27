use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(429, retry_after = "5")]
    A,
    #[error("b")]
    #[http(429, retry_after = "soon")]
    B,
    #[error("c")]
    #[http(429, retry_after = '5')]
    C,
    #[error("d")]
    #[http(429, retry_after = true)]
    D,
}

fn main() {}
