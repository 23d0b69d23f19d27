use std::borrow::Cow;

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { "gone" => 410, _ => 500 })]
    A(String),
    #[error("b")]
    #[http(match kind { "gone" | "closed" => 410, other if other.is_empty() => 400, _ => 500 })]
    B { kind: Cow<'static, str> },
    #[error("c")]
    #[http(match _0 { ("gone") => (410, detail = "{_0}"), _ => 500 })]
    C(Box<str>),
    #[error("d")]
    #[http(match _0 { "gone" => 410, _ => 500 })]
    D(&'static str),
}

fn main() {}
