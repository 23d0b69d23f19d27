use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(500, type = "/x", default = 500))]
pub enum ApiError {
    #[error("a")]
    #[http(mask)]
    A,
}

fn main() {}
