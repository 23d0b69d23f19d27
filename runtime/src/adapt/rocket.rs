//! [Rocket](https://docs.rs/rocket) 0.5: an error is a `Responder`.
//!
//! # From zero to the first error
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
//! `GET /orders/7` is then answered with 404 and
//! `{"title":"Not Found","status":404,"detail":"no order 7"}`.
//!
//! # What Rocket itself fails with
//!
//! One hook answers every status that Rocket makes by itself, from a path that there is not to a panic
//! in a handler, as a problem of that status:
//!
//! ```
//! let app = rocket::build().register("/", httperr::rocket::catchers());
//! # let _ = app;
//! ```
//!
//! A catcher is told the status and nothing else. Where the client should know what is wrong with its
//! JSON, the handler takes the guard as a `Result`; Rocket's JSON error is an [`HttpError`], with the
//! status that Rocket has for it and a text that says nothing of the inside:
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
//! `rocket::form::Errors` is no [`std::error::Error`], and is left to the catchers.
//!
//! # What is different here
//!
//! - Rocket looks for a route by path and method in one: a wrong method is 404, and there is no `Allow`
//!   to send. A part of the path that cannot be read is 422, from the catcher.
//! - `Json` takes any `Content-Type`, unless the route has a `format`.
//! - Header values are text: one from run time that is not UTF-8 is left out and logged.
//! - Every response has the fields of Rocket's `Shield` and `Server` besides.
//! - A body takes a box, which Rocket asks for.
//!
//! # Moving from a `Responder` by hand
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
//! After; a type that has to keep its impl for now says `without(rocket)`:
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

use std::borrow::Cow;
use std::io::{Cursor, ErrorKind};

use ::rocket::http::Status;
pub use ::rocket::response::{Responder, Result};
use ::rocket::serde::json;
pub use ::rocket::Request;
use ::rocket::{catcher, Catcher, Response};

use httperr_registry::{get, Content};

use super::failure::{self, failing, Bare};
use crate::fields::{is_sendable, Fields, Lines, Media, Name, Value};
use crate::raised::{Declared, Finding, Raised};
use crate::respond;
use crate::{AsStatusCode, Case, FromStatusCode, HttpError};

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

/// The response of an error.
pub fn respond(error: &dyn HttpError) -> Response<'static> {
    made(Raised::Any(error), error.find_case())
}

/// The response of a derived error.
#[doc(hidden)]
pub fn declared(error: &dyn Declared) -> Response<'static> {
    made(Raised::Declared(error), error.which())
}

/// The response of a derived error that finds its cases otherwise.
#[doc(hidden)]
pub fn finding(error: &impl HttpError) -> Response<'static> {
    declared(&Finding(error))
}

fn made(error: Raised<'_>, case: Case) -> Response<'static> {
    let mut response = Response::new();
    let (status, body) = respond::write(error, case, &respond::NOTHING, &mut response);
    response.set_status(Status::new(status.as_u16()));
    if get(status.as_u16()).is_some_and(|row| row.content == Content::Forbidden) {
        // Rocket would send `Content-Length: 0` (RFC 9110, section 8.6).
        response.set_streamed_body(::rocket::tokio::io::empty());
    } else {
        response.set_sized_body(body.len(), Cursor::new(body));
    }
    response
}

/// Rocket's fields are text, and borrow what is static.
impl Fields for Response<'static> {
    fn set(&mut self, name: Name<'_>, value: Value<'_>, lines: Lines) -> Option<()> {
        let name = match name {
            Name::Known(name) => Cow::Borrowed(name.as_str()),
            Name::Static(name) => Cow::Borrowed(name),
            Name::Made(_) | Name::Given(_) => Cow::Owned(name.read()?.as_str().to_owned()),
        };
        let value = match value {
            Value::Static(bytes) => Cow::Borrowed(std::str::from_utf8(bytes).ok()?),
            Value::Made(value) => {
                Cow::Owned(std::str::from_utf8(value.as_bytes()).ok()?.to_owned())
            }
            Value::Given(bytes) => Cow::Owned(std::str::from_utf8(bytes).ok()?.to_owned()),
        };
        if !is_sendable(value.as_bytes()) {
            return None;
        }
        match lines {
            Lines::Replace => drop(self.set_raw_header(name, value)),
            Lines::Add => self.adjoin_raw_header(name, value),
        }
        Some(())
    }

    fn set_media(&mut self, media: Media) {
        self.set_raw_header("content-type", media.as_str());
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

/// The impl for a derived type.
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
    ([] [< $($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*] $declared:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl<'__r, '__o: '__r, $($generics)* $crate::rocket::Responder<'__r, '__o> for $($ty)*
        $($clause)*
        {
            fn respond_to(
                self,
                _: &'__r $crate::rocket::Request<'_>,
            ) -> $crate::rocket::Result<'__o> {
                $crate::__private::Ok($crate::rocket::$declared(&self))
            }
        }
    };
}

macro_rules! boxed {
    ($($boxed:ty),*) => {$(
        impl<'r, 'o: 'r> Responder<'r, 'o> for $boxed {
            fn respond_to(self, _: &'r Request<'_>) -> Result<'o> {
                Ok(respond(&self))
            }
        }
    )*};
}

boxed!(Box<dyn HttpError>, Box<dyn HttpError + Send>, Box<dyn HttpError + Send + Sync>);

failing! {
    json::Error<'_>: failure::MalformedJson | failure::WrongJson | failure::TooLarge
        | failure::BrokenBody
        => |error| match error {
            json::Error::Parse(_, why) if why.is_data() => failure::WrongJson.case(),
            json::Error::Parse(..) => failure::MalformedJson.case(),
            json::Error::Io(why) if why.kind() == ErrorKind::UnexpectedEof => {
                failure::TooLarge.case()
            }
            json::Error::Io(_) => failure::BrokenBody.case(),
        };
}

/// Answers every status that Rocket makes by itself: `register("/", httperr::rocket::catchers())`.
#[must_use]
pub fn catchers() -> Vec<Catcher> {
    fn catch<'r>(status: Status, _: &'r Request<'_>) -> catcher::BoxFuture<'r> {
        Box::pin(async move { Ok(respond(&Bare(status.code))) })
    }

    vec![Catcher { name: Some("httperr".into()), ..Catcher::new(None, catch) }]
}
