use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(429, retry_after = wait)]
    A,
    #[error("b")]
    #[http(429, retry_after = wiat)]
    B { wait: u64 },
}

fn main() {}
