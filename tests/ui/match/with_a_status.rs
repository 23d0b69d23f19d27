use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, match _0 { 0 => 410, _ => 500 })]
    A(u8),
    #[error("b")]
    #[http(transparent, match _0 { 0 => 410, _ => 500 })]
    B(u8),
}

fn main() {}
