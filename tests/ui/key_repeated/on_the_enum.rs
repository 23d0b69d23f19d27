use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://example.com/a", type_base = "https://example.com/b")]
#[http(default = 500, default = 404)]
#[http(codes(rename_all = "snake_case"), codes(prefix = "a"))]
#[http(crate = httperr, crate = ::httperr)]
pub enum ApiError {
    #[error("a")]
    #[http(mask)]
    A,
}

fn main() {}
