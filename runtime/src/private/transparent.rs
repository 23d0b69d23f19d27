//! The case and the parts of an error that is `transparent` to another.
//!
//! The expansion needs the case and the parts of the inner error in two functions, but a field's type
//! that does not implement `HttpError` is to be reported once. So the methods of [`Unsupported`] apply
//! to it in both functions, and only a third one requires the trait.

#![allow(missing_debug_implementations, missing_docs)]

use core::any::type_name;
use core::marker::PhantomData;

use crate::{Case, Catalog, HttpError, ResponseParts};

pub struct Inner<'a, T: ?Sized>(&'a T);

pub fn inner<T: ?Sized>(error: &T) -> Inner<'_, T> {
    Inner(error)
}

// The names must not collide with those of the user's traits, since method resolution chooses between
// the two.
pub trait Supported<'a> {
    fn __httperr_case(self, outer: &'static str) -> Case;
    fn __httperr_find_case(self, outer: &'static str) -> Case;
    fn __httperr_parts(self, parts: &mut ResponseParts<'a>);
}

impl<'a, T: HttpError + ?Sized> Supported<'a> for Inner<'a, T> {
    #[inline]
    fn __httperr_case(self, outer: &'static str) -> Case {
        self.0.case().via_transparent(type_name::<T>(), outer)
    }

    #[inline]
    fn __httperr_find_case(self, outer: &'static str) -> Case {
        self.0.find_case().via_transparent(type_name::<T>(), outer)
    }

    fn __httperr_parts(self, parts: &mut ResponseParts<'a>) {
        parts.transparent(self.0.as_http_error());
    }
}

pub trait Unsupported {
    fn __httperr_case(&self, outer: &'static str) -> Case;
    fn __httperr_find_case(&self, outer: &'static str) -> Case;
    fn __httperr_parts(&self, parts: &mut ResponseParts<'_>);
}

impl<T: ?Sized> Unsupported for Inner<'_, T> {
    fn __httperr_case(&self, _: &'static str) -> Case {
        Case::new(http::StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn __httperr_find_case(&self, outer: &'static str) -> Case {
        self.__httperr_case(outer)
    }

    fn __httperr_parts(&self, _: &mut ResponseParts<'_>) {}
}

/// Returns the same as [`Supported::__httperr_case`], and requires the trait: for an expression, whose
/// type does not appear in the catalog.
pub fn case(inner: Inner<'_, impl HttpError + ?Sized>, outer: &'static str) -> Case {
    Supported::__httperr_case(inner, outer)
}

/// The type of an inner error that a pattern binds.
pub struct InnerType<U>(PhantomData<fn() -> U>);

/// Returns the type that a function returns. The function is not called.
pub fn inner_type<'a, T: 'a, U>(_: fn(&'a T) -> Option<U>) -> InnerType<U> {
    InnerType(PhantomData)
}

pub trait SupportedCatalog {
    fn __httperr_catalog(&self) -> Catalog;
}

impl<U: HttpError> SupportedCatalog for InnerType<U> {
    fn __httperr_catalog(&self) -> Catalog {
        U::catalog()
    }
}

/// For a reference to `dyn HttpError`, whose cases are not known.
pub trait UnsupportedCatalog {
    fn __httperr_catalog(&self) -> Catalog;
}

impl<U> UnsupportedCatalog for &InnerType<U> {
    fn __httperr_catalog(&self) -> Catalog {
        Catalog::default()
    }
}
