//! [poem](https://docs.rs/poem) 3: every derived error implements `ResponseError`.
//!
//! ```
//! use httperr::HttpError;
//! use poem::{handler, web::Path};
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error("no order {id}")]
//!     #[http(404)]
//!     NoOrder { id: u64 },
//! }
//!
//! #[handler]
//! fn order(Path(id): Path<u64>) -> Result<String, ApiError> {
//!     Err(ApiError::NoOrder { id })
//! }
//! # let _ = order;
//! ```
//!
//! A type that has to keep its impl is declared with `without(poem)`.

use ::poem::Body;
pub use ::poem::{error::ResponseError, http::StatusCode, Response};

use crate::render::erased::{ErasedHttpError, ErrorRef, FindingCase};
use crate::render::{render, status_of};
use crate::{context, Case, HttpError};

/// Returns the response of any error, such as one behind `dyn HttpError`.
///
/// ```
/// use httperr::HttpError;
/// use poem::Response;
///
/// fn into_response(error: &dyn HttpError) -> Response {
///     httperr::poem::respond(error)
/// }
/// # let _ = into_response;
/// ```
pub fn respond(error: &dyn HttpError) -> Response {
    response(ErrorRef::Any(error), error.find_case())
}

fn response(error: ErrorRef<'_>, case: Case) -> Response {
    let (parts, body) = render::<Body>(error, case, &context::EMPTY).into_parts();
    let mut response = Response::builder().status(parts.status).body(body);
    *response.headers_mut() = parts.headers;
    *response.extensions_mut() = parts.extensions;
    response
}

/// Called by the impl of a derived type.
#[doc(hidden)]
pub mod erased {
    use super::{response, status_of, ErasedHttpError, ErrorRef, Response, StatusCode};

    pub fn respond(error: &dyn ErasedHttpError) -> Response {
        response(ErrorRef::Derived(error), error.erased_case())
    }

    pub fn status(error: &dyn ErasedHttpError) -> StatusCode {
        let status = error.erased_case().status();
        status.unwrap_or_else(|| status_of(ErrorRef::Derived(error)))
    }
}

/// Called by the impl of a derived type whose case [`HttpError::find_case`] returns.
#[doc(hidden)]
pub mod finding_case {
    use super::{erased, FindingCase, HttpError, Response, StatusCode};

    pub fn respond(error: &impl HttpError) -> Response {
        erased::respond(&FindingCase(error))
    }

    pub fn status(error: &impl HttpError) -> StatusCode {
        erased::status(&FindingCase(error))
    }
}

#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_poem {
    ([poem $($without:ident)*] $($input:tt)*) => {};
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_poem! { [$($without)*] $($input)* }
    };
    ([] [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*] $module:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::poem::ResponseError for $($ty)* $($clause)* {
            fn status(&self) -> $crate::poem::StatusCode {
                $crate::poem::$module::status(self)
            }

            fn as_response(&self) -> $crate::poem::Response {
                $crate::poem::$module::respond(self)
            }
        }
    };
}
