pub const NUMBER: u8 = 5;

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header(crate::NUMBER = "a"))]
    A,
}

fn main() {}
