use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, detail = "no {id:—w$}")]
    A { id: u64, w: usize },
    #[error("b")]
    #[http(404, detail = "no {r#type}")]
    B { r#type: u64 },
    #[error("c")]
    #[http(404, detail = "no {id:.*}")]
    C { id: u64 },
    #[error("d")]
    #[http(404, detail = "no {id:wdth$}")]
    D { id: u64, width: usize },
    #[error("e")]
    #[http(404, detail = "no {0:y}")]
    E(u64),
    #[error("f")]
    #[http(404, detail = "no {tpye}")]
    F { r#type: u64 },
}

fn main() {}
