use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, detail = 5)]
    A,
    #[error("b")]
    #[http(404, detail = b"abc")]
    B,
    #[error("c")]
    #[http(404, detail = true)]
    C,
}

fn main() {}
