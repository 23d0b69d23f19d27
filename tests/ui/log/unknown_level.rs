use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, log = wran)]
    A,
    #[error("b")]
    #[http(404, log = warning)]
    B,
    #[error("c")]
    #[http(404, log = "inof")]
    C,
    #[error("d")]
    #[http(404, log = never)]
    D,
    #[error("f")]
    #[http(404, log = 5)]
    F,
    #[error("g")]
    #[http(404, log = Level::WARN)]
    G,
}

fn main() {}
