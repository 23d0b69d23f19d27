//! From an error to its response.

pub(crate) mod erased;
pub(crate) mod headers;
pub(crate) mod json;
