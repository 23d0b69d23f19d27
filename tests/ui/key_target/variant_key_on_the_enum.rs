use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default = 500, transparent, code = "x", type = "https://example.com", extension(a = 1), match _0 { _ => 404 })]
pub enum ApiError {
    #[error("a")]
    #[http(mask)]
    A,
}

fn main() {}
