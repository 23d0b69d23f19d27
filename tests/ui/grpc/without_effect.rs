use httperr::{HttpError, Problem};

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("missing")]
    #[http(404)]
    Missing,
    #[error("hidden")]
    #[http(same_as = Missing, grpc = ABORTED)]
    Hidden,
    #[error(transparent)]
    #[http(transparent, grpc = ABORTED)]
    Inner(Problem),
    #[error("{0}")]
    #[http(other, grpc = ABORTED)]
    Other(Problem),
}

fn main() {}
