use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("a")]
#[http(404, haeder(ALLOW = "GET"))]
pub struct Missing;

fn main() {}
