//! [Rocket](https://docs.rs/rocket) 0.5: every derived error implements `Responder`.
//!
//! # Getting started
//!
//! ```toml
//! httperr = { version = "0.1", features = ["rocket"] }
//! rocket = "0.5"
//! thiserror = "2"
//! ```
//!
//! ```
//! use httperr::HttpError;
//! use rocket::{get, routes};
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error("no order {id}")]
//!     #[http(404)]
//!     NoOrder { id: u64 },
//! }
//!
//! #[get("/orders/<id>")]
//! fn order(id: u64) -> Result<String, ApiError> {
//!     Err(ApiError::NoOrder { id })
//! }
//!
//! let app = rocket::build().mount("/", routes![order]);
//! # let client = rocket::local::blocking::Client::untracked(app).unwrap();
//! # assert_eq!(
//! #     client.get("/orders/7").dispatch().into_string().unwrap(),
//! #     r#"{"title":"Not Found","status":404,"detail":"no order 7"}"#,
//! # );
//! ```
//!
//! The response to `GET /orders/7` is then a 404 with the body
//! `{"title":"Not Found","status":404,"detail":"no order 7"}`.
//!
//! # Rocket's own rejections
//!
//! [`ErrorFairing`] turns every error of Rocket itself, from an unknown path to a panic in a handler, into
//! your error format, and adds `instance` and the request ID to every error:
//!
//! ```
//! use httperr::rocket::ErrorFairing;
//!
//! let app = rocket::build().attach(ErrorFairing::new());
//! # let _ = app;
//! ```
//!
//! Without it, one hook turns every error of Rocket itself, from an unknown path to a panic in a handler, into a
//! problem document with that status:
//!
//! ```
//! let app = rocket::build().register("/", httperr::rocket::catchers());
//! # let _ = app;
//! ```
//!
//! A catcher gets the status and nothing else. To tell the client what is wrong with its JSON, the
//! handler takes the guard as a `Result`. Rocket's JSON error implements [`HttpError`], with the same
//! status as in Rocket. If the JSON is the reason, the `detail` is what serde returned, up to 1 KiB:
//!
//! ```
//! use httperr::HttpError;
//! use rocket::post;
//! use rocket::serde::json::{self, Json};
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError<'r> {
//!     // No `#[from]`: a source is `'static`, and this borrows from the request.
//!     #[error("the body was rejected")]
//!     #[http(transparent)]
//!     Json(json::Error<'r>),
//! }
//!
//! #[post("/orders", data = "<order>")]
//! fn place(order: Result<Json<u64>, json::Error<'_>>) -> Result<String, ApiError<'_>> {
//!     let Json(order) = order.map_err(ApiError::Json)?;
//!     Ok(order.to_string())
//! }
//! # let _ = rocket::routes![place];
//! ```
//!
//! `rocket::form::Errors` does not implement [`std::error::Error`], and is left to the catchers.
//!
//! # Differences to other frameworks
//!
//! - Rocket matches a route by path and method at once: an unsupported method is a 404, and there is no
//!   value for `Allow`. A path segment that cannot be parsed is a 422, from the catcher.
//! - The response to wrong JSON has no `errors`: Rocket does not know the path to the wrong part.
//! - `Json` accepts any `Content-Type`, unless the route has a `format`.
//! - Header values are text: one from run time that is not UTF-8 is left out and logged.
//! - Every response also has the fields of Rocket's `Shield`, and `Server`.
//! - A body needs a box, which Rocket requires.
//!
//! # Migrating from a manual `Responder`
//!
//! Before:
//!
//! ```
//! use rocket::http::{Header, Status};
//! use rocket::response::{self, Responder, Response};
//! use rocket::Request;
//!
//! enum ApiError {
//!     NoOrder(u64),
//!     Limited { seconds: u64 },
//! }
//!
//! impl<'r> Responder<'r, 'static> for ApiError {
//!     fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
//!         let (status, text, delay) = match self {
//!             ApiError::NoOrder(id) => (Status::NotFound, format!("no order {id}"), None),
//!             ApiError::Limited { seconds } => {
//!                 (Status::TooManyRequests, "too many requests".to_owned(), Some(seconds))
//!             }
//!         };
//!         let mut response = Response::build_from(text.respond_to(request)?);
//!         if let Some(seconds) = delay {
//!             response.header(Header::new("retry-after", seconds.to_string()));
//!         }
//!         response.status(status).ok()
//!     }
//! }
//! ```
//!
//! After (a type that has to keep its impl for now is declared with `without(rocket)`):
//!
//! ```
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
//! # let response = httperr::rocket::respond(&ApiError::Limited { seconds: 5 });
//! # assert_eq!(response.headers().get_one("retry-after"), Some("5"));
//! # assert_eq!(httperr::rocket::respond(&ApiError::NoOrder(7)).status().code, 404);
//! ```

