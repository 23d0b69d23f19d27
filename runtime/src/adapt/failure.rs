//! What frameworks themselves fail with, in words of our own: theirs are for the log.
//!
//! Each is an error whose case an adapter gives for the framework's error. So the same failure is
//! the same bytes on every framework, and nothing of it comes from run time.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use http::StatusCode;

use crate::{Case, HttpError};

macro_rules! failures {
    ($($name:ident = $status:literal $detail:literal $([$($key:tt)*])?;)*) => {$(
        #[derive(Debug, HttpError)]
        #[http($status, detail = $detail, crate = crate $(, $($key)*)?)]
        pub(crate) struct $name;

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($detail)
            }
        }

        impl Error for $name {}
    )*};
}

failures! {
    MalformedJson = 400 "the body is not JSON";
    WrongJson = 422 "the body is JSON, but not with the members and types that are asked for";
    WrongJson400 = 400 "the body is JSON, but not with the members and types that are asked for";
    NotJson = 415 "the body has to be sent with `Content-Type: application/json`"
        [header(ACCEPT = "application/json")];
    NotJson400 = 400 "the body has to be sent with `Content-Type: application/json`";
    WrongForm = 422 "the form does not have the fields and values that are asked for";
    WrongForm400 = 400 "the form does not have the fields and values that are asked for";
    NotForm = 415 "the form has to be sent with `Content-Type: application/x-www-form-urlencoded`"
        [header(ACCEPT = "application/x-www-form-urlencoded")];
    WrongQuery = 400 "the query does not have the parameters and values that are asked for";
    WrongPath = 400 "a part of the path is not what is asked for there";
    TooLarge = 413 "the body is too large";
    NoLength = 411 "the request has to say how long its body is";
    NotUtf8 = 400 "the body is not UTF-8";
    BrokenBody = 400 "the body could not be read";
    BrokenRequest = 400 "the request could not be read";
}

/// A status that a framework answers by itself. There is no more to say than it says.
///
/// It is not derived: the code of its event is then the name of the status.
#[derive(Debug)]
pub(crate) struct Bare(pub(crate) u16);

impl HttpError for Bare {
    fn case(&self) -> Case {
        Case::new(StatusCode::from_u16(self.0).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR))
    }

    fn detail(&self) -> Option<Cow<'_, str>> {
        None
    }
}

impl fmt::Display for Bare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the framework answered {}", self.0)
    }
}

impl Error for Bare {}

/// The server's own mistake, such as an extension that was never added.
#[derive(Debug, HttpError)]
#[http(500, crate = crate)]
pub(crate) struct Internal;

impl fmt::Display for Internal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the service is not set up for the request")
    }
}

impl Error for Internal {}

/// The case of a failure that a later version of a framework has.
pub(crate) fn case_of(status: u16) -> Case {
    match StatusCode::from_u16(status) {
        Ok(StatusCode::PAYLOAD_TOO_LARGE) => TooLarge.case(),
        Ok(status) if status.is_client_error() => BrokenRequest.case(),
        _ => Internal.case(),
    }
}

/// `HttpError` for errors of a framework: the cases that there are, and that of a value.
macro_rules! failing {
    ($($failing:ty: $($case:ty)|* => |$error:ident| $choose:expr;)*) => {$(
        /// The public text is httperr's; the framework's is for the log.
        impl $crate::HttpError for $failing {
            fn case(&self) -> $crate::Case {
                let $error = self;
                $choose
            }

            fn catalog() -> $crate::Catalog {
                // Of its own: their tables are all alike, and empty.
                static KEY: $crate::private::Key = 0;
                $crate::Catalog::of(&[], Some(&KEY), &[], &[$(<$case as $crate::HttpError>::catalog),*])
            }
        }
    )*};
}

pub(crate) use failing;
