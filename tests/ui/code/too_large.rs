use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("more than 64 bits")]
#[http(404, code = 18446744073709551616)]
pub struct TooLarge;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("64 bits")]
#[http(404, code = 18446744073709551615)]
pub struct Largest;

fn main() {}
