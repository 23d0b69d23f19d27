use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { 0 => (404, name), 1 => (404, name = Other), 2 => (404, name = ""), _ => 500 })]
    A(u8),
}

fn main() {}
