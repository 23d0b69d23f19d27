use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(problems = "https://example.com/my problems")]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A,
    #[error("b")]
    #[http(404, type = "")]
    B,
    #[error("c")]
    #[http(404, type = "https://example.com/naïve")]
    C,
    #[error("d")]
    #[http(404, type = "https://example.com/{id}")]
    D,
    #[error("f")]
    #[http(404, type = "a\nb")]
    F,
}

fn main() {}
