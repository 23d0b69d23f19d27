use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(warn(leak, undocumented))]
pub enum ApiError {
    /// A.
    #[error("a")]
    #[http(404, warn(success))]
    A,
}

fn main() {}
