use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http("404")]
    A,
    #[error("b")]
    #[http(status = "404")]
    B,
    #[error("c")]
    #[http(0x194)]
    C,
    #[error("d")]
    #[http(404.0)]
    D,
    #[error("f")]
    #[http(status = 404i32)]
    F,
    #[error("g")]
    #[http(4_04)]
    G,
}

fn main() {}
