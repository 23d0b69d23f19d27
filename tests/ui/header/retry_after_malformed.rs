use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(503, header(RETRY_AFTER = "soon"))]
    A,
    #[error("b")]
    #[http(503, header(RETRY_AFTER = ""))]
    B,
    #[error("c")]
    #[http(503, header(RETRY_AFTER = "-5"))]
    C,
    #[error("d")]
    #[http(503, header(RETRY_AFTER = "2030-01-01T00:00:00Z"))]
    D,
}

fn main() {}
