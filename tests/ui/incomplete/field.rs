use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A { #[http] id: u8 },
    #[error("b")]
    #[http(404)]
    B { #[http()] id: u8 },
    #[error("c")]
    #[http(404)]
    C { #[http(extension =)] id: u8 },
    #[error("d")]
    #[http(404)]
    D { #[http(extension,)] id: u8 },
    #[error("f")]
    #[http(404)]
    F { #[http(ext)] id: u8 },
}

fn main() {}
