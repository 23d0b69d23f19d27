use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("a")]
    #[http(404, body = { "s": (status.as_u16()), "d": (detail) })]
    A,
    #[error("b")]
    #[http(404, body = { "s": (status.len()), "c": (code.len()) })]
    B { status: String },
}

fn main() {}
