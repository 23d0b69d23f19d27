use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default = 700)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { 0 => 1000, _ => (42, mask) })]
    A(u8),
    #[error("b")]
    #[http(mask)]
    B,
}

fn main() {}
