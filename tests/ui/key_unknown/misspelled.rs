use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(statsu = 404)]
    A,
    #[error("b")]
    #[http(404, titel = "x")]
    B,
    #[error("c")]
    #[http(404, retry_afer = 3)]
    C,
    #[error("d")]
    #[http(429, retry-after = 3)]
    D,
    #[error("f")]
    #[http(404, detial = "x", cod = "y")]
    F,
}

fn main() {}
