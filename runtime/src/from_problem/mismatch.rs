//! The result of reading a response as one type.

#![allow(missing_docs, clippy::missing_errors_doc)]

/// The part of a response that a case was recognized by, the least certain first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Match {
    Nothing,
    Status,
    Code,
    Type,
}

/// The result of reading a response as one type.
#[derive(Debug)]
pub struct Decoded<T> {
    pub(super) by: Match,
    pub(super) result: Result<T, Mismatch>,
}

/// Why a response is not that of a case.
#[derive(Clone, Debug)]
pub struct Mismatch {
    pub(super) reason: String,
    /// The case, if only a field of it cannot be read.
    pub(super) case: Option<&'static str>,
}

impl Mismatch {
    pub(super) fn new(reason: impl Into<String>) -> Self {
        Mismatch { reason: reason.into(), case: None }
    }
}

impl<T> Decoded<T> {
    pub fn and_then<U>(self, build: impl FnOnce(T) -> Result<U, Mismatch>) -> Decoded<U> {
        Decoded { by: self.by, result: self.result.and_then(build) }
    }
}

/// A type that the status of a response can be read into.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a status code",
    note = "a status is a `u16`, an `http::StatusCode`, or another type with `TryFrom<u16>`"
)]
pub trait FromStatus: Sized {
    fn from_status(status: u16) -> Option<Self>;
}

impl<T: TryFrom<u16>> FromStatus for T {
    fn from_status(status: u16) -> Option<Self> {
        T::try_from(status).ok()
    }
}

/// Returns the beginning of a text that was received, without control characters.
pub(crate) fn shorten(text: &str) -> String {
    const LIMIT: usize = 120;
    let visible = |char: char| if char.is_control() { '\u{FFFD}' } else { char };
    let mut short: String = text.chars().take(LIMIT).map(visible).collect();
    if text.chars().nth(LIMIT).is_some() {
        short.push('…');
    }
    short
}
