use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("a")]
#[http(status = _0)]
pub struct Wrapped<T: std::fmt::Debug>(T);

fn main() {}
