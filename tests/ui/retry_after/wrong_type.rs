use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(429, retry_after = wait)]
    A { wait: String },
    #[error("b")]
    #[http(429, retry_after = wait.len().to_string())]
    B { wait: String },
    #[error("c")]
    #[http(429, retry_after = _0)]
    C(f64),
    #[error("d")]
    #[http(429, retry_after = _0)]
    D(std::time::Instant),
}

fn main() {}
