use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("notfound")]
    #[http(404)]
    NotFound,
    #[error("a")]
    #[http(404, same_as = NotFound)]
    A,
    #[error("b")]
    #[http(same_as = NotFound, code = "b")]
    B,
    #[error("c")]
    #[http(same_as = NotFound)]
    C { #[http(extension)] id: u8 },
    #[error("d")]
    #[http(same_as = NotFound, log = warn)]
    D,
    #[error("e")]
    #[http(same_as = NotFound, body = text)]
    E,
    #[error("f")]
    #[http(same_as = NotFound, same_as = A)]
    F,
}

fn main() {}
