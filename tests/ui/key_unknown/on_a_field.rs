use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A { #[http(extention)] id: u64 },
    #[error("b")]
    #[http(404)]
    B { #[http(colour)] id: u64 },
}

fn main() {}
