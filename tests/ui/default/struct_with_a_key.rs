use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("a")]
#[http(mask)]
pub struct Missing;

fn main() {}
