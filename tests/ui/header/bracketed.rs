use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header["x-a" = "b"])]
    A,
    #[error("b")]
    #[http(404, header{"x-a" = "b"})]
    B,
}

fn main() {}
