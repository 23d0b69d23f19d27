use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(302, redirect)]
    A,
    #[error("b")]
    #[http(404, deprecated)]
    B,
}

fn main() {}
