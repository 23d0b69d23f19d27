use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("notfound")]
    #[http(404)]
    NotFound,
    #[error("a")]
    #[http(same_as)]
    A,
    #[error("b")]
    #[http(same_as = "NotFound")]
    B,
    #[error("c")]
    #[http(same_as(NotFound))]
    C,
    #[error("d")]
    #[http(same_as = 404)]
    D,
}

fn main() {}
