#![deny(deprecated)]

use httperr::http::StatusCode;
use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("inner")]
#[http(409, warn(undocumented))]
pub struct InnerError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(warn(undocumented), default(400))]
pub enum ApiError {
    #[error("missing")]
    #[http(404)]
    Missing,
    /// A doc comment.
    #[error("documented")]
    #[http(404)]
    Documented,
    ///
    #[error("blank")]
    #[http(404)]
    Blank,
    #[error("by default")]
    ByDefault,
    #[error("two arms")]
    #[http(match _0 { 0 => 404, 1 => 404, 2 => (410, allow(undocumented)), _ => 500 })]
    Arms(u8),
    #[error("of the server")]
    #[http(503)]
    Server,
    #[error("from the value")]
    #[http(status = _0)]
    FromValue(StatusCode),
    #[error("allowed")]
    #[http(403, allow(undocumented))]
    Allowed,
    #[allow(deprecated)]
    #[error("allowed for rustc")]
    #[http(403)]
    AllowedForRustc,
    #[error("copy")]
    #[http(same_as = Documented)]
    Copy,
    #[error(transparent)]
    #[http(transparent)]
    Inner(InnerError),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(allow(undocumented))]
pub enum NearestWins {
    #[error("on")]
    #[http(404, warn(undocumented))]
    On,
    #[error("off")]
    #[http(404)]
    Off,
    #[error("on in an arm")]
    #[http(match _0 { 0 => (404, warn(undocumented)), _ => 410 })]
    OnInAnArm(u8),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default(404, warn(undocumented)))]
pub enum InTheDefault {
    #[error("default")]
    Default,
    #[error("own")]
    #[http(410)]
    Own,
}

fn main() {}
