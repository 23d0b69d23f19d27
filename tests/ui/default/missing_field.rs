use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default = status)]
pub enum ApiError {
    #[error("a")]
    A { status: u16 },
    #[error("b")]
    B,
}

fn main() {}
