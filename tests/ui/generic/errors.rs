use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError<'a, T: std::fmt::Debug + std::fmt::Display, const N: usize> {
    #[error("a {0}")]
    #[http(600)]
    A(T),
    #[error("b {0}")]
    #[http(404, titel = "x", header("x-n" = N))]
    B(&'a str),
    #[error("c")]
    #[http(404, retry_after = wait)]
    C { wiat: [u8; N] },
}

fn main() {}
