use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://example.com/my problems")]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A,
    #[error("b")]
    #[http(404, type = "")]
    B,
    #[error("c")]
    #[http(404, type = "https://example.com/naïve")]
    C,
    #[error("d")]
    #[http(404, type = "https://example.com/{id}")]
    D,
    #[error("f")]
    #[http(404, type = "a\nb")]
    F,
    #[error("g")]
    #[http(404, type = "http://[::1/%zz#a#b")]
    G,
    #[error("h")]
    #[http(404, type = "http://[::1/")]
    H,
    #[error("i")]
    #[http(404, type = "https://example.com/100%")]
    I,
    #[error("j")]
    #[http(404, type = "1st:problem")]
    J,
    #[error("k")]
    #[http(404, type = "://example.com")]
    K,
    #[error("l")]
    #[http(404, type = "https://example.com:8O/")]
    L,
}

fn main() {}
