use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { 0 => (404, titel = "x"), _ => 500 })]
    A(u8),
}

fn main() {}
