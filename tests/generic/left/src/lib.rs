//! An error with instances of a generic error of another crate.

use httperr::HttpError;
use httperr_tests_generic_declares::{ConnectionLost, DiskFull, Retried};

/// An error of this crate.
#[derive(Debug, thiserror::Error, HttpError)]
pub enum Left {
    /// Only here.
    #[error("only here")]
    #[http(409)]
    OnlyLeft,
    /// The instance that the other crate has, too.
    #[error(transparent)]
    #[http(transparent)]
    Storage(Retried<DiskFull>),
    /// Another instance.
    #[error(transparent)]
    #[http(transparent)]
    Network(Retried<ConnectionLost>),
}
