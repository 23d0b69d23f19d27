//! [tonic](https://docs.rs/tonic) 0.14: every derived error converts into a `tonic::Status`, with the
//! details of `google.rpc`.
//!
//! # Getting started
//!
//! ```toml
//! httperr = { version = "0.1", features = ["tonic"] }
//! thiserror = "2"
//! tonic = "0.14"
//! ```
//!
//! ```
//! use httperr::HttpError;
//! use tonic::{Code, Response, Status};
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum StockError {
//!     #[error("no item {sku}")]
//!     #[http(404)]
//!     NoItem { sku: String },
//!     #[error("another order has changed the stock")]
//!     #[http(409, grpc = ABORTED)]
//!     Changed,
//! }
//!
//! // A method of a service.
//! async fn reserve(sku: &str) -> Result<Response<()>, Status> {
//!     Err(StockError::NoItem { sku: sku.to_owned() })?
//! }
//! # let _ = reserve("A-1");
//!
//! let status = Status::from(StockError::NoItem { sku: "A-1".to_owned() });
//! assert_eq!((status.code(), status.message()), (Code::NotFound, "no item A-1"));
//! assert_eq!(Status::from(StockError::Changed).code(), Code::Aborted);
//! ```
//!
//! The enum still has its HTTP responses: one service can have both interfaces with one declaration. The
//! [guide](https://github.com/httperr/httperr/blob/main/docs/grpc.md) has all rules.
//!
//! # The status
//!
//! - The code is that of the key [`grpc`](derive@crate::HttpError#grpc), or else the usual one for the
//!   HTTP status ([`Grpc`](crate::registry::Grpc) has the table). It is never `OK`.
//! - The message is the public text that the HTTP response has, or else the title. It is cut at 2 KiB in
//!   percent-encoding.
//! - `ErrorInfo` identifies the case. Its `reason` is the code in `UPPER_SNAKE`, with an `E` before a
//!   number (`no-item` is `NO_ITEM`, `1004` is `E1004`), of at most 63 characters. A case whose name is
//!   private has the name of its HTTP status instead. Its `domain` is the host of the problem type, or
//!   of another problem type of the same enum. Its `metadata` has the extension members, and the values
//!   that a template sends under a name: strings as they are, anything else as JSON.
//! - `RetryInfo` has the delay of `Retry-After`, from now on if that is a date.
//! - `Help` links to the problem type, if it is an absolute URI.
//! - `BadRequest` has the [`FieldErrors`](crate::FieldErrors) of an extension member, with the pointer
//!   `#/items/0/amount` as `items[0].amount`. Those of the member `errors` are not in the metadata besides.
//! - `LocalizedMessage` has the public text, if the response has a `Content-Language`.
//! - `RequestInfo` has the request ID of the [`Context`].
//! - The header fields of the error are in the metadata of the status, but for those that HTTP/2 or gRPC
//!   have themselves or that describe content, and for values that are not printable ASCII.
//!
//! Together these have at most 8 KiB, since clients reject more. Whatever is beyond that is left out,
//! the metadata of `ErrorInfo` first, and logged.
//!
//! ```
//! use std::time::Duration;
//! use httperr::HttpError;
//! use tonic::Status;
//! use tonic_types::StatusExt;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! #[http(type_base = "https://shop.example/problems")]
//! enum ShopError {
//!     #[error("the order limit is {limit}")]
//!     #[http(429, retry_after = wait)]
//!     TooManyOrders {
//!         #[http(extension)]
//!         limit: u32,
//!         wait: Duration,
//!     },
//! }
//!
//! let error = ShopError::TooManyOrders { limit: 3, wait: Duration::from_secs(9) };
//! let details = Status::from(error).get_error_details();
//! let info = details.error_info().unwrap();
//! assert_eq!((&*info.reason, &*info.domain), ("TOO_MANY_ORDERS", "shop.example"));
//! assert_eq!(info.metadata["limit"], "3");
//! assert_eq!(details.retry_info().unwrap().retry_delay, Some(Duration::from_secs(9)));
//! assert_eq!(details.help().unwrap().links[0].url, "https://shop.example/problems/too-many-orders");
//! ```
//!
//! # A client
//!
//! [`FromProblem::from_status`](crate::FromProblem::from_status) reads the error back.
//!
//! # Differences to the HTTP frameworks
//!
//! - A conversion is a response: it is logged, with the field `grpc`. Convert an error once, where it is
//!   returned.
//! - The body of the declaration has no effect but for the values of a template.
//! - `ErrorLayer` does not change a response with a gRPC status. Around a tonic server it gives each status
//!   the ID of its request.
//! - A status of tonic itself, such as `UNIMPLEMENTED` for a method that does not exist, has no details.
//!
//! # Migrating from a manual `From`
//!
//! Before:
//!
//! ```
//! use tonic::Status;
//!
//! enum StockError {
//!     NoItem(String),
//!     Database(std::io::Error),
//! }
//!
//! impl From<StockError> for Status {
//!     fn from(error: StockError) -> Self {
//!         match error {
//!             StockError::NoItem(sku) => Status::not_found(format!("no item {sku}")),
//!             StockError::Database(_) => Status::internal("internal error"),
//!         }
//!     }
//! }
//! ```
//!
//! After (a type that has to keep its impls for now is declared with `without(tonic)`):
//!
//! ```
//! # use tonic::{Code, Status};
//! use httperr::HttpError;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum StockError {
//!     #[error("no item {0}")]
//!     #[http(404)]
//!     NoItem(String),
//!     #[error("database: {0}")]
//!     #[http(500)]
//!     Database(#[from] std::io::Error),
//! }
//! # let status = Status::from(StockError::Database(std::io::Error::other("secret")));
//! # assert_eq!((status.code(), status.message()), (Code::Internal, "Internal Server Error"));
//! ```

mod details;
pub(crate) mod field_path;
pub(crate) mod reason;

pub use ::tonic::Status;
use http::HeaderMap;

pub(crate) use self::details::VIOLATIONS;
use crate::case::Case;
use crate::http_error::AsHttpError as _;
use crate::render::erased::{ErasedHttpError, ErrorRef, FindingCase};
use crate::render::public_view::public_view;
use crate::{context, events, AnyError, Context, HttpError, Problem};

/// Returns the gRPC status of any error, such as one behind `dyn HttpError` or a reference.
///
/// ```
/// use httperr::{tonic::status_of, Problem, status};
/// use tonic::Code;
///
/// let problem = Problem::new(status!(403)).with_detail("not your order");
/// let status = status_of(&problem);
/// assert_eq!((status.code(), status.message()), (Code::PermissionDenied, "not your order"));
/// ```
#[must_use]
pub fn status_of(error: &dyn HttpError) -> Status {
    status_of_with(error, &context::EMPTY)
}

/// As [`status_of`], with the metadata of the request: its ID is in the status, the rest in the log event.
///
/// ```
/// use httperr::{tonic::status_of_with, Context, Problem, status};
/// use tonic_types::StatusExt;
///
/// let context = Context::new().request_id("8a2c").path("/shop.Stock/Reserve");
/// let status = status_of_with(&Problem::new(status!(503)), &context);
/// assert_eq!(status.get_details_request_info().unwrap().request_id, "8a2c");
/// ```
#[must_use]
pub fn status_of_with(error: &dyn HttpError, context: &Context<'_>) -> Status {
    convert(ErrorRef::Any(error), error.find_case(), context)
}

fn convert(error: ErrorRef<'_>, case: Case, context: &Context<'_>) -> Status {
    #[cfg(feature = "tower")]
    return crate::render::with_current_request(context, |context| {
        convert_with(error, case, context)
    });
    #[cfg(not(feature = "tower"))]
    convert_with(error, case, context)
}

fn convert_with(error: ErrorRef<'_>, case: Case, context: &Context<'_>) -> Status {
    let context = Context { is_grpc: true, ..context.clone() };
    let mut fields = HeaderMap::new();
    let view = public_view(error, case, &context, &mut fields);
    let case = view.case;
    let (status, left_out) = details::to_status(view, &fields, &context);
    for part in left_out {
        events::log_unsendable(error, case, &context, part, "beyond a limit; it is left out");
    }
    status
}

/// Called by the impl of a derived type.
#[doc(hidden)]
pub mod erased {
    use super::{context, convert, ErasedHttpError, ErrorRef, Status};

    pub fn status(error: &dyn ErasedHttpError) -> Status {
        convert(ErrorRef::Derived(error), error.erased_case(), &context::EMPTY)
    }
}

#[doc(hidden)]
pub use self::erased as without_parts;

/// Called by the impl of a derived type whose case [`HttpError::find_case`] returns.
#[doc(hidden)]
pub mod finding_case {
    use super::{erased, FindingCase, HttpError, Status};

    pub fn status(error: &impl HttpError) -> Status {
        erased::status(&FindingCase(error))
    }
}

#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_tonic {
    ([tonic $($without:ident)*] $($input:tt)*) => {};
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_tonic! { [$($without)*] $($input)* }
    };
    ([] [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*] $module:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::__private0::From<$($ty)*> for $crate::tonic::Status $($clause)* {
            // A unit struct of the user's in scope would be a pattern in place of a simpler name.
            fn from(__error: $($ty)*) -> Self {
                $crate::tonic::$module::status(&__error)
            }
        }
    };
}

macro_rules! impl_from {
    ($($error:ty),*) => {$(
        impl From<$error> for Status {
            fn from(error: $error) -> Self {
                status_of(error.as_http_error())
            }
        }
    )*};
}

#[cfg(feature = "anyhow")]
impl<E: HttpError + Send + Sync + 'static> From<crate::anyhow::Error<E>> for Status {
    fn from(error: crate::anyhow::Error<E>) -> Self {
        status_of(error.as_http_error())
    }
}

impl_from!(
    Box<dyn HttpError>,
    Box<dyn HttpError + Send>,
    Box<dyn HttpError + Send + Sync>,
    AnyError,
    Problem
);
