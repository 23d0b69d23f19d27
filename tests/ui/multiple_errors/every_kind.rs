use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "a b", codes(rename_all = "x"))]
pub enum ApiError {
    #[error("a")]
    #[http(404, titel = "x")]
    A,
    #[error("b")]
    #[http(600)]
    B,
    #[error("c")]
    C,
    #[error("d")]
    #[http(status = NOT_FUOND, log = wran)]
    D,
    #[error("g")]
    #[http(404, header(ALOW = "GET"), retry_after = "x")]
    G,
    #[error("f")]
    #[http(match _0 { 0 => 600, _ => (404, cod = "x") })]
    F(u8),
    #[error("i")]
    #[http(200)]
    I,
    #[error("h")]
    #[http(transparent)]
    H,
}

fn main() {}
