use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(302, allow(redirct))]
    A,
    #[error("b")]
    #[http(401, allow(missing_authenticate))]
    B,
    #[error("c")]
    #[http(404, allow(everything))]
    C,
}

fn main() {}
