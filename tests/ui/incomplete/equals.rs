use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(=)]
    A,
    #[error("b")]
    #[http(status =)]
    B,
    #[error("c")]
    #[http(= 404)]
    C,
    #[error("d")]
    #[http(status = = 404)]
    D,
}

fn main() {}
