use httperr::HttpError;

#[derive(Debug)]
pub enum Kind {
    A(u8),
    B,
}

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { Kind::A(inner) => (transparent = inner), Kind::B => (transparent) })]
    A(Kind),
}

fn main() {}
