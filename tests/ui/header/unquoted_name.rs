use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("a")]
    #[http(404, header(x-code = code))]
    A,
    #[error("b")]
    #[http(404, header(X-Rate-Limit = 5, ALLOW = "GET"))]
    B,
}

fn main() {}
