use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match kind { 0 => 404, _ => 500 })]
    A { knid: u8 },
    #[error("b")]
    #[http(match kind.len() { 0 => 404, _ => 500 })]
    B,
}

fn main() {}
