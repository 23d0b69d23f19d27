use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A { #[http(404)] id: u64 },
    #[error("b")]
    #[http(404)]
    B { #[http(-1)] id: u64 },
    #[error("c")]
    #[http(404)]
    C { #[http(status)] code: u16 },
    #[error("d")]
    #[http(404)]
    D { #[http(NOT_FOUND)] code: u16 },
}

fn main() {}
