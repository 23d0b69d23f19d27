//! What generated code names. No part of the public interface.

pub use core::fmt::{Debug, Display};
pub use core::format_args;
pub use std::error::Error;

pub use httperr_macros::status;
pub use serde::Serialize;

pub use crate::header::given as header_value;
pub use crate::table::Table;
use crate::{Case, Catalog, HttpError, StatusType};

httperr_macros::constants!();

/// The constant of a code that the registry knows to be valid.
pub(crate) const fn code(code: u16) -> http::StatusCode {
    match http::StatusCode::from_u16(code) {
        Ok(status) => status,
        Err(_) => http::StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// `status!(404 as T)`. A pattern cannot be a call: the name is what the compiler then says.
#[must_use]
pub fn only_an_expression<T: StatusType>(code: u16) -> T {
    T::from_code(code)
}

/// The case at a place of a table.
#[inline]
#[must_use]
pub const fn case(table: &'static Table, place: u16) -> Case {
    Case::of(table, place)
}

/// The case of an error that answers for another.
#[inline]
pub fn inner_case(inner: &(impl HttpError + ?Sized)) -> Case {
    inner.case().inner()
}

/// The cases of a table, and of the types inside.
#[must_use]
pub const fn catalog(table: &'static Table, nested: &'static [fn() -> Catalog]) -> Catalog {
    Catalog::of(table, nested)
}
