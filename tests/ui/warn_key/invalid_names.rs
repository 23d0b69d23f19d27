use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, warn)]
    A,
    #[error("b")]
    #[http(404, warn())]
    B,
    #[error("c")]
    #[http(404, warn("undocumented"))]
    C,
    #[error("d")]
    #[http(404, warn = undocumented)]
    D,
    #[error("e")]
    #[http(404, warn(undocumented, undocumented))]
    E,
}

fn main() {}
