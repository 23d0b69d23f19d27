use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("no such order")]
    #[http(600)]
    NoOrder,
}

fn main() {}
