//! The rejections of frameworks: their cases, and the text that tells the client why its request was
//! rejected.
//!
//! The `HttpError` of a framework's error returns the case of one of these types. So the same
//! rejection is the same bytes on every framework, as far as they give the same reason.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use http::StatusCode;

use self::reason::Reason;
use crate::{Case, FieldErrors, HttpError, ResponseParts};

pub(crate) mod reason;

/// The rejections that are the same for every request.
macro_rules! fixed {
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

fixed! {
    NotJson = 415 "the body has to be sent with `Content-Type: application/json`"
        [header(ACCEPT = "application/json")];
    NotJson400 = 400 "the body has to be sent with `Content-Type: application/json`";
    NotForm = 415 "the form has to be sent with `Content-Type: application/x-www-form-urlencoded`"
        [header(ACCEPT = "application/x-www-form-urlencoded")];
    TooLarge = 413 "the body is too large";
    NoLength = 411 "the request has to say how long its body is";
    NotUtf8 = 400 "the body is not UTF-8";
    BrokenBody = 400 "the body could not be read";
    BrokenRequest = 400 "the request could not be read";
}

/// The rejections with a reason. The text is the public one if the framework gives none.
macro_rules! with_reason {
    ($($name:ident = $status:literal $text:literal;)*) => {$(
        #[derive(Debug, HttpError)]
        #[http($status, detail = "{detail}", extension(errors = errors), crate = crate)]
        pub(crate) struct $name {
            detail: &'static str,
            errors: Option<FieldErrors>,
        }

        impl $name {
            pub(crate) fn because<'a>(reason: impl Into<Option<Reason<'a>>>) -> Rejection<'a> {
                let case = $name { detail: $text, errors: None }.case();
                Rejection { case, reason: Some((reason.into(), $text)) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.detail)
            }
        }

        impl Error for $name {}
    )*};
}

with_reason! {
    MalformedJson = 400 "the body is not JSON";
    WrongJson = 422 "the body is JSON, but not with the members and types that are asked for";
    WrongJson400 = 400 "the body is JSON, but not with the members and types that are asked for";
    WrongForm = 422 "the form does not have the fields and values that are asked for";
    WrongForm400 = 400 "the form does not have the fields and values that are asked for";
    WrongQuery = 400 "the query does not have the parameters and values that are asked for";
    WrongPath = 400 "a part of the path is not what is asked for there";
}

/// The case of a framework's error, and the reason if the case has one.
pub(crate) struct Rejection<'a> {
    pub(crate) case: Case,
    reason: Option<(Option<Reason<'a>>, &'static str)>,
}

impl From<Case> for Rejection<'_> {
    fn from(case: Case) -> Self {
        Rejection { case, reason: None }
    }
}

impl Rejection<'_> {
    /// Writes the parts of a case of `with_reason`, in the order of its declaration.
    pub(crate) fn write_parts(&self, parts: &mut ResponseParts<'_>) {
        let Some((reason, text)) = &self.reason else { return };
        let (detail, errors) = match reason {
            Some(reason) => (Cow::Owned(reason.detail()), reason.errors()),
            None => (Cow::Borrowed(*text), None),
        };
        if !parts.detail(format_args!("{detail}")) {
            parts.value(&errors);
        }
    }
}

/// A status that a framework has chosen, without any further information.
///
/// The implementation is manual, since the code in its log event is then the name of the status.
#[derive(Debug)]
pub(crate) struct StatusOnly(pub(crate) u16);

impl HttpError for StatusOnly {
    fn case(&self) -> Case {
        Case::new(StatusCode::from_u16(self.0).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR))
    }

    fn detail(&self) -> Option<Cow<'_, str>> {
        None
    }
}

impl fmt::Display for StatusOnly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the framework responded with {}", self.0)
    }
}

impl Error for StatusOnly {}

/// An error of the server itself, such as an extension that was never added.
#[derive(Debug, HttpError)]
#[http(500, crate = crate)]
pub(crate) struct Internal;

impl fmt::Display for Internal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the service is not set up for the request")
    }
}

impl Error for Internal {}

/// Returns the case of a rejection that a later version of a framework has added.
pub(crate) fn case_for_status(status: u16) -> Case {
    match StatusCode::from_u16(status) {
        Ok(StatusCode::PAYLOAD_TOO_LARGE) => TooLarge.case(),
        Ok(status) if status.is_client_error() => BrokenRequest.case(),
        _ => Internal.case(),
    }
}

/// Implements `HttpError` for errors of a framework: the types of the possible cases, and an expression
/// for the rejection of a value.
macro_rules! impl_http_error {
    ($($rejection:ty: $($case:ty)|* => |$error:ident| $rejection_of_value:expr;)*) => {$(
        /// The public text is the reason that the framework gives, if it is about the input of the
        /// client, and else that of httperr.
        impl $crate::HttpError for $rejection {
            fn case(&self) -> $crate::Case {
                let $error = self;
                $crate::frameworks::rejections::Rejection::from($rejection_of_value).case
            }

            fn write_parts<'a>(&'a self, parts: &mut $crate::ResponseParts<'a>) {
                let $error = self;
                let rejection = $crate::frameworks::rejections::Rejection::from($rejection_of_value);
                rejection.write_parts(parts);
            }

            fn catalog() -> $crate::Catalog {
                // The tables of these types are all equal, and empty.
                static KEY: $crate::constants::Key = 0;
                $crate::Catalog::new(&[], Some(&KEY), &[], &[$(<$case as $crate::HttpError>::catalog),*])
            }
        }
    )*};
}

pub(crate) use impl_http_error;
