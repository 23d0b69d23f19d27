use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(500, same_as = NotFound))]
pub enum WithStatus {
    #[error("a")]
    #[http(404)]
    NotFound,
    #[error("b")]
    B,
    #[error("c")]
    C,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(same_as = NotFound))]
pub enum WithKeys {
    #[error("a")]
    #[http(404)]
    NotFound,
    #[error("b")]
    #[http(code = "b", log = warn)]
    B,
    #[error("c")]
    #[http(mask, match _0 { 0 => (title = "C"), _ => 500 })]
    C(u8),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(same_as = NotFound))]
pub enum OfItself {
    #[error("a")]
    NotFound,
    #[error("b")]
    B,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(same_as = NotFuond))]
pub enum Unknown {
    #[error("a")]
    #[http(404)]
    NotFound,
    #[error("b")]
    B,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(same_as = NotFound))]
pub enum NotConstant {
    #[error("a {0}")]
    #[http(404)]
    NotFound(u8),
    #[error("b")]
    B,
}

fn main() {}
