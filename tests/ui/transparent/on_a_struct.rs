use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("a")]
#[http(transparent)]
pub struct Outer(std::io::Error);

fn main() {}
