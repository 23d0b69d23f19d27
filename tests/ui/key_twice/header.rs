use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(405, header(ALLOW = "GET", ALLOW = "HEAD"))]
    A,
    #[error("b")]
    #[http(404, header(CONTENT_LANGUAGE = "en"), header("content-language" = "de"))]
    B,
}

fn main() {}
