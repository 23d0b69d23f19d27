use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(mask))]
pub enum ApiError {
    #[error("a")]
    #[http(expose)]
    A,
}

fn main() {}
