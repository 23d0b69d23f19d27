use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, detail = |)]
    A,
    #[error("b")]
    #[http(404, detail = a::<)]
    B,
    #[error("c")]
    #[http(404, detail = "a" +)]
    C,
}

fn main() {}
