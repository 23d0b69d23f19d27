//! An error as the response needs it.

use std::borrow::Cow;
use std::fmt;

#[cfg(feature = "tracing")]
use std::error::Error as Said;
#[cfg(not(feature = "tracing"))]
use std::fmt::Display as Said;

use crate::{Case, HttpError, ResponseParts};

/// What a response needs of a derived type.
///
/// An object of it has three methods where one of [`HttpError`] has fourteen, and a debug build makes
/// them all for each type.
pub trait Declared: Said {
    #[doc(hidden)]
    fn which(&self) -> Case;

    #[doc(hidden)]
    fn hand_over<'a>(&'a self, sink: &mut ResponseParts<'a>);
}

/// An error of a derived type that finds its cases otherwise.
// Made for the frameworks alone.
#[allow(dead_code)]
#[derive(Debug)]
pub(crate) struct Finding<'a, E>(pub(crate) &'a E);

impl<E: HttpError> fmt::Display for Finding<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0, f)
    }
}

impl<E: HttpError> std::error::Error for Finding<'_, E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

impl<E: HttpError> Declared for Finding<'_, E> {
    fn which(&self) -> Case {
        self.0.find_case().of_derived_type()
    }

    fn hand_over<'a>(&'a self, sink: &mut ResponseParts<'a>) {
        self.0.write_parts(sink);
    }
}

impl<E: HttpError> Declared for E {
    fn which(&self) -> Case {
        self.case().of_derived_type()
    }

    fn hand_over<'a>(&'a self, sink: &mut ResponseParts<'a>) {
        self.write_parts(sink);
    }
}

/// An error that is answered.
#[derive(Clone, Copy)]
pub(crate) enum Raised<'a> {
    // Made for the frameworks alone.
    #[allow(dead_code)]
    Declared(&'a dyn Declared),
    Any(&'a dyn HttpError),
}

impl<'a> Raised<'a> {
    /// The case, unless the parts determine it.
    pub(crate) fn which(self) -> Case {
        match self {
            Raised::Declared(error) => error.which(),
            Raised::Any(error) => error.find_case(),
        }
    }

    pub(crate) fn write_parts(self, sink: &mut ResponseParts<'a>) {
        match self {
            Raised::Declared(error) => error.hand_over(sink),
            Raised::Any(error) => error.write_parts(sink),
        }
    }

    /// What the method `detail` says, which is the public text of an implementation by hand.
    pub(crate) fn detail(self) -> Option<Cow<'a, str>> {
        match self {
            Raised::Declared(_) => None,
            Raised::Any(error) => error.detail(),
        }
    }

    #[cfg(feature = "tracing")]
    pub(crate) fn source(self) -> Option<&'a (dyn std::error::Error + 'static)> {
        match self {
            Raised::Declared(error) => error.source(),
            Raised::Any(error) => error.source(),
        }
    }
}

impl fmt::Display for Raised<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Raised::Declared(error) => fmt::Display::fmt(error, f),
            Raised::Any(error) => fmt::Display::fmt(error, f),
        }
    }
}
