use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, allow)]
    A,
    #[error("b")]
    #[http(404, allow())]
    B,
    #[error("c")]
    #[http(404, allow("redirect"))]
    C,
    #[error("d")]
    #[http(404, allow = redirect)]
    D,
    #[error("f")]
    #[http(404, allow(302))]
    F,
    #[error("g")]
    #[http(404, allow(redirect deprecated))]
    G,
    #[error("h")]
    #[http(404, allow(redirect = true))]
    H,
}

fn main() {}
