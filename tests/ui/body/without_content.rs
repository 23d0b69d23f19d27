use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("a")]
    #[http(204, allow(success), body = text)]
    A,
    #[error("b")]
    #[http(304, allow(redirect), body = { "a": 1 })]
    B,
    #[error("c")]
    #[http(304, allow(redirect), body = problem)]
    C,
}

fn main() {}
