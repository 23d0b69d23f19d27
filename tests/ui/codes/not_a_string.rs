use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(codes(rename_all = snake_case, prefix = 5))]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A,
}

fn main() {}
