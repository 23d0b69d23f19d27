use httperr::HttpError;

#[derive(Debug, HttpError)]
#[http(404, titel = "x")]
pub struct Missing;

fn main() {}
