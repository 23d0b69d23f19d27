use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(codes(rename_all = "lowercase"))]
pub enum ApiError {
    #[error("notfound")]
    #[http(404)]
    NotFound,
    #[error("notfound")]
    #[http(410)]
    Notfound,
}

fn main() {}
