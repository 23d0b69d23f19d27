use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(without(axum, axum))]
pub enum ApiError {
    #[error("a")]
    #[http(302, allow(redirect, missing_location, redirect))]
    A,
}

fn main() {}
