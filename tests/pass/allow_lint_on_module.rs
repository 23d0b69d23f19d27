#![deny(deprecated)]

#[allow(deprecated)]
mod errors {
    use httperr::HttpError;

    #[derive(Debug, thiserror::Error, HttpError)]
    pub enum ApiError {
        #[error("doubtful")]
        #[http(305)]
        Deprecated,
        #[error("doubtful")]
        #[http(303, header(LOCATION = "/elsewhere"))]
        Redirect,
        #[error("doubtful")]
        #[http(471)]
        Unregistered,
        #[error("doubtful")]
        #[http(401)]
        MissingWwwAuthenticate,
        #[error("doubtful")]
        #[http(407)]
        MissingProxyAuthenticate,
        #[error("doubtful")]
        #[http(405)]
        MissingAllow,
        #[error("doubtful")]
        #[http(426)]
        MissingUpgrade,
        #[error("doubtful")]
        #[http(307, allow(redirect))]
        MissingLocation,
        #[error("doubtful")]
        #[http(416)]
        MissingContentRange,
        #[error(transparent)]
        #[http(400)]
        Leak(#[from] std::num::ParseIntError),
    }
}
