use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(undocumented)]
pub enum ApiError {
    #[error("a")]
    #[http(404, deny(undocumented))]
    A,
}

fn main() {}