mod fairing;
mod pages;

use std::borrow::Cow;
use std::io::{Cursor, ErrorKind};

use ::rocket::http::Status;
pub use ::rocket::response::{Responder, Result};
use ::rocket::serde::json;
pub use ::rocket::Request;
use ::rocket::{catcher, Catcher, Response};
use httperr_registry::{get, Content};

use super::rejections::reason::Reason;
use super::rejections::{self, impl_http_error, StatusOnly};
use crate::http_error::AsHttpError as _;
use crate::render::erased::{ErasedHttpError, ErrorRef, FindingCase};
use crate::render::headers::{
    is_valid_value, join, HeaderWriter, IfPresent, MediaType, Name, Value,
};
use crate::render::render_into;
use crate::rendered::Rendered;
use crate::{context, AnyError, AsStatusCode, Case, Context, FromStatusCode, HttpError, Problem};
pub use fairing::ErrorFairing;
pub use pages::pages;

impl FromStatusCode for Status {
    fn from_code(code: u16) -> Self {
        Status::new(code)
    }
}

impl AsStatusCode for Status {
    fn code(&self) -> u16 {
        self.code
    }
}

/// Returns the response of any error, such as one behind `dyn HttpError`.
///
/// ```
/// use httperr::HttpError;
/// use rocket::Response;
///
/// fn into_response(error: &dyn HttpError) -> Response<'static> {
///     httperr::rocket::respond(error)
/// }
/// # let _ = into_response;
/// ```
pub fn respond(error: &dyn HttpError) -> Response<'static> {
    render(ErrorRef::Any(error), error.find_case(), &context::EMPTY).1
}

/// Returns the response of any error to a request.
fn respond_to(error: &dyn HttpError, request: &Request<'_>) -> Response<'static> {
    fairing::render_for(ErrorRef::Any(error), error.find_case(), request)
}

fn render(
    error: ErrorRef<'_>,
    mut case: Case,
    context: &Context<'_>,
) -> (Rendered, Response<'static>) {
    let mut response = Response::new();
    let (status, body) = render_into(error, &mut case, context, &mut response);
    response.set_status(Status::new(status.as_u16()));
    if get(status.as_u16()).is_some_and(|row| row.content == Content::Forbidden) {
        // Rocket would send `Content-Length: 0` (RFC 9110, section 8.6).
        response.set_streamed_body(::rocket::tokio::io::empty());
    } else {
        response.set_sized_body(body.len(), Cursor::new(body));
    }
    (Rendered { case, status }, response)
}

// Rocket's header values are text.
impl HeaderWriter for Response<'_> {
    fn set(&mut self, name: Name<'_>, value: Value<'_>, if_present: IfPresent) -> Option<()> {
        let name = match name {
            Name::Registered(name) => Cow::Borrowed(name.as_str()),
            Name::Literal(name) => Cow::Borrowed(name),
            Name::User(_) | Name::Dynamic(_) => Cow::Owned(name.to_http()?.as_str().to_owned()),
        };
        let value = match value {
            Value::Literal(bytes) => Cow::Borrowed(std::str::from_utf8(bytes).ok()?),
            Value::Valid(value) => {
                Cow::Owned(std::str::from_utf8(value.as_bytes()).ok()?.to_owned())
            }
            Value::Dynamic(bytes) => Cow::Owned(std::str::from_utf8(bytes).ok()?.to_owned()),
        };
        if !is_valid_value(value.as_bytes()) {
            return None;
        }
        match if_present {
            IfPresent::Replace => drop(self.set_raw_header(name, value)),
            IfPresent::AddLine => self.adjoin_raw_header(name, value),
        }
        Some(())
    }

    fn set_content_type(&mut self, media_type: MediaType) {
        self.set_raw_header("content-type", media_type.as_str());
    }

    fn contains(&self, name: &http::HeaderName) -> bool {
        self.headers().contains(name.as_str())
    }

    fn value(&self, name: &http::HeaderName) -> Option<String> {
        join(self.headers().get(name.as_str()).map(str::as_bytes))
    }

    fn remove(&mut self, name: &http::HeaderName) {
        self.remove_header(name.as_str());
    }

    fn clear(&mut self) {
        let names: Vec<_> = self.headers().iter().map(|header| header.name().to_string()).collect();
        for name in names {
            self.remove_header(&name);
        }
    }
}

