use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, detail = id +)]
    A { id: u64 },
    #[error("b")]
    #[http(404, detail = id id)]
    B { id: u64 },
    #[error("c")]
    #[http(404, detail = ..=)]
    C { id: u64 },
}

fn main() {}
