use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(600, titel = "x", log = wran, header("x y" = "a"), allow(x))]
    A,
}

fn main() {}
