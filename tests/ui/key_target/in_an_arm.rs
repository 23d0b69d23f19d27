use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { 0 => (404, match _0 { _ => 500 }), 1 => (404, type_base = "x"), 2 => (404, codes(rename_all = "snake_case")), _ => 500 })]
    A(u8),
}

fn main() {}
