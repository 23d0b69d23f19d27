use httperr::HttpError;

#[derive(Debug)]
enum Kind {
    A,
    B,
    C,
}

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("database")]
    #[http(match _0 { 0 => { 404, code = "none" }, _ => 500 })]
    Database(u8),

    #[error("kind")]
    #[http(match kind {
        Kind::A => { (404, code = "a") }
        Kind::B => 409,
        Kind::C => 400,
    })]
    Kind { kind: Kind },
}

fn main() {}
