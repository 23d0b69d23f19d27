use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(status = NOT_FUOND)]
    A,
    #[error("b")]
    #[http(status = NotFoudn)]
    B,
    #[error("c")]
    #[http(status = MISSING)]
    C,
}

fn main() {}
