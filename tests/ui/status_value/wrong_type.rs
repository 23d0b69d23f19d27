use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(status = text)]
    A { text: String },
    #[error("b")]
    #[http(status = _0)]
    B(u32),
    #[error("c")]
    #[http(status = text.len())]
    C { text: String },
    #[error("d")]
    #[http(status = if *gone { 410 } else { "404" })]
    D { gone: bool },
}

fn main() {}
