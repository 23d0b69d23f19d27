use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, detail = id)]
    A { id: Vec<u8> },
    #[error("b")]
    #[http(404, detail = "no {id}")]
    B { id: Vec<u8> },
    #[error("c")]
    #[http(404, detail = id.clone())]
    C { id: Vec<u8> },
}

fn main() {}
