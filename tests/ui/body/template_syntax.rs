use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("a")]
    #[http(404, body = { error: detail })]
    A,
    #[error("b")]
    #[http(404, body = { "error" = detail })]
    B,
    #[error("c")]
    #[http(404, body = { "error" })]
    C,
    #[error("d")]
    #[http(404, body = { "error": })]
    D,
    #[error("e")]
    #[http(404, body = { "error": detail "id": id })]
    E { id: u8 },
    #[error("f")]
    #[http(404, body = { "id": id + 1 })]
    F { id: u8 },
    #[error("g")]
    #[http(404, body = { "a": None })]
    G,
    #[error("h")]
    #[http(404, body = { "a": 'b' })]
    H,
    #[error("i")]
    #[http(404, body = { "a": () })]
    I,
    #[error("j")]
    #[http(404, body = { "a": 1,, "b": 2 })]
    J,
    #[error("k")]
    #[http(404, body = { "a": 1, "a": 2 })]
    K,
    #[error("l")]
    #[http(404, body = { "a": [1, , 2] })]
    L,
    #[error("m")]
    #[http(404, body = { 5: detail })]
    M,
    #[error("n")]
    #[http(404, body = { "a": 5u8 })]
    N,
    #[error("o")]
    #[http(404, body = { "a": { "b": { c: 1 } } })]
    O,
    #[error("p")]
    #[http(404, body = { "a": "x".len() })]
    P,
    #[error("q")]
    #[http(404, body = { "a" => 1 })]
    Q,
    #[error("r")]
    #[http(404, body = { .. })]
    R,
    #[error("s")]
    #[http(404, body = { ..status })]
    S,
    #[error("t")]
    #[http(404, body = { .."a" })]
    T,
    #[error("u")]
    #[http(404, body = { "id": id? })]
    U { id: Option<u8> },
    #[error("v")]
    #[http(404, body = { "n": 1e400 })]
    V,
}

fn main() {}
