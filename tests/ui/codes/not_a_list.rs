use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(codes)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A,
}

fn main() {}
