use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("a")]
    #[http(404, body = formats::Xml)]
    A,
    #[error("b")]
    #[http(404, body = Xmll)]
    B,
}

fn main() {}
