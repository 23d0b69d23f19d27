use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, extension(a = 1), body = { "b": 2, "c": { "d": 3 } })]
    A,
    #[error("b")]
    #[http(404, extension(a = 1), body = { ..extensions, "c": { ..extensions } })]
    B,
    #[error("c")]
    #[http(404, extension(title = 1), body = { ..extensions })]
    C,
    #[error("d")]
    #[http(404, extension(a = 1), body = { "e": extensions })]
    D,
}

fn main() {}
