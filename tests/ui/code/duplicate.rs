use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, code = "gone")]
    A,
    #[error("b")]
    #[http(410, code = "gone")]
    B,
    #[error("c")]
    #[http(410)]
    C,
    #[error("d")]
    #[http(404, code = "c")]
    D,
}

fn main() {}
