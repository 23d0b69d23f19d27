use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, colour = "red")]
    A,
    #[error("b")]
    #[http(404, message = "no")]
    B,
    #[error("c")]
    #[http(404, colour(red, blue), title = "x")]
    C,
}

fn main() {}
