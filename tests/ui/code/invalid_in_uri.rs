use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://api.example.com/problems")]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    Größe,
    #[error("b")]
    #[http(404, code = "not found")]
    B,
    #[error("c")]
    #[http(404, code = "a/b")]
    C,
    #[error("d")]
    #[http(404, code = "\"d\"")]
    D,
    #[error("e")]
    #[http(404, code = "100%")]
    E,
    #[error("f")]
    #[http(404, code = "..")]
    F,
    #[error("g")]
    #[http(match _0 { Some(Ok(_)) => 404, Some(Größe) => (404, code = "é"), _ => 404 })]
    G(Option<Result<u8, u8>>),
    #[error("h")]
    #[http(404, code = "not found", type = "https://api.example.com/not-found")]
    H,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(codes(prefix = "shop #"), type_base = "https://api.example.com/problems#")]
pub enum Fragment {
    #[error("a")]
    #[http(404)]
    A,
    #[error("b")]
    #[http(404, code = "a/b?c")]
    B,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://api.example.com/problems?code=", code = "a#b", 404)]
#[error("a")]
pub struct Query;

fn main() {}
