use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, 410)]
    A,
    #[error("b")]
    #[http(404, status = 410)]
    B,
    #[error("c")]
    #[http(NOT_FOUND, 404)]
    C,
    #[error("d")]
    #[http(status = 404, status = 404)]
    D,
}

fn main() {}
