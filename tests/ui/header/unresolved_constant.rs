use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header(self::MISSING = "a"))]
    A,
    #[error("b")]
    #[http(404, header(http::header::MISING = "a"))]
    B,
}

fn main() {}
