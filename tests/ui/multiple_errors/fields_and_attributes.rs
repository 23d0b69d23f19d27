use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, tilte = "a")]
    A { #[http(extensoin)] id: u8, #[http(extension = 5)] b: u8 },
}

fn main() {}
