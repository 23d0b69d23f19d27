use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(302, allow(redirect, redirect))]
    A,
}

fn main() {}
