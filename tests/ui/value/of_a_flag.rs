use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, expose = true)]
    A,
    #[error("b")]
    #[http(404, mask = false)]
    B,
    #[error("c")]
    #[http(404, mask(true))]
    C,
    #[error("d")]
    #[http(404, expose = "yes")]
    D,
}

fn main() {}
