use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default = 404)]
pub enum ApiError {
    #[error("a literal")]
    #[http(tag(5 = "db"))]
    Literal,
    #[error("empty")]
    #[http(tag("" = "db"))]
    Empty,
    #[error("twice")]
    #[http(tag(metric = "a", metric = "b"), tag("metric" = "c"))]
    Twice,
}

fn main() {}
