use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A { #[http(extension = id)] id: u16 },
    #[error("b")]
    #[http(404)]
    B { #[http(extension = 5)] id: u16 },
    #[error("c")]
    #[http(404)]
    C { #[http(extension =)] id: u16 },
    #[error("d")]
    #[http(404)]
    D { #[http(extension("id"))] id: u16 },
}

fn main() {}
