use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(100)]
    A,
    #[error("b")]
    #[http(PROCESSING)]
    B,
    #[error("c")]
    #[http(status = 103)]
    C,
}

fn main() {}
