use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(401, header(WWW_AUTHENTICATE = ""))]
    A,
    #[error("b")]
    #[http(407, header(PROXY_AUTHENTICATE = ""))]
    B,
}

fn main() {}
