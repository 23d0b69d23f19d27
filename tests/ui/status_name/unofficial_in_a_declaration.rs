use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(CLIENT_CLOSED_REQUEST)]
    A,
}

fn main() {}
