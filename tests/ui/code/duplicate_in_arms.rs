use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://api.example.com")]
pub enum ApiError {
    #[error("a")]
    #[http(404, code = "gone")]
    A,
    #[error("b")]
    #[http(match _0 { 0 => (410, code = "gone"), _ => 409 })]
    B(u8),
    #[error("c")]
    #[http(match _0 { 1..=9 => 400, 10 => 404, _ => (409, code = "other") })]
    C(u8),
    #[error("d")]
    #[http(code = "d", match _0 { 0 => 400, _ => 404 })]
    D(u8),
}

fn main() {}
