use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A { #[http(title = "x")] id: u64 },
    #[error("b")]
    #[http(404)]
    B { #[http(header(ALLOW = "GET"))] id: u64 },
    #[error("c")]
    #[http(404)]
    C(#[http(expose)] u64),
}

fn main() {}
