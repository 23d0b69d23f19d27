use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, "not found")]
    A,
    #[error("b")]
    #[http(404, 410)]
    B,
    #[error("c")]
    #[http(404, -5)]
    C,
}

fn main() {}
