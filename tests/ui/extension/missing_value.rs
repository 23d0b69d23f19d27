use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, extension)]
    A,
    #[error("b")]
    #[http(404, extension())]
    B,
    #[error("c")]
    #[http(404, extension(a))]
    C,
    #[error("d")]
    #[http(404, extension(a =))]
    D,
    #[error("f")]
    #[http(404, extension(= 5))]
    F,
    #[error("g")]
    #[http(404, extension(5 = 5))]
    G,
    #[error("h")]
    #[http(404, extension = "a")]
    H,
    #[error("i")]
    #[http(404, extension(a: 5))]
    I,
}

fn main() {}
