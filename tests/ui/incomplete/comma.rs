use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404,)]
    A,
    #[error("b")]
    #[http(,)]
    B,
    #[error("c")]
    #[http(404,,)]
    C,
}

fn main() {}
