use http::HeaderName;

use httperr::HttpError;

const OWN: HeaderName = HeaderName::from_static("x-own");

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header("x-a" = "a\nb"))]
    A,
    #[error("b")]
    #[http(404, header("x-a" = "naïve"))]
    B,
    #[error("c")]
    #[http(404, header("x-a" = " a"))]
    C,
    #[error("d")]
    #[http(404, header("x-a" = "a\u{7f}"))]
    D,
    #[error("f")]
    #[http(404, header(self::OWN = "a\r\nb: c"))]
    F,
}

fn main() {}
