use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("a")]
#[http(match _0 { Some(_) => 404 })]
pub struct Wrapped(Option<u8>);

fn main() {}
