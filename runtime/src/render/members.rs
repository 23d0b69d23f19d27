//! The members of a body whose names are known at run time only.

use super::envelope::Envelopes;

#[derive(Default)]
pub(super) struct Members {
    /// Those of manual implementations, with their values as JSON.
    pub(super) added: Vec<(String, Vec<u8>)>,
    /// The names that spreads have written, each with the index of its object.
    pub(super) spread: Vec<(usize, String)>,
    pub(super) envelopes: Option<Box<Envelopes>>,
    /// The extension members of the inner error and of its envelopes, while the body is written.
    pub(super) extensions: Vec<(String, Vec<u8>)>,
    /// The code that the envelope gives to an error without one.
    pub(super) code: Option<String>,
}
