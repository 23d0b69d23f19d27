use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, code = "gone")]
    A,
    #[error("b")]
    #[http(match _0 { 0 => (410, code = "gone"), _ => 500 })]
    B(u8),
}

fn main() {}
