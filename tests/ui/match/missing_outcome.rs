use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { 0 => })]
    A(u8),
    #[error("b")]
    #[http(match _0 { 0 => , _ => 404 })]
    B(u8),
    #[error("c")]
    #[http(match _0 { 0, _ => 404 })]
    C(u8),
    #[error("d")]
    #[http(match _0 { 0 })]
    D(u8),
}

fn main() {}
