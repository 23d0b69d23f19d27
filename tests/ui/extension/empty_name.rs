use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A { #[http(extension = "")] id: u16 },
    #[error("b")]
    #[http(404, extension("" = 5))]
    B,
}

fn main() {}
