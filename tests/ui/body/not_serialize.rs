use httperr::HttpError;

#[derive(Debug)]
struct Opaque;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("a")]
    #[http(404, body = { "what": what })]
    A { what: Opaque },
    #[error("b")]
    #[http(404, body = { "n": (Opaque) })]
    B(u8),
}

fn main() {}
