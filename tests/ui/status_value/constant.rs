use httperr::http::StatusCode;
use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default = StatusCode::OK)]
enum ApiError {
    #[error("two codes")]
    #[http(status = 404 | 410)]
    Two,
    #[error("in parentheses")]
    #[http(status = (600))]
    Parentheses,
    #[error("in a block")]
    #[http(status = { 99 })]
    Block,
    #[error("cast")]
    #[http(status = 600 as u16)]
    Cast,
    #[error("cast to another type")]
    #[http(status = 404 as i32)]
    CastAway,
    #[error("negated")]
    #[http(status = !404)]
    Negated,
    #[error("calculated")]
    #[http(status = 400 + 4)]
    Calculated,
    #[error("negative")]
    #[http(status = (-404))]
    Negative,
    #[error("a success")]
    #[http(status = StatusCode::OK)]
    Success,
    #[error("interim")]
    #[http(status = httperr::http::StatusCode::CONTINUE)]
    Interim,
    #[error("constructed")]
    #[http(status = StatusCode::from_u16(600).unwrap())]
    Constructed,
    #[error("by the macro")]
    #[http(status = httperr::status!(200))]
    Macro,
    #[error("by default")]
    Default,
    #[error("in an arm")]
    #[http(match _0 { 0 => (status = (600)), _ => (status = StatusCode::CREATED) })]
    Arm(u8),
}

fn main() {}
