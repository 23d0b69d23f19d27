use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, detail = "no {id}")]
    A,
    #[error("b")]
    #[http(404, detail = "no {idd}")]
    B { id: u64 },
    #[error("c")]
    #[http(404, detail = "no {0}")]
    C,
    #[error("d")]
    #[http(404, detail = "no {1}")]
    D(u8),
    #[error("f")]
    #[http(404, detail = "no {id}")]
    F(u8),
}

fn main() {}
