use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = { "error": [{ "code": code }] })]
pub enum InATemplate {
    #[error("a")]
    #[http(404, code = "gone")]
    A,
    #[error("b")]
    #[http(410, code = "gone")]
    B,
    #[error("c")]
    #[http(409, code = "gone", body = empty)]
    NotSent,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = empty, header("x-code" = code))]
pub enum InAHeader {
    #[error("a")]
    #[http(404, code = "gone")]
    A,
    #[error("b")]
    #[http(410, code = "gone")]
    B,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://api.example.com", body = { "kind": type })]
pub enum InTheType {
    #[error("a")]
    #[http(404, code = 5)]
    A,
    #[error("b")]
    #[http(410, code = "5")]
    B,
}

fn main() {}
