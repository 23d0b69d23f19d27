//! [warp](https://docs.rs/warp) 0.4: every derived error implements `Reply` and `Reject`.
//!
//! # Getting started
//!
//! ```toml
//! httperr = { version = "0.1", features = ["warp"] }
//! thiserror = "2"
//! tokio = { version = "1", features = ["full"] }
//! warp = { version = "0.4", features = ["server"] }
//! ```
//!
//! ```
//! use httperr::HttpError;
//! use warp::Filter;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error("no order {id}")]
//!     #[http(404)]
//!     NoOrder { id: u64 },
//! }
//!
//! async fn order(id: u64) -> Result<String, ApiError> {
//!     Err(ApiError::NoOrder { id })
//! }
//!
//! let app = warp::path!("orders" / u64).and(warp::get()).then(order);
//! # let _ = warp::service(app);
//! ```
//!
//! The response to `GET /orders/7` is then a 404 with the body
//! `{"title":"Not Found","status":404,"detail":"no order 7"}`.
//!
//! A filter that rejects (`and_then`) converts the error into a `Rejection` with `?`, and [`recover`] finds
//! it. warp tries the other routes before it responds, so that a handler whose route is the right one is
//! better written with `then`.
//!
//! # warp's own rejections
//!
//! [`recover`] turns them into problem documents:
//!
//! ```
//! use httperr::HttpError;
//! use warp::{Filter, Rejection};
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error("sign in first")]
//!     #[http(401, header(WWW_AUTHENTICATE = "Bearer"))]
//!     SignIn,
//! }
//!
//! async fn account(token: Option<String>) -> Result<String, Rejection> {
//!     Ok(token.ok_or(ApiError::SignIn)?)
//! }
//!
//! let app = warp::path!("account")
//!     .and(warp::header::optional("authorization"))
//!     .and_then(account)
//!     .recover(httperr::warp::recover::<ApiError>);
//! # let _ = warp::service(app);
//! ```
//!
//! The types of warp's rejections are [`HttpError`]s with the same status as in warp. If the reason is in
//! the input of the client, the `detail` is what serde returned, up to 1 KiB; the others have a fixed
//! text. The text of warp is only logged.
//!
//! [`ErrorLayer`] does this for a whole service with panics too, and adds `instance` and the request ID to
//! every error. It is a layer of tower around the service of a filter:
//!
//! ```
//! use httperr::warp::ErrorLayer;
//! use tower_layer::Layer as _;
//! use warp::Filter;
//!
//! let routes = warp::path!("orders").map(|| "none");
//! let service = ErrorLayer::new().layer(warp::service(routes));
//! # let _ = service;
//! ```
//!
//! The service runs on any server for services of tower, as with `TowerToHyperService` of `hyper-util`.
//!
//! # Differences to other frameworks
//!
//! - warp responds with 400 to JSON of a wrong type, where axum responds with 422, and accepts a body
//!   without a `Content-Type`. A path segment that cannot be parsed is a 404.
//! - The response to wrong JSON has no `errors`: warp does not know the path to the wrong part.
//! - A 405 has no `Allow`: a method is a condition of a filter, and warp does not know the others.
//! - `HEAD` is a method like any other: it needs a filter (`warp::head()`).
//! - A rejection that is not a type of warp or of [`recover`] is a masked 500, whose `Debug` is logged; warp
//!   itself would send that. The error of a body that cannot be read is one, since warp has no public type
//!   for it.
//! - A rejection is `'static`: a type with a lifetime implements `Reply` only.
//! - A panic in a handler closes the connection, unless [`ErrorLayer`] catches it.
//! - The feature enables the feature `tower`.
//!
//! # Migrating from a manual `Reply`
//!
//! Before:
//!
//! ```
//! use warp::http::{header::RETRY_AFTER, StatusCode};
//! use warp::reply::{self, Reply, Response};
//!
//! enum ApiError {
//!     NoOrder(u64),
//!     Limited { seconds: u64 },
//! }
//!
//! impl Reply for ApiError {
//!     fn into_response(self) -> Response {
//!         match self {
//!             ApiError::NoOrder(id) => {
//!                 reply::with_status(format!("no order {id}"), StatusCode::NOT_FOUND).into_response()
//!             }
//!             ApiError::Limited { seconds } => {
//!                 let reply = reply::with_header("too many requests", RETRY_AFTER, seconds);
//!                 reply::with_status(reply, StatusCode::TOO_MANY_REQUESTS).into_response()
//!             }
//!         }
//!     }
//! }
//! ```
//!
//! After (a type that has to keep its impls for now is declared with `without(warp)`):
//!
//! ```
//! # use warp::Reply;
//! use httperr::HttpError;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error("no order {0}")]
//!     #[http(404)]
//!     NoOrder(u64),
//!     #[error("too many requests")]
//!     #[http(429, retry_after = seconds)]
//!     Limited { seconds: u64 },
//! }
//! # assert_eq!(ApiError::NoOrder(7).into_response().status(), 404);
//! # assert_eq!(ApiError::Limited { seconds: 5 }.into_response().headers()["retry-after"], "5");
//! ```

