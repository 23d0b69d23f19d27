use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = { "message": detail })]
enum ApiError {
    #[error("a")]
    #[http(404, extension(kind = "a"))]
    A,
    #[error("b")]
    #[http(404)]
    B { #[http(extension)] id: u8 },
    #[error("c")]
    #[http(404, body = empty)]
    C { #[http(extension)] id: u8 },
    #[error("d")]
    #[http(404, body = text, extension(n = 5))]
    D,
}

fn main() {}
