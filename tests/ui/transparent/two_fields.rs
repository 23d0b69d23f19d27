use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(transparent)]
    A { a: u8, b: u8 },
    #[error("b")]
    #[http(transparent)]
    B(u8, u8),
}

fn main() {}
