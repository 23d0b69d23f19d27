use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(problem = "https://example.com")]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A,
}

fn main() {}
