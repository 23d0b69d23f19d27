use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404 title = "a")]
    A,
    #[error("b")]
    #[http(404, title = "a" detail = "b")]
    B,
    #[error("c")]
    #[http(404 410)]
    C,
    #[error("d")]
    #[http(expose mask)]
    D,
    #[error("f")]
    #[http(404, header(ALLOW = "GET") log = off)]
    F,
    #[error("g")]
    #[http(404 (5))]
    G,
}

fn main() {}
