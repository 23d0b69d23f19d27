use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(transparent = inner)]
    A { a: u8, b: u8 },
}

fn main() {}
