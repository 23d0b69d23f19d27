use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("x")]
#[http(401)]
#[http(402)]
struct Twice;

fn main() {}
