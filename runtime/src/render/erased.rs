//! Errors with their type erased.

use std::borrow::Cow;
use std::fmt;

// The chain of causes is only logged.
#[cfg(feature = "tracing")]
use std::error::Error as Supertrait;
#[cfg(not(feature = "tracing"))]
use std::fmt::Display as Supertrait;

use crate::{Case, HttpError, ResponseParts};

/// The part of a derived [`HttpError`] that a response needs.
///
/// Its vtable has three methods, where that of `dyn HttpError` has fourteen, which a debug build
/// generates for each type: see docs/performance.md, "To compile".
pub trait ErasedHttpError: Supertrait {
    #[doc(hidden)]
    fn erased_case(&self) -> Case;

    #[doc(hidden)]
    fn erased_parts<'a>(&'a self, parts: &mut ResponseParts<'a>);
}

impl<E: HttpError> ErasedHttpError for E {
    fn erased_case(&self) -> Case {
        self.case().for_derived_type()
    }

    fn erased_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
        self.write_parts(parts);
    }
}

/// A derived error whose case [`HttpError::find_case`] returns.
// Used by the frameworks only.
#[allow(dead_code)]
#[derive(Debug)]
pub(crate) struct FindingCase<'a, E>(pub(crate) &'a E);

impl<E: HttpError> fmt::Display for FindingCase<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0, f)
    }
}

impl<E: HttpError> std::error::Error for FindingCase<'_, E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

impl<E: HttpError> ErasedHttpError for FindingCase<'_, E> {
    fn erased_case(&self) -> Case {
        self.0.find_case().for_derived_type()
    }

    fn erased_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
        self.0.write_parts(parts);
    }
}

/// A derived error whose parts are all in its table. For such a type no method of [`ErasedHttpError`] is
/// compiled.
// Used by the frameworks only.
#[allow(dead_code)]
pub(crate) struct WithoutParts<'a> {
    pub(crate) case: Case,
    pub(crate) error: &'a dyn Supertrait,
}

/// A reference to an error of any type.
#[derive(Clone, Copy)]
pub(crate) enum ErrorRef<'a> {
    // Used by the frameworks only.
    #[allow(dead_code)]
    Derived(&'a dyn ErasedHttpError),
    #[allow(dead_code)]
    WithoutParts(&'a WithoutParts<'a>),
    Any(&'a dyn HttpError),
}

impl<'a> ErrorRef<'a> {
    pub(crate) fn find_case(self) -> Case {
        match self {
            ErrorRef::Derived(error) => error.erased_case(),
            ErrorRef::WithoutParts(error) => error.case,
            ErrorRef::Any(error) => error.find_case(),
        }
    }

    pub(crate) fn write_parts(self, parts: &mut ResponseParts<'a>) {
        match self {
            ErrorRef::Derived(error) => error.erased_parts(parts),
            ErrorRef::WithoutParts(_) => {}
            ErrorRef::Any(error) => error.write_parts(parts),
        }
    }

    /// Returns the public text of a manual implementation.
    pub(crate) fn detail(self) -> Option<Cow<'a, str>> {
        match self {
            ErrorRef::Derived(_) | ErrorRef::WithoutParts(_) => None,
            ErrorRef::Any(error) => error.detail(),
        }
    }

    #[cfg(feature = "tracing")]
    pub(crate) fn source(self) -> Option<&'a (dyn std::error::Error + 'static)> {
        match self {
            ErrorRef::Derived(error) => error.source(),
            ErrorRef::WithoutParts(error) => error.error.source(),
            ErrorRef::Any(error) => error.source(),
        }
    }
}

impl fmt::Display for ErrorRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ErrorRef::Derived(error) => fmt::Display::fmt(error, f),
            ErrorRef::WithoutParts(error) => fmt::Display::fmt(error.error, f),
            ErrorRef::Any(error) => fmt::Display::fmt(error, f),
        }
    }
}
