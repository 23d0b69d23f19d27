use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, detail = "no {0}")]
    A { id: u64 },
    #[error("b")]
    #[http(status = _0)]
    B { id: u64 },
    #[error("c")]
    #[http(404, detail = "no {account}")]
    C { id: u64, name: u64 },
    #[error("d")]
    #[http(404, detail = "no {account}")]
    D,
}

fn main() {}
