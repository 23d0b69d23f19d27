use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(warn(undocumentd))]
pub enum ApiError {
    #[error("a")]
    #[http(404, warn(missing_docs))]
    A,
}

fn main() {}
