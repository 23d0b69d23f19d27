//! [axum](https://docs.rs/axum) 0.8: an error is an `IntoResponse`.
//!
//! ```
//! use axum::{extract::Path, routing::get, Router};
//! use httperr::HttpError;
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error("no order {id}")]
//!     #[http(404)]
//!     NoOrder { id: u64 },
//! }
//!
//! async fn order(Path(id): Path<u64>) -> Result<String, ApiError> {
//!     Err(ApiError::NoOrder { id })
//! }
//!
//! let app: Router = Router::new().route("/orders/{id}", get(order));
//! # let _ = app;
//! ```

use axum_core::body::Body;
pub use axum_core::response::{IntoResponse, Response};

use crate::{respond, Context, HttpError};

/// The response of an error.
pub fn respond(error: &dyn HttpError) -> Response {
    respond::response::<Body>(error, &Context::new())
}

/// The impl for a derived type.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_axum {
    ([axum $($without:ident)*] $($input:tt)*) => {};
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_axum! { [$($without)*] $($input)* }
    };
    ([] [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*]) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::axum::IntoResponse for $($ty)* $($clause)* {
            fn into_response(self) -> $crate::axum::Response {
                $crate::axum::respond(&self)
            }
        }
    };
}

macro_rules! boxed {
    ($($boxed:ty),*) => {$(
        impl IntoResponse for $boxed {
            fn into_response(self) -> Response {
                respond(&self)
            }
        }
    )*};
}

boxed!(Box<dyn HttpError>, Box<dyn HttpError + Send>, Box<dyn HttpError + Send + Sync>);
