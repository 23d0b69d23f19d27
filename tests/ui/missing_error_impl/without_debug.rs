use httperr::HttpError;

#[derive(HttpError)]
#[http(404)]
pub struct Missing;

fn main() {}
