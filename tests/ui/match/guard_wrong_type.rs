use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { n if n => 404, _ => 500 })]
    A(u8),
    #[error("b")]
    #[http(match _0 { n if unknown(n) => 404, _ => 500 })]
    B(u8),
}

fn main() {}
