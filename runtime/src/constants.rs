//! Constants that are generated from the registry: `code` and `number` for [`status!`](crate::status),
//! and the names of the registered header fields.

httperr_macros::constants!();

/// The address of a static of this type identifies a declaration.
pub type Key = u8;

/// Converts a code that the registry knows to be valid.
pub(crate) const fn code(code: u16) -> http::StatusCode {
    match http::StatusCode::from_u16(code) {
        Ok(status) => status,
        Err(_) => http::StatusCode::INTERNAL_SERVER_ERROR,
    }
}
