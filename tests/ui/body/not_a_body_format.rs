use httperr::HttpError;

struct Xml;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("a")]
    #[http(404, body = Xml)]
    A,
}

fn main() {}
