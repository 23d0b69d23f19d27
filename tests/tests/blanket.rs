//! Traits of the user's that give every type a method of each name that the expansion or the runtime
//! uses, and items with the names that they import: neither changes what is sent.

#![allow(dead_code, non_snake_case)]
#![allow(clippy::wrong_self_convention, clippy::new_ret_no_self, clippy::upper_case_acronyms)]

use std::fmt;

mod traits {
    macro_rules! blanket {
        ($($name:ident)*) => {
            /// By value, which the compiler tries before any reference.
            pub(crate) trait ByValue: Sized {
                $(fn $name(self) -> Wrong { Wrong })*
            }

            impl<T> ByValue for T {}
        };
    }

    pub(crate) struct Wrong;

    blanket! {
        add append as_http_error as_ref as_str borrow by_option call case case_of catalog catalog_of
        clone code deferred detail detail_for_header display eq error error_response extension
        extensions find_case fmt format found from given hand_over header header_value headers
        inner into into_response is is_calls mask name named new number or parts public_detail
        registered render respond respond_to response retry_after sent_status serialize set sink
        source status status_code text title to_owned to_response to_response_with to_string
        transparent value view which with write write_parts
    }
}

mod items {
    #![allow(unused_imports)]
    use super::traits::ByValue as _;
    use super::{fmt, text, Inner};
    use httperr::HttpError;

    pub(crate) struct Named(pub(crate) &'static str);
    pub(crate) struct Registered(pub(crate) usize);
    pub(crate) struct Given<T>(pub(crate) T);
    pub(crate) struct ByDisplay;
    pub(crate) struct ByOption;
    pub(crate) struct ByValue;
    pub(crate) struct Misfit;
    pub(crate) struct Known;
    pub(crate) struct Unknown;
    pub(crate) struct CallsItself;
    pub(crate) struct CallsItselfForever;
    pub(crate) struct RespondsForever;
    pub(crate) struct UNDECIDED;
    pub(crate) struct ResponseParts;
    pub(crate) struct Case;

    impl fmt::Display for Named {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "named {}", self.0)
        }
    }

    impl fmt::Display for Registered {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "registered {}", self.0)
        }
    }

    impl<T: fmt::Display> fmt::Display for Given<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "given {}", self.0)
        }
    }

    #[derive(Debug, HttpError)]
    #[http(header("x-all" = Given(1)))]
    pub(crate) enum Error {
        #[http(404)]
        Static,
        #[http(
            status = *_0,
            detail = "public {_1}",
            header(ALLOW = Named("GET"), "x-a" = Registered(7), "x-b" = _1, "x-c" = Some(_0)),
            header("x-status" = status, "x-detail" = detail),
            retry_after = _0,
            extension(a = _1, b = 1),
        )]
        Parts(u16, u8),
        #[http(match _0 {
            0 => 404,
            1 => (409, header("x-arm" = "one")),
            n if *n > 7 => (410, header("x-arm" = n)),
            _ => (400, header("x-arm" = "other")),
        })]
        Arms(u8),
        #[http(match _0.wrapping_add(1) {
            1 => (409, header("x-arm" = Given(2))),
            n => (410, header("x-arm" = n)),
        })]
        Expression(u8),
        #[http(transparent)]
        Field(Inner),
        #[http(transparent = &_1[0])]
        Behind(u8, Vec<Inner>),
        #[http(422, body = { "a": _0, ..(text()), "message": detail })]
        Template(u8),
    }

    impl fmt::Display for Error {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("display")
        }
    }

    impl std::error::Error for Error {}
}

fn text() -> std::collections::BTreeMap<String, u8> {
    [("spread".to_owned(), 1)].into()
}

#[derive(Debug, thiserror::Error, httperr::HttpError)]
#[error("inner")]
#[http(503, header("x-inner" = 1 + 1))]
struct Inner;

use httperr::HttpError;
use items::Error;

/// Returns the status, the fields except the media type, and the body.
fn respond(error: &Error) -> (u16, Vec<String>, String) {
    let response = HttpError::to_response(error);
    let fields = response.headers().iter().filter(|(name, _)| *name != "content-type");
    let fields = fields.map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()));
    let body = String::from_utf8(response.body().to_vec()).unwrap();
    (response.status().as_u16(), fields.collect(), body)
}

#[test]
fn user_methods_and_items_do_not_affect_the_derive() {
    let problem = |title: &str, status: u16| {
        format!(r#"{{"title":"{title}","status":{status},"detail":"display"}}"#)
    };
    let fields =
        |fields: &[&str]| fields.iter().map(|field| (*field).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        respond(&Error::Static),
        (404, fields(&["x-all: given 1"]), problem("Not Found", 404))
    );
    let parts = "allow: named GET\nx-a: registered 7\nx-b: 5\nx-c: 429\nx-status: 429\n\
                 x-detail: public 5\nx-all: given 1\nretry-after: 429";
    assert_eq!(
        respond(&Error::Parts(429, 5)),
        (
            429,
            parts.lines().map(str::to_owned).collect(),
            r#"{"title":"Too Many Requests","status":429,"detail":"public 5","a":5,"b":1}"#.into()
        )
    );
    for (value, status, arm) in
        [(0, 404, None), (1, 409, Some("one")), (9, 410, Some("9")), (5, 400, Some("other"))]
    {
        let (sent_status, fields, _) = respond(&Error::Arms(value));
        assert_eq!(sent_status, status);
        assert_eq!(fields.iter().find_map(|field| field.strip_prefix("x-arm: ")), arm);
    }
    assert_eq!(respond(&Error::Expression(0)).1, ["x-arm: given 2", "x-all: given 1"]);
    assert_eq!(respond(&Error::Expression(4)).1, ["x-arm: 5", "x-all: given 1"]);
    let inner = r#"{"title":"Service Unavailable","status":503}"#;
    assert_eq!(
        respond(&Error::Field(Inner)),
        (503, fields(&["x-inner: 2", "x-all: given 1"]), inner.into())
    );
    assert_eq!(
        respond(&Error::Behind(0, vec![Inner])),
        (503, fields(&["x-inner: 2", "x-all: given 1"]), inner.into())
    );
    assert_eq!(respond(&Error::Template(3)).2, r#"{"a":3,"spread":1,"message":"display"}"#);
}
