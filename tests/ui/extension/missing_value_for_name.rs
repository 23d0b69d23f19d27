use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, extension(id))]
    A { id: u8 },
    #[error("b")]
    #[http(404, extension(id, a = 1))]
    B { id: u8 },
}

fn main() {}
