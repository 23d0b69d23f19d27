use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default = 404)]
pub enum ApiError {
    #[error("no list")]
    #[http(tag)]
    NoList,
    #[error("empty")]
    #[http(tag())]
    Empty,
    #[error("no list")]
    #[http(tag = "db")]
    Value,
    #[error("alias")]
    #[http(tags(metric = "db"))]
    Alias,
    #[error(transparent)]
    #[http(transparent, tag(metric = "db"))]
    Transparent(Inner),
    #[error("a field")]
    Field(#[http(tag(metric = "db"))] u8),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("inner")]
#[http(404)]
pub struct Inner;

fn main() {}
