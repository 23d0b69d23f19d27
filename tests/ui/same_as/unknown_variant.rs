use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("notfound")]
    #[http(404)]
    NotFound,
    #[error("hidden")]
    #[http(same_as = NotFuond)]
    Hidden,
    #[error("secret")]
    #[http(same_as = Elsewhere)]
    Secret,
}

fn main() {}
