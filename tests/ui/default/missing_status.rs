use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(mask)]
    A,
    #[error("b")]
    B,
}

fn main() {}
