#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error(transparent)]
pub enum ApiError {
    #[http(400, body = empty)]
    Empty(#[from] std::num::ParseIntError),
    #[http(400, body = { "code": code, "errors": [title, (1 + 1)] })]
    Template(#[from] std::num::ParseFloatError),
    #[http(304, allow(redirect))]
    WithoutContent(std::fmt::Error),
    #[http(500)]
    Masked(std::str::Utf8Error),
    #[http(400, mask)]
    MaskedByHand(std::str::ParseBoolError),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("reading: {0}")]
pub enum Formatted {
    #[http(400, body = empty)]
    Empty(#[from] std::num::ParseIntError),
    #[http(400, body = { "code": code, "errors": [title, (1 + 1)] })]
    Template(#[from] std::num::ParseFloatError),
    #[http(500)]
    Masked(std::str::Utf8Error),
    #[http(400, mask)]
    MaskedOnDemand(std::str::ParseBoolError),
    #[http(400, detail = "the request is not readable")]
    WithATextOfItsOwn(#[source] std::fmt::Error),
    #[http(400, expose)]
    Exposed(#[source] std::char::ParseCharError),
    #[http(400, allow(leak))]
    Allowed(#[source] std::char::CharTryFromError),
    #[http(same_as = Other)]
    SameAs(#[source] std::net::AddrParseError),
    #[error("not found")]
    #[http(404)]
    Other,
    #[http(400)]
    OwnText(String),
}
