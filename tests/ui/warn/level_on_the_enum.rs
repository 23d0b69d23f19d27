use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[deny(deprecated)]
pub enum ApiError {
    #[error("a")]
    #[http(305)]
    A,
    #[error("b")]
    #[http(401)]
    #[allow(deprecated)]
    B,
}

fn main() {}
