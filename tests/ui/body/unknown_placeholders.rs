use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("a")]
    #[http(404, body = { "error": reasn })]
    A { reason: String },
    #[error("b")]
    #[http(404, body = { "error": message })]
    B,
    #[error("c")]
    #[http(404, body = { "error": detial })]
    C,
    #[error("d")]
    #[http(404, body = { "error": ERROR })]
    D,
    #[error("e")]
    #[http(404, body = { "error": _1 })]
    E(String),
    #[error("f")]
    #[http(match kind { n => (404, body = { "n": m }) })]
    F { kind: u8 },
}

fn main() {}
