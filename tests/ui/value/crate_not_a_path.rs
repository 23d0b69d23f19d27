use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(crate = 5)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A,
}

fn main() {}
