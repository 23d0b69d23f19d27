use httperr::HttpError;

#[derive(Debug, HttpError)]
#[http(404)]
pub struct Missing;

fn main() {}
