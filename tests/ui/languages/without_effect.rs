use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error(transparent)]
    #[http(transparent, title(zh = "内部"))]
    Inner(Inner),
    #[error("same")]
    #[http(same_as = Target, detail(zh = "相同"))]
    Same,
    #[error("target")]
    #[http(404, detail(zh = "目标 {_0}"))]
    Target(u8),
    #[error("braces")]
    #[http(409, title(zh = "冲突 {_0}"))]
    Braces(u8),
    #[error("leak")]
    #[http(410, detail(zh = "泄漏 {source}"))]
    Leak { source: std::io::Error },
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("inner")]
#[http(404)]
pub struct Inner;

#[deny(deprecated)]
fn main() {}
