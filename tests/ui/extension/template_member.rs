use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A { #[http(extension, title = "x")] id: u8 },
}

fn main() {}
