//! An error with instances of a generic error of another crate.

use httperr::HttpError;
use httperr_tests_generic_declares::{ConnectionLost, DiskFull, Retried};

/// An error of this crate.
#[derive(Debug, thiserror::Error, HttpError)]
pub enum Right {
    /// Only here.
    #[error("only here")]
    #[http(409)]
    OnlyRight,
    /// The instance that the other crate has, too.
    #[error(transparent)]
    #[http(transparent)]
    Storage(Retried<DiskFull>),
    /// Another instance.
    #[error(transparent)]
    #[http(transparent)]
    Network(Retried<ConnectionLost>),
}
