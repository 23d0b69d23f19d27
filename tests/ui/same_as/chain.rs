use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("notfound")]
    #[http(404)]
    NotFound,
    #[error("hidden")]
    #[http(same_as = NotFound)]
    Hidden,
    #[error("secret")]
    #[http(same_as = Hidden)]
    Secret,
    #[error("itself")]
    #[http(same_as = Itself)]
    Itself,
}

fn main() {}
