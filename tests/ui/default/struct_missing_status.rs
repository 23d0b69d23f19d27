use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("a")]
pub struct Missing;

fn main() {}