use std::convert::Infallible;
use std::error::Error;
use std::fmt;

use ::warp::cors::CorsForbidden;
use ::warp::filters::body::BodyDeserializeError;
use ::warp::filters::ext::MissingExtension;
pub use ::warp::reject::Reject;
use ::warp::reject::{
    InvalidHeader, InvalidQuery, LengthRequired, MethodNotAllowed, MissingCookie, MissingHeader,
    PayloadTooLarge, UnsupportedMediaType,
};
pub use ::warp::reply::Response;
use ::warp::Rejection;
pub use ::warp::Reply;
use http::StatusCode;
use serde::de::value;

use super::rejections::reason::Reason;
use super::rejections::{self, impl_http_error, impl_status_only, StatusOnly};
use crate::http_error::AsHttpError as _;
use crate::render::erased::{ErasedHttpError, ErrorRef, FindingCase};
use crate::render::render;
pub use crate::tower::ErrorLayer;
use crate::{context, AnyError, HttpError, Problem};

/// Returns the response of any error, such as one behind `dyn HttpError`.
///
/// ```
/// use httperr::HttpError;
/// use warp::reply::Response;
///
/// fn into_response(error: &dyn HttpError) -> Response {
///     httperr::warp::respond(error)
/// }
/// # let _ = into_response;
/// ```
pub fn respond(error: &dyn HttpError) -> Response {
    render(ErrorRef::Any(error), error.find_case(), &context::EMPTY)
}

/// Called by the impl of a derived type.
#[doc(hidden)]
pub mod erased {
    use super::{context, render, ErasedHttpError, ErrorRef, Response};

    pub fn respond(error: &dyn ErasedHttpError) -> Response {
        render(ErrorRef::Derived(error), error.erased_case(), &context::EMPTY)
    }
}

#[doc(hidden)]
pub use self::erased as without_parts;

/// Called by the impl of a derived type whose case [`HttpError::find_case`] returns.
#[doc(hidden)]
pub mod finding_case {
    use super::{erased, FindingCase, HttpError, Response};

    pub fn respond(error: &impl HttpError) -> Response {
        erased::respond(&FindingCase(error))
    }
}

/// The supertrait of `Reply`, for the where clause of a derived type that is not `Send`: see
/// [`HttpErrorFor`](crate::__private0::HttpErrorFor).
#[doc(hidden)]
pub trait ReplyFor<'a>: Send {}

impl<E: Send> ReplyFor<'_> for E {}

/// The supertraits of `Reject`, in the same way.
#[doc(hidden)]
pub trait RejectFor<'a>: fmt::Debug + Send + Sync + 'static {}

impl<E: fmt::Debug + Send + Sync + 'static> RejectFor<'_> for E {}

#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_warp {
    ([warp $($without:ident)*] $($input:tt)*) => {};
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_warp! { [$($without)*] $($input)* }
    };
    ([] [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*] $module:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::warp::Reply for $($ty)*
        $($clause)* for<'__e> $($ty)*: $crate::warp::ReplyFor<'__e>
        {
            fn into_response(self) -> $crate::warp::Response {
                $crate::warp::$module::respond(&self)
            }
        }

        $crate::__adapt_warp! { reject [$($generics)*] [$($ty)*] [$($clause)*] }
    };
    // A type with a lifetime is not `'static`.
    (reject [< $lifetime:lifetime $($generics:tt)*] $($input:tt)*) => {};
    (reject [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*]) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::warp::Reject for $($ty)*
        $($clause)* for<'__e> $($ty)*: $crate::warp::RejectFor<'__e> {}
    };
}

macro_rules! impl_response {
    ($($error:ty),*) => {$(
        impl Reply for $error {
            fn into_response(self) -> Response {
                respond(self.as_http_error())
            }
        }

        impl Reject for $error {}
    )*};
}

#[cfg(feature = "anyhow")]
impl<E: HttpError + Send + Sync + 'static> Reply for crate::anyhow::Error<E> {
    fn into_response(self) -> Response {
        respond(self.as_http_error())
    }
}

#[cfg(feature = "anyhow")]
impl<E: HttpError + Send + Sync + 'static> Reject for crate::anyhow::Error<E> {}

// Those that are `Send` and, as a rejection has to be, `Sync`.
impl_response!(Box<dyn HttpError + Send + Sync>, AnyError, Problem);

impl Reply for Box<dyn HttpError + Send> {
    fn into_response(self) -> Response {
        respond(self.as_http_error())
    }
}

