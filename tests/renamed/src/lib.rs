//! `status!` finds a renamed crate by itself. The derive gets its path from `crate = …`.

#![deny(warnings, missing_docs)]
#![no_implicit_prelude]

/// A module that re-exports the runtime, as a framework of one's own would.
pub mod framework {
    pub use ::renamed as errors;
}

/// An error of this crate.
#[derive(Debug, ::thiserror::Error, ::renamed::HttpError)]
#[http(crate = ::renamed)]
pub enum ApiError {
    /// Nothing is there.
    #[error("nothing is there")]
    #[http(404)]
    Missing,
    /// A text has the wrong length.
    #[error("{0} is too long")]
    #[http(422, detail = "{0} is too long", header("x-length" = _0.len()))]
    Long(::std::string::String),
}

/// An error with a path within the crate.
#[derive(Debug, ::thiserror::Error, framework::errors::HttpError)]
#[error("gone")]
#[http(410, crate = crate::framework::errors)]
pub struct Gone;

#[cfg(test)]
mod tests {
    use ::renamed::{axum::IntoResponse, http::StatusCode, status, HttpError};
    use ::std::{assert_eq, matches, string::ToString};

    use super::{ApiError, Gone};

    #[test]
    fn a_renamed_crate_is_found() {
        const MISSING: StatusCode = status!(404);
        assert_eq!(ApiError::Missing.status(), MISSING);
        assert_eq!(Gone.into_response().status(), status!(GONE));
        assert_eq!(ApiError::Long("abc".to_string()).to_response().headers()["x-length"], "3");
        ::std::assert!(matches!(status!(410), crate::framework::errors::status!(410)));
    }
}
