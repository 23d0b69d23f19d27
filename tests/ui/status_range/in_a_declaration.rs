use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(600)]
    A,
    #[error("b")]
    #[http(status = 0)]
    B,
    #[error("c")]
    #[http(-404)]
    C,
    #[error("d")]
    #[http(status = -1)]
    D,
}

fn main() {}
