use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, title("x"))]
    A,
    #[error("b")]
    #[http(404, code("x"))]
    B,
    #[error("c")]
    #[http(429, retry_after(5))]
    C,
    #[error("d")]
    #[http(status(404))]
    D,
    #[error("f")]
    #[http(404, log(warn))]
    F,
}

fn main() {}
