use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default = (404, mask))]
pub enum ApiError {
    #[error("a")]
    A,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("a")]
#[http(status = (NOT_FOUND, mask))]
pub struct Missing;

fn main() {}
