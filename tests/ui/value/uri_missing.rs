use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A,
}

fn main() {}
