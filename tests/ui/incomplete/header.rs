use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(405, header)]
    A,
    #[error("b")]
    #[http(405, header())]
    B,
    #[error("c")]
    #[http(405, header(ALLOW))]
    C,
    #[error("d")]
    #[http(405, header(ALLOW =))]
    D,
    #[error("f")]
    #[http(405, header(ALLOW =,))]
    F,
    #[error("g")]
    #[http(405, header(ALLOW = "GET", ))]
    G,
    #[error("h")]
    #[http(405, header(ALLOW = "GET", VARY))]
    H,
    #[error("i")]
    #[http(404, header(http::))]
    I,
    #[error("j")]
    #[http(404, header(::))]
    J,
    #[error("k")]
    #[http(404, header(http::header:: = "a"))]
    K,
}

fn main() {}