impl_http_error! {
    BodyDeserializeError: rejections::MalformedJson | rejections::WrongJson400 | rejections::WrongForm400
        => |error| {
            let source = error.source();
            match source.and_then(|source| source.downcast_ref::<serde_json::Error>()) {
                Some(json) if json.is_data() => rejections::WrongJson400::because(Reason::new(json)),
                Some(json) => rejections::MalformedJson::because(Reason::new(json)),
                None => rejections::WrongForm400::because(form_reason(error)),
            }
        };
    InvalidQuery: rejections::WrongQuery => |_error| rejections::WrongQuery::because(None);
    MissingHeader: rejections::WrongRequest
        => |error| rejections::WrongRequest::because(Reason::new(error));
    InvalidHeader: rejections::WrongRequest
        => |error| rejections::WrongRequest::because(Reason::new(error));
    MissingCookie: rejections::WrongRequest
        => |error| rejections::WrongRequest::because(Reason::new(error));
    LengthRequired: rejections::NoLength => |_error| rejections::NoLength.case();
    PayloadTooLarge: rejections::TooLarge => |_error| rejections::TooLarge.case();
    UnsupportedMediaType: rejections::WrongContentType
        => |_error| rejections::WrongContentType.case();
    MissingExtension: rejections::Internal => |_error| rejections::Internal.case();
}

impl_status_only! {
    MethodNotAllowed = 405;
    CorsForbidden = 403;
}

/// Returns what serde returned, whose error `serde_urlencoded` re-exports.
fn form_reason(error: &BodyDeserializeError) -> Option<Reason<'_>> {
    let source = error.source()?;
    source.downcast_ref::<value::Error>().map(|error| Reason::new(error))
}

/// Responds to a rejection: with the error `E` that a filter has rejected with, or with a problem document
/// for a rejection of warp. It is the function of `Filter::recover`.
///
/// ```
/// use httperr::HttpError;
/// use warp::Filter;
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// enum ApiError {
///     #[error("sign in first")]
///     #[http(401, header(WWW_AUTHENTICATE = "Bearer"))]
///     SignIn,
/// }
///
/// let app = warp::path!("orders")
///     .and_then(|| async { Err::<String, _>(warp::reject::custom(ApiError::SignIn)) })
///     .recover(httperr::warp::recover::<ApiError>);
/// # let _ = warp::service(app);
/// ```
///
/// It belongs around all routes: around one of several, it responds to requests for the others too.
///
/// If several filters have rejected the request, the order is that of warp: the error of the application,
/// then the rejection with the greatest status, and a 405 only before a 404.
///
/// # Errors
///
/// Never fails.
#[allow(clippy::unused_async)]
pub async fn recover<E: HttpError + 'static>(rejection: Rejection) -> Result<Response, Infallible> {
    Ok(match rejection.find::<E>() {
        Some(error) => respond(error),
        None => respond_to(&rejection),
    })
}

/// Returns the response to a rejection of warp, for a `recover` function of the application.
///
/// ```
/// use std::convert::Infallible;
/// use warp::reply::Response;
/// use warp::Rejection;
///
/// async fn recover(rejection: Rejection) -> Result<Response, Infallible> {
///     Ok(httperr::warp::respond_to(&rejection))
/// }
/// # let _ = recover;
/// ```
#[must_use]
pub fn respond_to(rejection: &Rejection) -> Response {
    if rejection.is_not_found() {
        return respond(&StatusOnly(404));
    }
    let mut chosen: Option<&dyn HttpError> = None;
    for found in rejections_of_warp(rejection).into_iter().flatten() {
        if chosen.map_or(true, |chosen| priority(found) > priority(chosen)) {
            chosen = Some(found);
        }
    }
    match chosen {
        Some(error) => respond(error),
        None => respond(&Unknown(rejection)),
    }
}

fn priority(error: &dyn HttpError) -> (bool, StatusCode) {
    let status = error.status();
    (status != StatusCode::METHOD_NOT_ALLOWED, status)
}

fn rejections_of_warp(rejection: &Rejection) -> [Option<&dyn HttpError>; 11] {
    fn find<E: HttpError + 'static>(rejection: &Rejection) -> Option<&dyn HttpError> {
        rejection.find::<E>().map(|error| error as &dyn HttpError)
    }

    [
        find::<BodyDeserializeError>(rejection),
        find::<InvalidQuery>(rejection),
        find::<MissingHeader>(rejection),
        find::<InvalidHeader>(rejection),
        find::<MissingCookie>(rejection),
        find::<LengthRequired>(rejection),
        find::<PayloadTooLarge>(rejection),
        find::<UnsupportedMediaType>(rejection),
        find::<MissingExtension>(rejection),
        find::<MethodNotAllowed>(rejection),
        find::<CorsForbidden>(rejection),
    ]
}

/// A rejection of a type that is not known here. Its `Debug` is only logged.
#[derive(Debug)]
struct Unknown<'a>(&'a Rejection);

impl fmt::Display for Unknown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rejection was not recovered from: {:?}", self.0)
    }
}

impl Error for Unknown<'_> {}

impl HttpError for Unknown<'_> {
    fn case(&self) -> crate::Case {
        rejections::Internal.case()
    }
}
