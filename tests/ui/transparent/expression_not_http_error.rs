use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(transparent = inner.as_ref())]
    A { inner: Box<std::io::Error>, other: u8 },
    #[error("b")]
    #[http(transparent = other)]
    B { inner: Box<std::io::Error>, other: u8 },
}

fn main() {}
