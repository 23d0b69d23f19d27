use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(status = code)]
    A,
    #[error("b")]
    #[http(status = stats)]
    B { status: u16 },
    #[error("c")]
    #[http(status = helper(_0))]
    C(u8),
}

fn main() {}
