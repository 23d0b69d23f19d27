use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A { #[http(extension)] id: u16, #[http(extension = "id")] other: u16 },
    #[error("b")]
    #[http(404, extension(a = 1, a = 2))]
    B,
    #[error("c")]
    #[http(404, extension(id = 1))]
    C { #[http(extension)] id: u16 },
}

fn main() {}
