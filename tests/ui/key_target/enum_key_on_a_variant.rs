use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, codes(rename_all = "snake_case"))]
    A,
    #[error("b")]
    #[http(404, type_base = "https://example.com")]
    B,
    #[error("c")]
    #[http(404, default = 500)]
    C,
    #[error("d")]
    #[http(404, without(axum))]
    D,
    #[error("f")]
    #[http(404, crate = httperr)]
    F,
}

fn main() {}
