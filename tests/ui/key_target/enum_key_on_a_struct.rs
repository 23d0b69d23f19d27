use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("a")]
#[http(404, codes(rename_all = "snake_case"), default = 500)]
pub struct Missing;

fn main() {}
