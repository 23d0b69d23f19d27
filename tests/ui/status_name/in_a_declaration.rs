use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(NotFound)]
    A,
    #[error("b")]
    #[http(status = NOT_FUOND)]
    B,
    #[error("c")]
    #[http(NOT_FUOND)]
    C,
    #[error("d")]
    #[http(BANANA)]
    D,
}

fn main() {}
