//! [Rocket](https://docs.rs/rocket) 0.5: an error is a `Responder`.

use std::borrow::Cow;
use std::io::{Cursor, ErrorKind};

use ::rocket::http::Status;
pub use ::rocket::response::{Responder, Result};
use ::rocket::serde::json;
pub use ::rocket::Request;
use ::rocket::{catcher, Catcher, Response};

use httperr_registry::{get, Content};

use super::failure::{self, failing, Bare};
use crate::respond::{self, Fields, Lines, Name, Value};
use crate::{Context, HttpError, RunTimeStatus, StatusType};

impl StatusType for Status {
    fn from_code(code: u16) -> Self {
        Status::new(code)
    }
}

impl RunTimeStatus for Status {
    fn code(&self) -> u16 {
        self.code
    }
}

/// The response of an error.
pub fn respond(error: &dyn HttpError) -> Response<'static> {
    let mut response = Response::new();
    let (status, body) = respond::write(error, &Context::new(), &mut response);
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
            Name::Given(_) => Cow::Owned(name.read()?.as_str().to_owned()),
        };
        let value = match value {
            Value::Static(bytes) => Cow::Borrowed(std::str::from_utf8(bytes).ok()?),
            Value::Text(text) => Cow::Owned(text),
            Value::Header(value) => {
                Cow::Owned(std::str::from_utf8(value.as_bytes()).ok()?.to_owned())
            }
        };
        if !respond::is_sendable(value.as_bytes()) {
            return None;
        }
        match lines {
            Lines::Replace => drop(self.set_raw_header(name, value)),
            Lines::Add => self.adjoin_raw_header(name, value),
        }
        Some(())
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
    ([] [< $($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*]) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl<'__r, '__o: '__r, $($generics)* $crate::rocket::Responder<'__r, '__o> for $($ty)*
        $($clause)*
        {
            fn respond_to(
                self,
                _: &'__r $crate::rocket::Request<'_>,
            ) -> $crate::rocket::Result<'__o> {
                $crate::__private::Ok($crate::rocket::respond(&self))
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
