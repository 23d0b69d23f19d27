//! Errors and warnings: collection, order, suggestions and output.

pub(crate) mod errors;
pub(crate) mod position;
pub(crate) mod shorten;
pub(crate) mod suggest;
pub(crate) mod warning;
