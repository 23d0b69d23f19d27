use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match { 0 => 404, _ => 500 })]
    A(u8),
}

fn main() {}
