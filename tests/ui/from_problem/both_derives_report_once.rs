use httperr::{FromProblem, HttpError};

#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
enum Error {
    #[error("missing")]
    #[http(404, cod = "x")]
    Missing,
    #[error("no status")]
    NoStatus,
}

fn main() {}
