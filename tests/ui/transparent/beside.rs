use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("inner")]
#[http(500)]
pub struct Inner;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(transparent, header(CONTENT_LENGTH = "7"))]
    A(Inner),
    #[error("b")]
    #[http(transparent, header(ETAG = "\"a\"", ETAG = "\"b\""))]
    B(Inner),
    #[error("c")]
    #[http(transparent, extension(title = 1))]
    C(Inner),
    #[error("d")]
    #[http(transparent, extension(a = 1), body = text)]
    D(Inner),
    #[error("e")]
    #[http(transparent, body = { "a": missing })]
    E(Inner),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = { "message": detail, "request": request })]
pub enum Enveloped {
    #[error("a")]
    #[http(404)]
    A { request: u8 },
    #[error("b")]
    #[http(transparent)]
    B(Inner),
}

fn main() {}
