use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(transparent = inner.deref())]
    A { inner: Box<u8>, other: u8 },
}

fn main() {}
