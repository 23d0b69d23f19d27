use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(codes(rename_all = "kebab-case"))]
pub enum ApiError {
    #[error("a")]
    #[http(404, code = "gone")]
    A,
    #[error("b")]
    #[http(410, code = "gone")]
    B,
    #[error("c")]
    #[http(410)]
    C,
    #[error("d")]
    #[http(404, code = "c")]
    D,
    #[error("e")]
    #[http(404, code = "e")]
    E(u8),
    #[error("f")]
    #[http(409, code = "e", allow(duplicate_code))]
    F,
}

fn main() {}
