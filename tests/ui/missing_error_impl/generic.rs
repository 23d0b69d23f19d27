//! The parameters of a generic type can decide if it is an error, so rustc checks it where it is used.

use httperr::HttpError;

#[derive(Debug, HttpError)]
#[http(404, detail = "{0}")]
pub struct Missing<T>(T);

fn main() {
    let _ = HttpError::status(&Missing(5));
}

