//! A generic error, of which two other crates have the same instance.

use httperr::HttpError;

/// A part of a service that fails.
#[derive(Debug, thiserror::Error, HttpError)]
pub enum Retried<E: HttpError + 'static> {
    /// It was tried too often.
    #[error("tried too often")]
    #[http(503)]
    GaveUp,
    /// It was not tried again.
    #[error(transparent)]
    #[http(transparent)]
    Failed(E),
}

/// An error of storage.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("disk full")]
#[http(507)]
pub struct DiskFull;

/// An error of the network.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("connection lost")]
#[http(502)]
pub struct ConnectionLost;
