use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(401, header("WWW-Authenticate", "Bearer"))]
    A,
    #[error("b")]
    #[http(405, header(ALLOW, methods()), mask)]
    B,
    #[error("c")]
    #[http(405, header(ALLOW, "x-a" = "b"))]
    C,
}

fn main() {}
