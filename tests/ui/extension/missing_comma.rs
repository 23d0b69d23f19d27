use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, extension(a = 1 b = 2))]
    A,
}

fn main() {}
