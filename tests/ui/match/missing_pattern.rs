use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { => 404, _ => 500 })]
    A(u8),
    #[error("b")]
    #[http(match _0 { 404 })]
    B(u8),
}

fn main() {}
