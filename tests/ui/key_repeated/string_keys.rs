use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, code = "a", code = "b")]
    A,
    #[error("b")]
    #[http(404, title = "a", title = "b")]
    B,
    #[error("c")]
    #[http(404, detail = "a", detail = "b")]
    C,
    #[error("d")]
    #[http(404, type = "https://example.com/a", type = "https://example.com/b")]
    D,
}

fn main() {}
