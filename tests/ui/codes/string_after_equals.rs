use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(codes = "kebab-case")]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A,
}

fn main() {}
