//! The record of the error that a response was rendered from, in the extensions of the response.

use http::StatusCode;

use crate::Case;

/// The case and the status of a rendered response.
#[derive(Clone, Copy, Debug)]
pub struct Rendered {
    pub(crate) case: Case,
    // Compared with the status that is sent.
    #[allow(dead_code)]
    pub(crate) status: StatusCode,
}

/// Returns the case of the error that a response was rendered from, or [`None`] if it is not a response
/// of this crate.
///
/// It is what middleware needs to count or to report errors:
///
/// ```
/// use httperr::{case_of, HttpError};
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// enum ApiError {
///     #[error("no order {0}")]
///     #[http(404)]
///     NoOrder(u64),
/// }
///
/// # #[cfg(feature = "tower")] {
/// let response = ApiError::NoOrder(7).to_response();
/// assert_eq!(case_of(&response).and_then(|case| case.name()), Some("NoOrder"));
/// # }
/// ```
///
/// To record the case has a cost, which a service that does not read it need not pay. A response with the
/// type of the `http` crate, as axum's is, has it with the feature `tower`; one of actix-web has it inside
/// of an `ErrorMiddleware`, or with the feature `tower`. An error that replaces a response of the
/// framework itself has a case with a status and without a name.
///
/// A status that comes from the value is not in the case: use that of the response.
#[must_use]
pub fn case_of(response: &impl RenderedResponse) -> Option<Case> {
    response.rendered().map(|rendered| rendered.case)
}

/// A response that may have been rendered from an error: see [`case_of`].
///
/// Implemented by [`http::Response`], which is that of axum and warp, by actix-web's `HttpResponse` and
/// `ServiceResponse`, and by the `Response` of poem and of salvo.
pub trait RenderedResponse: sealed::Sealed {
    #[doc(hidden)]
    fn rendered(&self) -> Option<Rendered>;
}

mod sealed {
    pub trait Sealed {}

    impl<B> Sealed for http::Response<B> {}
    #[cfg(feature = "actix-web")]
    impl<B> Sealed for actix_web::HttpResponse<B> {}
    #[cfg(feature = "actix-web")]
    impl<B> Sealed for actix_web::dev::ServiceResponse<B> {}
    #[cfg(feature = "poem")]
    impl Sealed for poem::Response {}
    #[cfg(feature = "salvo")]
    impl Sealed for salvo_core::Response {}
}

impl<B> RenderedResponse for http::Response<B> {
    fn rendered(&self) -> Option<Rendered> {
        self.extensions().get().copied()
    }
}

#[cfg(feature = "actix-web")]
impl<B> RenderedResponse for actix_web::HttpResponse<B> {
    fn rendered(&self) -> Option<Rendered> {
        self.extensions().get().copied()
    }
}

#[cfg(feature = "actix-web")]
impl<B> RenderedResponse for actix_web::dev::ServiceResponse<B> {
    fn rendered(&self) -> Option<Rendered> {
        self.response().rendered()
    }
}

#[cfg(feature = "poem")]
impl RenderedResponse for poem::Response {
    fn rendered(&self) -> Option<Rendered> {
        self.extensions().get().copied()
    }
}

#[cfg(feature = "salvo")]
impl RenderedResponse for salvo_core::Response {
    fn rendered(&self) -> Option<Rendered> {
        self.extensions.get().copied()
    }
}
