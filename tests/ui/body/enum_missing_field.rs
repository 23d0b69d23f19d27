use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = { "id": id })]
enum ApiError {
    #[error("a")]
    #[http(404)]
    A { id: u8 },
    #[error("b")]
    #[http(409)]
    B,
}

fn main() {}
