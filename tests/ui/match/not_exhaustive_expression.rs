use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0.len() { 0 => 404 })]
    A(String),
    #[error("b")]
    #[http(match (_0, _1) { (true, true) => 404, (false, _) => 410 })]
    B(bool, bool),
}

fn main() {}
