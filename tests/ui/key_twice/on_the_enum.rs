use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(problems = "https://example.com/a", problems = "https://example.com/b")]
#[http(default = 500, default = 404)]
#[http(codes(case = "snake_case"), codes(prefix = "a"))]
#[http(crate = httperr, crate = ::httperr)]
pub enum ApiError {
    #[error("a")]
    #[http(mask)]
    A,
}

fn main() {}
