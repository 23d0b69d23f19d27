use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(429, retry_after = 3, retry_after = 4)]
    A,
    #[error("b")]
    #[http(404, log = warn, log = off)]
    B,
}

fn main() {}
