use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header)]
    A,
    #[error("b")]
    #[http(404, header = "a")]
    B,
    #[error("c")]
    #[http(404, header())]
    C,
    #[error("d")]
    #[http(404, header["x-a" = "b"])]
    D,
    #[error("f")]
    #[http(404, headers("x-a" = "b"))]
    F,
    #[error("g")]
    #[http(404, header ALLOW = "GET")]
    G,
}

fn main() {}
