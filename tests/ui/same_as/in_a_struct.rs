use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("x")]
#[http(match kind { 2 => (same_as = Other), _ => 500 })]
struct Error {
    kind: u8,
}

fn main() {}
