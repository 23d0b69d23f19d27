use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, detail = "no {{id}")]
    A { id: u64 },
    #[error("b")]
    #[http(404, detail = "no } or {id}")]
    B { id: u64 },
}

fn main() {}
