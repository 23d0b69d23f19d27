use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, title = "")]
    A,
    #[error("b")]
    #[http(404, title = " ")]
    B,
}

fn main() {}
