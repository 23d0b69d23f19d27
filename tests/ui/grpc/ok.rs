use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("done")]
#[http(200, allow(success), grpc = OK)]
pub struct Done;

fn main() {}
