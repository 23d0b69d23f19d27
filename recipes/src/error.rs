//! The errors of all recipes. Nothing here depends on the framework.

use std::time::Duration;

use httperr::{FromProblem, HttpError, Problem};

#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
pub enum ApiError {
    #[error("no order {id}")]
    #[http(404)]
    NoOrder {
        #[http(extension)]
        id: u64,
    },
    #[error("too many requests")]
    #[http(429, retry_after = wait)]
    Limited { wait: Duration },
    #[error("database: {0}")]
    #[http(500)]
    Database(String),
}

impl ApiError {
    /// Returns the problem document of the response, for a protocol that has a body of its own.
    pub fn to_problem(&self) -> Problem {
        let problem = Problem::from_response(&self.to_response());
        problem.unwrap_or_else(|_| Problem::new(self.status()))
    }
}

/// Returns the product of an order.
///
/// # Errors
///
/// Returns each of the errors for one of the numbers.
pub fn find_order(id: u64) -> Result<String, ApiError> {
    match id {
        1 => Ok("a pen".to_owned()),
        2 => Err(ApiError::Limited { wait: Duration::from_millis(1_500) }),
        3 => Err(ApiError::Database("10.0.0.7 refused the connection".to_owned())),
        _ => Err(ApiError::NoOrder { id }),
    }
}
