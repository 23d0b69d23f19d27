#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("doubtful")]
    #[http(305, allow(deprecated))]
    Deprecated,
    #[error("doubtful")]
    #[http(303, header(LOCATION = "/elsewhere"), allow(redirect))]
    Redirect,
    #[error("doubtful")]
    #[http(471, allow(unregistered))]
    Unregistered,
    #[error("doubtful")]
    #[http(401, allow(missing_www_authenticate))]
    MissingWwwAuthenticate,
    #[error("doubtful")]
    #[http(407, allow(missing_proxy_authenticate))]
    MissingProxyAuthenticate,
    #[error("doubtful")]
    #[http(405, allow(missing_allow))]
    MissingAllow,
    #[error("doubtful")]
    #[http(426, allow(missing_upgrade))]
    MissingUpgrade,
    #[error("doubtful")]
    #[http(307, allow(redirect), allow(missing_location))]
    MissingLocation,
    #[error("doubtful")]
    #[http(416, allow(missing_content_range))]
    MissingContentRange,
    #[error(transparent)]
    #[http(400, allow(leak))]
    Leak(#[from] std::num::ParseIntError),
}
