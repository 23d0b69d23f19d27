use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(500, lgo = warn))]
pub enum ApiError {
    #[error("a")]
    #[http(mask)]
    A,
}

fn main() {}
