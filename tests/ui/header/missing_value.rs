use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header("x-a"))]
    A,
    #[error("b")]
    #[http(405, header(ALLOW))]
    B,
    #[error("c")]
    #[http(405, header(ALLOW =))]
    C,
    #[error("d")]
    #[http(405, header(ALLOW "GET"))]
    D,
    #[error("f")]
    #[http(405, header(ALLOW: "GET"))]
    F,
}

fn main() {}