/// Called by the impl of a derived type.
#[doc(hidden)]
pub mod erased {
    use super::{fairing, ErasedHttpError, ErrorRef, Request, Response};

    pub fn respond(error: &dyn ErasedHttpError, request: &Request<'_>) -> Response<'static> {
        fairing::render_for(ErrorRef::Derived(error), error.erased_case(), request)
    }
}

#[doc(hidden)]
pub use self::erased as without_parts;

/// Called by the impl of a derived type whose case [`HttpError::find_case`] returns.
#[doc(hidden)]
pub mod finding_case {
    use super::{erased, FindingCase, HttpError, Request, Response};

    pub fn respond(error: &impl HttpError, request: &Request<'_>) -> Response<'static> {
        erased::respond(&FindingCase(error), request)
    }
}

#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_rocket {
    ([rocket $($without:ident)*] $($input:tt)*) => {};
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_rocket! { [$($without)*] $($input)* }
    };
    ([] [] $($input:tt)*) => {
        $crate::__adapt_rocket! { [] [<>] $($input)* }
    };
    ([] [< $($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*] $module:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl<'__r, '__o: '__r, $($generics)* $crate::rocket::Responder<'__r, '__o> for $($ty)*
        $($clause)*
        {
            fn respond_to(
                self,
                request: &'__r $crate::rocket::Request<'_>,
            ) -> $crate::rocket::Result<'__o> {
                $crate::__private0::Ok($crate::rocket::$module::respond(&self, request))
            }
        }
    };
}

macro_rules! impl_response {
    ($($error:ty),*) => {$(
        impl<'r, 'o: 'r> Responder<'r, 'o> for $error {
            fn respond_to(self, request: &'r Request<'_>) -> Result<'o> {
                Ok(respond_to(self.as_http_error(), request))
            }
        }
    )*};
}

#[cfg(feature = "anyhow")]
impl<'r, 'o: 'r, E: HttpError + Send + Sync + 'static> Responder<'r, 'o>
    for crate::anyhow::Error<E>
{
    fn respond_to(self, request: &'r Request<'_>) -> Result<'o> {
        Ok(respond_to(self.as_http_error(), request))
    }
}

impl_response!(
    Box<dyn HttpError>,
    Box<dyn HttpError + Send>,
    Box<dyn HttpError + Send + Sync>,
    AnyError,
    Problem
);

impl_http_error! {
    json::Error<'_>: rejections::MalformedJson | rejections::WrongJson | rejections::TooLarge
        | rejections::BrokenBody
        => |error| match error {
            json::Error::Parse(_, error) if error.is_data() => {
                rejections::WrongJson::because(Reason::new(error))
            }
            json::Error::Parse(_, error) => rejections::MalformedJson::because(Reason::new(error)),
            json::Error::Io(error) if error.kind() == ErrorKind::UnexpectedEof => {
                rejections::TooLarge.case().into()
            }
            json::Error::Io(_) => rejections::BrokenBody.case().into(),
        };
}

/// Returns catchers for every error of Rocket itself.
///
/// ```
/// let app = rocket::build().register("/", httperr::rocket::catchers());
/// # let _ = app;
/// ```
#[must_use]
pub fn catchers() -> Vec<Catcher> {
    fn catch<'r>(status: Status, request: &'r Request<'_>) -> catcher::BoxFuture<'r> {
        let response = fairing::catch(status, request);
        let response = response.unwrap_or_else(|| respond(&StatusOnly(status.code)));
        Box::pin(async move { Ok(response) })
    }

    vec![Catcher { name: Some("httperr".into()), ..Catcher::new(None, catch) }]
}
