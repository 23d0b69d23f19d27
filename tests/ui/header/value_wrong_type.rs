use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header("x-a" = list))]
    A { list: Vec<String> },
    #[error("b")]
    #[http(404, header("x-a" = list.clone()))]
    B { list: Vec<String> },
    #[error("c")]
    #[http(404, header("x-a" = _0))]
    C(Option<Vec<u8>>),
    #[error("d")]
    #[http(404, header("x-a" = ()))]
    D,
    #[error("f")]
    #[http(404, header(ALLOW = [1, 2]))]
    F,
}

fn main() {}
