use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header(= "a"))]
    A,
    #[error("b")]
    #[http(404, header(5 = "a"))]
    B,
    #[error("c")]
    #[http(404, header(=))]
    C,
    #[error("d")]
    #[http(404, header((ALLOW) = "GET"))]
    D,
}

fn main() {}
