use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header("x-a" = b"abc"))]
    A,
    #[error("b")]
    #[http(404, header("x-a" = c"abc"))]
    B,
    #[error("c")]
    #[http(404, header("x-a" = b'a'))]
    C,
}

fn main() {}
