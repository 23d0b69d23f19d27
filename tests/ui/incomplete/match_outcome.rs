use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { 0 => (), _ => 500 })]
    A(u8),
    #[error("b")]
    #[http(match _0 { 0 => (404, ), _ => 500 })]
    B(u8),
    #[error("c")]
    #[http(match _0 { 0 if => 404, _ => 500 })]
    C(u8),
    #[error("d")]
    #[http(match _0 { 0 if _0 == 5, _ => 500 })]
    D(u8),
    #[error("f")]
    #[http(match _0 { 0 | => 404, _ => 500 })]
    F(u8),
    #[error("g")]
    #[http(match _0 { 0 = 404, _ => 500 })]
    G(u8),
}

fn main() {}
