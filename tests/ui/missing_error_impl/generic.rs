//! Whether a generic type is an error may depend on its parameters, so it is asked where it is used.

use httperr::HttpError;

#[derive(Debug, HttpError)]
#[http(404, detail = "{0}")]
pub struct Missing<T>(T);

fn main() {
    let _ = HttpError::status(&Missing(5));
}

