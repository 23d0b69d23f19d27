use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("inner")]
#[http(500)]
pub struct Inner;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, transparent)]
    A(Inner),
    #[error("b")]
    #[http(transparent, code = "a")]
    B(Inner),
    #[error("f")]
    #[http(transparent, expose)]
    F(Inner),
    #[error("g")]
    #[http(transparent, retry_after = 5)]
    G(Inner),
}

fn main() {}
