use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, code = 1004)]
    A,
    #[error("b")]
    #[http(410, code = 1004)]
    B,
    #[error("c")]
    #[http(410, code = "1004")]
    C,
}

fn main() {}
