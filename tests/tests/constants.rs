//! Statuses written as constants, each checked like a literal.

use axum::http::StatusCode;
use httperr::{status, HttpError};

mod codes {
    pub(crate) const TEAPOT: u16 = 418;

    impl super::Plain {
        pub(crate) const GONE: super::StatusCode = super::StatusCode::GONE;
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("plain")]
#[http(status = Self::GONE)]
struct Plain;

#[allow(dead_code)]
#[derive(Debug, thiserror::Error, HttpError)]
#[http(default = StatusCode::BAD_GATEWAY)]
enum Constants {
    #[error("in parentheses")]
    #[http(status = (404))]
    Parentheses,
    #[error("cast")]
    #[http(status = 404 as u16)]
    Cast,
    #[error("cast in parentheses")]
    #[http(status = ((404) as u16))]
    CastInside,
    #[error("suffixed")]
    #[http(status = 404u16)]
    Suffixed,
    #[error("block")]
    #[http(status = { 404 })]
    Block,
    #[error("const block")]
    #[http(status = const { 404 })]
    ConstBlock,
    #[error("reference")]
    #[http(status = &404)]
    Reference,
    #[error("path")]
    #[http(status = StatusCode::NOT_FOUND)]
    Path,
    #[error("long path")]
    #[http(status = ::httperr::http::StatusCode::NOT_FOUND)]
    LongPath,
    #[error("reference to a path")]
    #[http(status = &StatusCode::NOT_FOUND)]
    ReferenceToPath,
    #[error("name")]
    #[http(status = (NOT_FOUND))]
    Name,
    #[error("macro")]
    #[http(status = status!(404))]
    Macro,
    #[error("macro with a type")]
    #[http(status = httperr::status!(NOT_FOUND as u16))]
    MacroAs,
    #[error("constructor")]
    #[http(status = StatusCode::from_u16(404).unwrap())]
    Constructor,
    #[error("constructor with a message")]
    #[http(status = StatusCode::from_u16(404).expect("it is valid"))]
    Expected,
    #[error("of Rocket")]
    #[http(status = rocket::http::Status::NotFound)]
    Rocket,
    #[error("of Rocket, new")]
    #[http(status = rocket::http::Status::new(404))]
    RocketNew,
    #[error("arm")]
    #[http(match _0 { 0 => (status = StatusCode::NOT_FOUND), _ => (status = (404)) })]
    Arm(u8),
}

#[test]
fn a_constant_status_is_evaluated_at_compile_time() {
    let cases = || Constants::catalog().cases();
    assert_eq!(cases().count(), 19);
    for case in cases() {
        assert_eq!(case.status(), Some(StatusCode::NOT_FOUND), "{case:?}");
    }
    assert_eq!(Constants::Path.to_response().status(), 404);
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default = StatusCode::BAD_GATEWAY)]
enum Default {
    #[error("by default")]
    First,
    #[error("by default")]
    Second,
}

#[test]
fn a_default_status_is_constant() {
    assert_eq!(Default::First.case().status(), Some(StatusCode::BAD_GATEWAY));
    assert_eq!(Default::Second.status(), 502);
}

#[derive(Debug, thiserror::Error, HttpError)]
enum OfTheUser {
    #[error("constant")]
    #[http(status = codes::TEAPOT)]
    Constant,
    #[error("calculated from a field")]
    #[http(status = 400 + _0)]
    Calculated(u16),
    #[error("chosen")]
    #[http(status = if *_0 { 404 } else { 410 })]
    Chosen(bool),
}

#[test]
fn a_user_constant_is_a_run_time_status() {
    assert_eq!(OfTheUser::Constant.status(), 418);
    assert_eq!(OfTheUser::Calculated(9).status(), 409);
    assert_eq!(OfTheUser::Chosen(false).status(), 410);
    assert_eq!(Plain.status(), 410);
    assert_eq!(Plain.case().status(), None);
}

/// Inherent methods with the names of the trait's methods must not cause recursion.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("inherent")]
#[http(status = self.status(), detail = self.detail())]
struct Inherent(u16);

impl Inherent {
    fn status(&self) -> u16 {
        self.0
    }

    #[allow(clippy::unused_self)]
    fn detail(&self) -> &'static str {
        "public"
    }
}

#[test]
fn an_inherent_method_returns_the_status() {
    assert_eq!(HttpError::status(&Inherent(409)), 409);
    assert!(Inherent(409).to_response().body().ends_with(br#""detail":"public"}"#));
}
