use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("a")]
#[http(404, codes(case = "snake_case"), default = 500)]
pub struct Missing;

fn main() {}
