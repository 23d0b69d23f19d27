use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(status = 404 +)]
    A,
    #[error("b")]
    #[http(status = = 404)]
    B,
    #[error("c")]
    #[http(404, header("x-a" = 5 +))]
    C,
    #[error("d")]
    #[http(429, retry_after = *)]
    D,
    #[error("f")]
    #[http(404, extension(a = /))]
    F,
}

fn main() {}
