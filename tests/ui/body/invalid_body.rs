use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("a")]
    #[http(404, body)]
    A,
    #[error("b")]
    #[http(404, body =)]
    B,
    #[error("c")]
    #[http(404, body = 5)]
    C,
    #[error("d")]
    #[http(404, body = "text")]
    D,
    #[error("e")]
    #[http(404, body = ())]
    E,
    #[error("f")]
    #[http(404, body = txt)]
    F,
    #[error("g")]
    #[http(404, body = json)]
    G,
    #[error("h")]
    #[http(404, body("a": 1))]
    H,
    #[error("i")]
    #[http(404, body = text, body = empty)]
    I,
    #[error("j")]
    #[http(404, body: text)]
    J,
    #[error("k")]
    #[http(404, body = crate::text())]
    K,
    #[error("l")]
    #[http(404, body = detail)]
    L,
    #[error("m")]
    #[http(404, body = Text)]
    M,
    #[error("n")]
    #[http(404, body = reason)]
    N { reason: u8 },
    #[error("o")]
    #[http(404, body = MY_BODY)]
    O,
}

fn main() {}
