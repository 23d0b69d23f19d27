use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { "a" => 404, _ => 500 })]
    A(u8),
    #[error("b")]
    #[http(match _0 { Some(1) => 404, _ => 500 })]
    B(u8),
    #[error("c")]
    #[http(match _0.len() { "a" => 404, _ => 500 })]
    C(String),
}

fn main() {}
