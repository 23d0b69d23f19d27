use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, title =)]
    A,
    #[error("b")]
    #[http(404, detail =, log = warn)]
    B,
    #[error("c")]
    #[http(404, code =)]
    C,
    #[error("d")]
    #[http(status =)]
    D,
    #[error("f")]
    #[http(429, retry_after =)]
    F,
}

fn main() {}
