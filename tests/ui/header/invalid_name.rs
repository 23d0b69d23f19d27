use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header("x header" = "a"))]
    A,
    #[error("b")]
    #[http(404, header("x-naïve" = "a"))]
    B,
    #[error("c")]
    #[http(404, header("" = "a"))]
    C,
    #[error("d")]
    #[http(404, header("x:y" = "a"))]
    D,
}

fn main() {}
