use httperr::HttpError;

#[derive(Debug, HttpError)]
#[http(404)]
pub struct Missing<'a>(&'a str);

fn main() {}
