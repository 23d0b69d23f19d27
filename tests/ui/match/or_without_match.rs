use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404 | 410)]
    A,
    #[error("b")]
    #[http(404)]
    B,
    #[error("c")]
    #[http(400..=499)]
    C,
}

fn main() {}
