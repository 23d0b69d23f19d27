use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, header(COLOUR = "red"))]
    A,
    #[error("b")]
    #[http(405, header(ALOW = "GET"))]
    B,
    #[error("c")]
    #[http(405, header(Allow = "GET"))]
    C,
    #[error("d")]
    #[http(401, header(WwwAuthenticate = "Bearer"))]
    D,
    #[error("f")]
    #[http(404, header(x_request_id = "a"))]
    F,
}

fn main() {}
