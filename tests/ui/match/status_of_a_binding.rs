use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("upstream answered {0}")]
    #[http(match _0 { 0 => 404, x => x })]
    Upstream(u16),
    #[error("nothing")]
    #[http(404)]
    Nothing,
}

fn main() {}
