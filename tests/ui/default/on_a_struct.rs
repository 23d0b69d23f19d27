use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("a")]
#[http(default = 500)]
pub struct Missing;

fn main() {}
