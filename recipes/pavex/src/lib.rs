//! pavex 0.2.

#[path = "../../src/error.rs"]
mod error;

mod recipe;

pub use error::{find_order, ApiError};
pub use recipe::{order, send_error, OrderPath, SEND_ERROR};

#[cfg(test)]
#[path = "../../src/exchange.rs"]
mod exchange;
