use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default)]
pub enum ApiError {
    #[error("a")]
    A,
}

fn main() {}
