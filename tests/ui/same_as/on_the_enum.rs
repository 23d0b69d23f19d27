use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(same_as = NotFound)]
enum ApiError {
    #[error("notfound")]
    #[http(404)]
    NotFound,
}

fn main() {}
