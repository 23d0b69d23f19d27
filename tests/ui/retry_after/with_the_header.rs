use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(429, retry_after = 5, header(RETRY_AFTER = "7"))]
    A,
    #[error("b")]
    #[http(429, header("retry-after" = 7), retry_after = 5)]
    B,
}

fn main() {}
