use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404)] #[http(410)]
    A,
    #[error("b")]
    #[http(404, title = "a")] #[http(title = "b")]
    B,
}

fn main() {}
