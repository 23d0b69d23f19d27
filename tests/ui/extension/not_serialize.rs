use httperr::HttpError;

#[derive(Debug)]
pub struct Opaque;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A { #[http(extension)] id: Opaque },
    #[error("b")]
    #[http(404, extension(id = _0))]
    B(Opaque),
    #[error("c")]
    #[http(404, extension(id = Opaque))]
    C,
}

fn main() {}
