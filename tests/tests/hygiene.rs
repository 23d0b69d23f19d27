//! The macros use no name that a user could shadow.

#![no_implicit_prelude]
#![deny(warnings)]
#![allow(dead_code, non_camel_case_types)]

/// Items that shadow the names of the standard library.
mod user {
    pub struct Option;
    pub struct Result;
    pub struct String;
    pub struct Vec;
    pub struct StatusCode;
    pub fn drop() {}
    pub mod core {}
    pub mod std {}
    pub mod alloc {}
    pub mod http {}
    pub mod httperr {}
    pub mod actix_web {}
    pub mod axum {}
    pub mod poem {}
    pub mod rocket {}
    pub mod salvo {}
    pub mod tonic {}
    pub mod warp {}

    pub const CASES: u8 = 0;
    pub struct Case;
    pub struct Catalog;
    pub struct ResponseParts;
    pub struct Given;

    #[derive(Debug)]
    pub struct Some;
    #[derive(Debug)]
    pub struct Ok;

    #[derive(::std::fmt::Debug, ::thiserror::Error, ::httperr::HttpError)]
    pub enum Error {
        #[error("a {sink} {self_}")]
        #[http(422, detail = "{sink}", header("x-sink" = sink), header("x-b" = *self_ + 1))]
        A { sink: u8, self_: u8 },
        #[error("b")]
        #[http(429, retry_after = case)]
        B {
            #[http(extension)]
            r#type_: u8,
            case: u64,
        },
        #[error("c")]
        #[http(status = r#type)]
        C { r#type: u16 },
        #[error("d")]
        #[http(match _0 { 0 => 404, n if *n > 7 => (409, header("x-n" = n)), _ => 500 })]
        D(i8),
    }

    #[derive(::std::fmt::Debug, ::thiserror::Error, ::httperr::HttpError)]
    #[error("nobody makes one")]
    pub enum Never {}

    pub const MISSING: ::httperr::http::StatusCode = ::httperr::status!(404);
    pub static GONE: ::httperr::http::StatusCode = ::httperr::status!(GONE);
    pub const LENGTH: [u8; ::httperr::status!(404).as_u16() as usize] = [0; 404];
    pub const NUMBER: [u8; ::httperr::status!(404 as u16) as usize] = [0; 404];
}

use ::httperr::{status, HttpError};
use ::std::{assert, assert_eq, matches};

#[test]
fn user_names_do_not_affect_the_derive() {
    let error = user::Error::A { sink: 1, self_: 2 };
    let response = error.to_response();
    assert_eq!(response.status(), user::MISSING.as_u16() + 18);
    assert_eq!(response.headers()["x-sink"], "1");
    assert_eq!(response.headers()["x-b"], "3");
    let delay = user::Error::B { type_: 4, case: 9 }.to_response();
    assert_eq!(delay.headers()["retry-after"], "9");
    assert!(delay.body().ends_with(b",\"type_\":4}"));
    assert_eq!(user::Error::C { r#type: 410 }.status(), user::GONE);
    assert_eq!(user::Error::D(0).status(), user::MISSING);
    assert_eq!(user::Error::D(9).to_response().headers()["x-n"], "9");
    assert_eq!(user::Error::D(1).status(), status!(500));
}

#[test]
fn a_status_passed_through_a_macro_is_checked() {
    macro_rules! codes {
        ($a:literal $b:tt $c:expr) => {
            [status!($a), status!($b), status!($c)]
        };
    }
    macro_rules! error {
        ($name:ident $code:literal) => {
            #[derive(::std::fmt::Debug, ::thiserror::Error, HttpError)]
            #[error("from a macro")]
            #[http($code)]
            struct $name;
        };
    }
    error!(Made 409);
    assert_eq!(codes!(404 410 503).map(|code| code.as_u16()), [404, 410, 503]);
    assert_eq!(Made.status(), 409);
}

#[test]
fn a_status_macro_is_a_pattern() {
    fn class(status: ::httperr::http::StatusCode) -> u8 {
        match status {
            status!(404) | status!(GONE) => 4,
            status!(SERVICE_UNAVAILABLE) => 5,
            _ => 0,
        }
    }
    assert_eq!(class(status!(410)), 4);
    assert_eq!(class(status!(503)), 5);
    assert!(matches!(404_u16, status!(404 as u16)));
    assert_eq!(status!(404 as ::httperr::http::StatusCode), status!(404u16));
}
