use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, expose, mask)]
    A,
    #[error("b")]
    #[http(500, mask, mask)]
    B,
}

fn main() {}
