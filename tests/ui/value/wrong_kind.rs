use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, title = 5)]
    A,
    #[error("b")]
    #[http(404, title = name)]
    B { name: String },
    #[error("c")]
    #[http(404, title = "a" "b")]
    C,
    #[error("d")]
    #[http(404, type = 5)]
    D,
    #[error("g")]
    #[http(404, code = 1.5)]
    G,
    #[error("f")]
    #[http(404, code = name)]
    F { name: String },
    #[error("h")]
    #[http(404, code = "")]
    H,
    #[error("i")]
    #[http(404, code = 404u16)]
    I,
    #[error("j")]
    #[http(404, code = -5)]
    J,
    #[error("k")]
    #[http(404, code = true)]
    K,
}

fn main() {}
