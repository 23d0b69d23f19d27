use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http]
    A,
    #[error("b")]
    #[http()]
    B,
    #[error("c")]
    #[http = 404]
    C,
    #[error("d")]
    #[http = "404"]
    D,
    #[error("f")]
    #[http[404]]
    F,
    #[error("g")]
    #[http{404}]
    G,
}

fn main() {}
