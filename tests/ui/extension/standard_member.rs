use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A { #[http(extension)] status: u16 },
    #[error("b")]
    #[http(404)]
    B { #[http(extension = "type")] kind: u16 },
    #[error("c")]
    #[http(404)]
    C { #[http(extension)] r#type: u16 },
    #[error("d")]
    #[http(404, extension(detail = 5))]
    D,
    #[error("f")]
    #[http(404, extension("title" = 5, instance = 6))]
    F,
}

fn main() {}
