use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header(CONTENT_LOCATION = "/a", CONTENT_LOCATION = "/b"))]
    A,
    #[error("b")]
    #[http(404, header("Content-Location" = "/a"), header(CONTENT_LOCATION = "/b"))]
    B,
}

fn main() {}
