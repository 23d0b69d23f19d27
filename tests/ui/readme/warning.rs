#![deny(deprecated)]
use httperr::HttpError;
#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("sign in first")]
    #[http(401)]
    SignIn,
}

fn main() {}
