use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("inner")]
#[http(500)]
pub struct Inner;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(transparent =)]
    A(Inner),
    #[error("b")]
    #[http(transparent = true)]
    B(Inner),
    #[error("c")]
    #[http(transparent(_0))]
    C(Inner),
}

fn main() {}
