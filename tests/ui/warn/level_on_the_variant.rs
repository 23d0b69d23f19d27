use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[deny(deprecated)] #[http(305)]
    A,
    #[error("b")]
    #[forbid(deprecated)] #[http(401)]
    B,
}

fn main() {}
