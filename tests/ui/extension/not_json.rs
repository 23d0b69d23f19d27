use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, extension(a = -"b"))]
    A,
    #[error("b")]
    #[http(404, extension(a = 1e999))]
    B,
    #[error("c")]
    #[http(404, extension(a = 99999999999999999999999999999999999999999))]
    C,
    #[error("d")]
    #[http(404, body = { "a": word }, extension(word = -r"b"))]
    D,
    #[error("e")]
    #[http(404, body = { "a": -"b", "b": -r#"b"# })]
    E,
    #[error("f")]
    #[http(404, body = { "a": 99999999999999999999, "b": -9223372036854775809, "c": -1e999 })]
    F,
}

fn main() {}
