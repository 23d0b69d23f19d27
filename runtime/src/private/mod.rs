//! The items that generated code names. Not part of the public interface.

pub use core::any::type_name;
pub use core::convert::From;
pub use core::default::Default;
pub use core::fmt::{
    Binary, Debug, Display, LowerExp, LowerHex, Octal, Pointer, UpperExp, UpperHex,
};
pub use core::format_args;
pub use core::option::Option::{None, Some};
pub use core::primitive::u8;
pub use core::result::Result::{self, Ok};
pub use core::str::FromStr;
pub use core::{concat, module_path, stringify};
pub use std::boxed::Box;
pub use std::error::Error;

pub use httperr_macros::{case_table, status};
use httperr_registry::table_format::unpack_case_id;
#[allow(unused_imports)] // In documentation.
use httperr_registry::table_format::EnvelopeBody;
pub use serde::de::DeserializeOwned;
pub use serde::Serialize;

use crate::catalog::{ConstantFormat, EnvelopeRow, MediaTypeRow};
pub use crate::constants::{code, number, Key};
pub use crate::from_problem::decode;
pub use crate::render::erased::ErasedHttpError;
use crate::{BodyFormat, Case, Catalog, FromStatusCode, HttpError};

pub mod header_map;
pub mod header_value;
pub mod itself;
pub mod transparent;

/// `status!(404 as T)`. A pattern cannot contain a call: the compiler's message then has this name.
#[must_use]
pub fn only_an_expression<T: FromStatusCode>(code: u16) -> T {
    T::from_code(code)
}

/// Returns the case of a table with that [id](httperr_registry::table_format::pack_case_id).
#[inline]
#[must_use]
pub const fn case(table: &'static [u8], id: u32, origin: &'static str) -> Case {
    let (index, status) = unpack_case_id(id);
    Case::from_table(table, index, status, origin)
}

/// The case of a value that only [`write_parts`](HttpError::write_parts) determines.
pub const UNDECIDED: Case = Case::UNDECIDED;

/// [`HttpError`], for the where clause of a type without parameters.
///
/// A framework's trait with the supertrait `Display` would report its absence a second time for a
/// type that does not implement `Error`. The compiler assumes a clause with `for<'a>` to hold, and so
/// the supertraits of `HttpError` too.
pub trait HttpErrorFor<'a>: HttpError {}

impl<E: HttpError> HttpErrorFor<'_> for E {}

/// Passes the user's tokens on where an expression is expected, so that a syntax error is reported at
/// them and not at the whole expansion.
#[doc(hidden)]
#[macro_export]
macro_rules! __expression {
    ($expression:expr) => {
        $expression
    };
    ($($tokens:tt)*) => {
        $($tokens)*
    };
}

/// As `__expression!`, for a pattern.
#[doc(hidden)]
#[macro_export]
macro_rules! __pattern {
    ($pattern:pat) => {
        $pattern
    };
    ($($tokens:tt)*) => {
        $($tokens)*
    };
}

/// Returns the catalog of a table.
#[must_use]
pub const fn catalog(table: &'static [u8]) -> Catalog {
    Catalog::new(table, None, &[], &[])
}

/// Returns the catalog of a table without the cases at the `absent` indices, and with the catalogs of
/// the types inside. The address of `key` identifies the type.
#[must_use]
pub const fn catalog_of(
    table: &'static [u8],
    key: &'static Key,
    absent: &'static [u16],
    nested: &'static [fn() -> Catalog],
) -> Catalog {
    Catalog::new(table, Some(key), absent, nested)
}

/// Returns the catalog with the envelopes of its inner errors: the index of the error, the table of
/// the envelope, and [when its body replaces that of the error](EnvelopeBody).
#[must_use]
pub const fn in_envelopes(catalog: Catalog, envelopes: &'static [EnvelopeRow]) -> Catalog {
    catalog.in_envelopes(envelopes)
}

/// Returns the catalog with the media types of the cases that have a body format.
#[must_use]
pub const fn with_media_types(catalog: Catalog, media_types: &'static [MediaTypeRow]) -> Catalog {
    catalog.with_media_types(media_types)
}

/// Returns the catalog with the format of the declaration, which has no part from run time: the
/// arguments of `ResponseParts::format_of`.
#[must_use]
pub const fn with_format(
    catalog: Catalog,
    table: &'static [u8],
    body: u8,
    code_case: u8,
    code_prefix: &'static str,
    declares_codes: bool,
) -> Catalog {
    catalog.with_format(ConstantFormat { table, body, code_case, code_prefix, declares_codes })
}

/// The media type of a body format, for documents. Elsewhere a type that is none is an error.
#[derive(Debug)]
pub struct Format<F>(core::marker::PhantomData<fn() -> F>);

impl<F> Format<F> {
    #[must_use]
    #[allow(clippy::new_without_default)]
    pub const fn new() -> Self {
        Format(core::marker::PhantomData)
    }
}

pub trait SupportedFormat {
    fn __httperr_media_type(&self) -> &'static str;
}

impl<F: BodyFormat> SupportedFormat for Format<F> {
    fn __httperr_media_type(&self) -> &'static str {
        F::CONTENT_TYPE
    }
}

pub trait UnsupportedFormat {
    fn __httperr_media_type(&self) -> &'static str;
}

impl<F> UnsupportedFormat for &Format<F> {
    fn __httperr_media_type(&self) -> &'static str {
        ""
    }
}
