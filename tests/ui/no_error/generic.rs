#[derive(Debug, HttpError)]
#[http(404, detail = "{0}")]
pub struct Missing<T>(T);

fn main() {}
