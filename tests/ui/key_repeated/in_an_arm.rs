use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { 0 => (404, 410), 1 => (404, name = "A", name = "B"), _ => 500 })]
    A(u8),
}

fn main() {}
