use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, code = "a")]
    A { #[http(extension)] code: u16 },
    #[error("b")]
    #[http(404, code = "b", extension(code = 5))]
    B,
}

fn main() {}
