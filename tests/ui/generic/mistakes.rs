use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a {0}")]
    #[http(600)]
    A(T),
}

fn main() {}
