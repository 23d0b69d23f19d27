use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(allow(undocumented), warn(undocumented))]
pub enum ApiError {
    #[error("a")]
    #[http(404, warn(undocumented))]
    #[http(allow(undocumented))]
    A,
}

fn main() {}
