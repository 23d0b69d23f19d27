use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(#)]
    A,
    #[error("b")]
    #[http(404, $)]
    B,
    #[error("c")]
    #[http(404, ::)]
    C,
    #[error("d")]
    #[http(404, 'a)]
    D,
    #[error("f")]
    #[http(404, {})]
    F,
    #[error("g")]
    #[http(404, [])]
    G,
    #[error("h")]
    #[http(404, =>)]
    H,
}

fn main() {}
