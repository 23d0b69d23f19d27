use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header(CONTENT_LENGTH = 5))]
    A,
    #[error("b")]
    #[http(404, header("transfer-encoding" = "chunked"))]
    B,
    #[error("c")]
    #[http(404, header(http::header::TRANSFER_ENCODING = "chunked"))]
    C,
    #[error("d")]
    #[http(404, header(TRAILER = "Expires"))]
    D,
}

fn main() {}
