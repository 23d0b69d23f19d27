use httperr::HttpError;

#[derive(Debug)]
pub enum Kind {
    A,
}

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { Kind::C => 404, _ => 500 })]
    A(Kind),
    #[error("b")]
    #[http(match _0 { Knid::A => 404, _ => 500 })]
    B(Kind),
}

fn main() {}
