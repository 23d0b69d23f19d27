use httperr::HttpError;

#[derive(Debug, thiserror::Error)]
#[error("inner")]
pub struct Inner;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(transparent)]
    A(std::io::Error),
    #[error("b")]
    #[http(transparent)]
    B { source: std::fmt::Error },
    #[error("c")]
    #[http(transparent)]
    C(Inner),
}

fn main() {}
