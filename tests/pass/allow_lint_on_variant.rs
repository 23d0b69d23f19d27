#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[allow(deprecated)]
    #[error("doubtful")]
    #[http(305)]
    Deprecated,
    #[allow(deprecated)]
    #[error("doubtful")]
    #[http(303, header(LOCATION = "/elsewhere"))]
    Redirect,
    #[allow(deprecated)]
    #[error("doubtful")]
    #[http(471)]
    Unregistered,
    #[allow(deprecated)]
    #[error("doubtful")]
    #[http(401)]
    MissingWwwAuthenticate,
    #[allow(deprecated)]
    #[error("doubtful")]
    #[http(407)]
    MissingProxyAuthenticate,
    #[allow(deprecated)]
    #[error("doubtful")]
    #[http(405)]
    MissingAllow,
    #[allow(deprecated)]
    #[error("doubtful")]
    #[http(426)]
    MissingUpgrade,
    #[allow(deprecated)]
    #[error("doubtful")]
    #[http(307, allow(redirect))]
    MissingLocation,
    #[allow(deprecated)]
    #[error("doubtful")]
    #[http(416)]
    MissingContentRange,
    #[allow(deprecated)]
    #[error(transparent)]
    #[http(400)]
    Leak(#[from] std::num::ParseIntError),
}
