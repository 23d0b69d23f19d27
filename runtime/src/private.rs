//! What generated code names. No part of the public interface.

pub use core::any::type_name;
pub use core::fmt::{
    Binary, Debug, Display, LowerExp, LowerHex, Octal, Pointer, UpperExp, UpperHex,
};
pub use core::format_args;
pub use core::primitive::u8;
pub use core::result::Result::Ok;
pub use core::{concat, module_path};
pub use std::error::Error;

pub use httperr_macros::status;
pub use serde::Serialize;

pub use crate::header::given as header_value;
pub use crate::raised::Declared;
use crate::{Case, Catalog, FromStatusCode, HttpError};

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
pub fn only_an_expression<T: FromStatusCode>(code: u16) -> T {
    T::from_code(code)
}

/// The case at a place of a table, which stands in the lower half of what an arm says; the status
/// stands in the upper.
#[inline]
#[must_use]
pub const fn case(table: &'static [u8], found_by: u32, origin: &'static str) -> Case {
    let [place0, place1, status0, status1] = found_by.to_le_bytes();
    let place = u16::from_le_bytes([place0, place1]);
    Case::of(table, place, u16::from_le_bytes([status0, status1]), origin)
}

/// The error that answers for another.
///
/// A field's type that is no `HttpError` must be missed once, although its case and its parts are
/// asked for in two functions: these two take the methods of [`Unknown`](inner::Unknown) then, and
/// a third asks for the trait.
#[allow(missing_debug_implementations)]
pub mod inner {
    use core::any::type_name;

    use crate::{Case, HttpError, ResponseParts};

    pub struct Inner<'a, T: ?Sized>(&'a T);

    pub fn error<T: ?Sized>(error: &T) -> Inner<'_, T> {
        Inner(error)
    }

    // Names that no trait of the user's has, since a method call is what chooses between the two.
    pub trait Known<'a> {
        fn __httperr_case(self, outer: &'static str) -> Case;
        fn __httperr_find_case(self, outer: &'static str) -> Case;
        fn __httperr_parts(self, sink: &mut ResponseParts<'a>);
    }

    impl<'a, T: HttpError + ?Sized> Known<'a> for Inner<'a, T> {
        #[inline]
        fn __httperr_case(self, outer: &'static str) -> Case {
            self.0.case().inner(type_name::<T>(), outer)
        }

        #[inline]
        fn __httperr_find_case(self, outer: &'static str) -> Case {
            self.0.find_case().inner(type_name::<T>(), outer)
        }

        fn __httperr_parts(self, sink: &mut ResponseParts<'a>) {
            sink.transparent(self.0.as_http_error());
        }
    }

    pub trait Unknown {
        fn __httperr_case(&self, outer: &'static str) -> Case;
        fn __httperr_find_case(&self, outer: &'static str) -> Case;
        fn __httperr_parts(&self, sink: &mut ResponseParts<'_>);
    }

    impl<T: ?Sized> Unknown for Inner<'_, T> {
        fn __httperr_case(&self, _: &'static str) -> Case {
            Case::new(http::StatusCode::INTERNAL_SERVER_ERROR)
        }

        fn __httperr_find_case(&self, outer: &'static str) -> Case {
            self.__httperr_case(outer)
        }

        fn __httperr_parts(&self, _: &mut ResponseParts<'_>) {}
    }

    /// As [`Known::__httperr_case`], for an expression, whose type no catalogue names.
    pub fn case(inner: Inner<'_, impl HttpError + ?Sized>, outer: &'static str) -> Case {
        Known::__httperr_case(inner, outer)
    }
}

/// What an expression of a declaration must not call on the error itself, since the method evaluates
/// that expression: in scope beside [`HttpError`], these make the call ambiguous. An inherent method of
/// the name is still the user's.
#[allow(missing_debug_implementations)]
pub mod itself {
    pub struct CallsItself;

    pub trait CallsItselfForever {
        fn case(&self) -> CallsItself {
            CallsItself
        }

        fn status(&self) -> CallsItself {
            CallsItself
        }

        fn detail(&self) -> CallsItself {
            CallsItself
        }
    }

    impl<T: ?Sized> CallsItselfForever for T {}

    pub trait RespondsForever {
        fn to_response(&self) -> CallsItself {
            CallsItself
        }

        fn to_response_with<T>(&self, _: T) -> CallsItself {
            CallsItself
        }
    }

    impl<T: ?Sized> RespondsForever for T {}
}

/// Stands for the case of a value whose `write_parts` tell it.
pub const UNDECIDED: Case = Case::UNDECIDED;

/// [`HttpError`], for a where clause of a type without parameters.
///
/// A framework's trait that asks for `Display` would miss it once more in a type that is no error.
/// Behind `for<'a>` the compiler believes the clause, and so the traits above `HttpError` too.
pub trait HttpErrorFor<'a>: HttpError {}

impl<E: HttpError> HttpErrorFor<'_> for E {}

/// Tokens of the user's where an expression is asked for: what is wrong with them is then reported
/// of them, and not of the whole expansion.
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

/// As `__expression!`, of a pattern.
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

/// The cases of a table.
#[must_use]
pub const fn catalog(table: &'static [u8]) -> Catalog {
    Catalog::of(table, None, &[], &[])
}

/// What has an address of its own.
pub type Key = u8;

/// The cases of a table but for those at the places that are absent, and of the types inside. The
/// address of `key` is the type's own.
#[must_use]
pub const fn catalog_of(
    table: &'static [u8],
    key: &'static Key,
    absent: &'static [u16],
    nested: &'static [fn() -> Catalog],
) -> Catalog {
    Catalog::of(table, Some(key), absent, nested)
}
