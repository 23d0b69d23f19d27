//! httperr on what needs no feature of it: frameworks that take an `http::Response`, and protocols with an
//! error format of their own. `docs/frameworks.md` shows the code of each module.
//!
//! A workspace of its own, since no other build has to compile these crates.

mod error;

pub mod async_graphql;
pub mod dioxus;
pub mod gotham;
pub mod jsonrpsee;
pub mod lambda_http;
pub mod leptos;
pub mod loco;
pub mod viz;
pub mod worker;

pub use error::{find_order, ApiError};

#[cfg(test)]
mod exchange;
