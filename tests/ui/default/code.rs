use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(500, code = "internal", code = "other"))]
pub enum Twice {
    #[error("a")]
    A,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(500, code = ""))]
pub enum Empty {
    #[error("a")]
    A,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(500, code = "taken"))]
pub enum Taken {
    #[error("a")]
    #[http(404, code = "taken")]
    A,
    #[error("b")]
    B,
    #[error("c")]
    C,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(code = "internal"))]
pub enum WithoutStatus {
    #[error("a")]
    A,
}

fn main() {}
