use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("inner")]
#[http(500)]
pub struct Inner;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(rename_all = "kebab-case")]
pub enum ApiError {
    #[error("a")]
    #[http(404, rename = "gone")]
    A,
    #[error("b")]
    #[http(404, msg = "gone")]
    B,
    #[error("c")]
    #[http(429, retry = 5)]
    C,
    #[error("d")]
    #[http(transparent, inner)]
    D(Inner),
}

fn main() {}
