use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    A,
    #[error("b")]
    B,
    #[error("c")]
    #[http(code = "x")]
    C,
}

fn main() {}
