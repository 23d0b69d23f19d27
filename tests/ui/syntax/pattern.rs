use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { Some( ) => 404, _ => 500 })]
    A(Option<u8>),
    #[error("b")]
    #[http(match _0 { 0 | => 404, _ => 500 })]
    B(u8),
    #[error("c")]
    #[http(match _0 { 0..= => 404, _ => 500 })]
    C(u8),
    #[error("d")]
    #[http(match _0 { 1 + 1 => 404, _ => 500 })]
    D(u8),
}

fn main() {}
