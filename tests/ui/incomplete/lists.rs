use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(codes(), without(), allow(), default())]
#[http(codes(rename_all =), default(,))]
pub enum ApiError {
    #[error("a")]
    #[http(404, allow(,))]
    A,
    #[error("b")]
    #[http(404, extension())]
    B,
}

fn main() {}
