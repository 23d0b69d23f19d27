use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(without, without = axum, without("axum"), without())]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A,
}

fn main() {}
