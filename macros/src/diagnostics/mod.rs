//! Errors and warnings: how they are collected, worded and shown.

pub(crate) mod errors;
pub(crate) mod position;
pub(crate) mod shorten;
pub(crate) mod suggest;
pub(crate) mod warning;
