use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(404, crate = Self)]
#[error("a type has no macros")]
pub struct NotFound;

fn main() {}
