use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, detail = "no {}")]
    A,
    #[error("b")]
    #[http(404, detail = "no {:?}")]
    B(u8),
}

fn main() {}
