use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(crate = my::httperr)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A,
}

fn main() {}
