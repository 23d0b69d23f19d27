use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header("x-a" = "b" "x-c" = "d"))]
    A,
}

fn main() {}
