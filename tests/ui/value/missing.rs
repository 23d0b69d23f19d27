use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, title)]
    A,
    #[error("b")]
    #[http(404, detail)]
    B,
    #[error("c")]
    #[http(404, code)]
    C,
    #[error("d")]
    #[http(404, type)]
    D,
    #[error("f")]
    #[http(404, log)]
    F,
    #[error("g")]
    #[http(429, retry_after)]
    G,
    #[error("h")]
    #[http(status)]
    H,
}

fn main() {}
