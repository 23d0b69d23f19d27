use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match)]
    A(u8),
    #[error("b")]
    #[http(match _0)]
    B(u8),
    #[error("c")]
    #[http(match _0 {})]
    C(u8),
    #[error("d")]
    #[http(match _0 { 0 })]
    D(u8),
    #[error("f")]
    #[http(match _0 { 0 => })]
    F(u8),
}

fn main() {}
