use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(204, allow(success), detail = "nothing")]
    A,
    #[error("b")]
    #[http(205, allow(success), detail = "nothing")]
    B,
    #[error("c")]
    #[http(304, allow(redirect, missing_location), detail = "nothing")]
    C,
    #[error("d")]
    #[http(204, allow(success))]
    D { #[http(extension)] id: u64 },
    #[error("f")]
    #[http(304, allow(redirect), extension(id = 5))]
    F,
}

fn main() {}
