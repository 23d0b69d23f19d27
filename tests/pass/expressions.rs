//! Expressions, patterns and guards of every kind are accepted.
#![allow(clippy::redundant_closure_call)]

use std::time::Duration;

use httperr::{http::StatusCode, status, HttpError};

const LIMIT: u64 = 7;

fn pair<A: Into<u64>, B>(a: A, _: B) -> u64 {
    a.into()
}

#[derive(Debug, Clone, Copy)]
pub enum Kind {
    A { n: u64 },
    B(u64, Option<u64>),
    C,
}

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(status = if *gone { 410 } else { 404 }, header("x-n" = match n { 0 => "none", _ => "some" }))]
    If { gone: bool, n: u64 },
    #[error("b")]
    #[http(429, retry_after = pair::<u64, Option<u8>>(*_0, None), header("x-n" = *_0 as u8 as char))]
    Turbofish(u64),
    #[error("c")]
    #[http(500, detail = { let text = format!("{} of {LIMIT}", n); text }, extension(n = -*n, "m" = [1, 2].len()))]
    Block { n: i64 },
    #[error("d")]
    #[http(404, header("x-n" = (|a: u64, b: u64| a + b)(1, 2), "x-m" = Some(5).map(|n| n * 2), VARY = None::<&str>))]
    Closure,
    #[error("e")]
    #[http(match (*_0, *_1) { (a, b) if a < b && b > 2 => 409, (1..=2 | 9.., _) => 410, _ => 500 })]
    Pair(u64, u64),
    #[error("f")]
    #[http(match _0 {
        Kind::A { n: n @ (1 | 2) } if *n < LIMIT => (404, extension(n = n)),
        Kind::A { n: LIMIT } => 410,
        Kind::A { .. } => 411,
        Kind::B(_, Some(m)) => (429, retry_after = m),
        Kind::B(n, None) if n.checked_sub(1).is_some_and(|n| n > 1) => (503, retry_after = Duration::from_secs(*n)),
        Kind::B(..) => 502,
        | Kind::C => 500,
    })]
    Kind(Kind),
    #[error("g")]
    #[http(match text.as_str() { "a" | "b" => GONE, text if text.len() > 3 => (404, detail = "{text}!"), _ => 500 })]
    Text { text: String },
    #[error("h")]
    #[http(status = self.pick(), detail = "{0:>1$}")]
    Method(u64, usize),
    #[error("i")]
    #[http(match *self { ApiError::Itself(0) => 404, _ => 500 })]
    Itself(u64),
    #[error("j")]
    #[http(404, detail = "{{{id}}}", code = -5, title = "A {brace}", header("x-n" = -5))]
    Braces { id: u64 },
}

impl ApiError {
    fn pick(&self) -> StatusCode {
        status!(404)
    }
}

#[test]
fn expressions_are_evaluated() {
    let code = |error: ApiError| error.status().as_u16();
    assert_eq!(code(ApiError::If { gone: true, n: 0 }), 410);
    assert_eq!(ApiError::Turbofish(65).to_response().headers()["retry-after"], "65");
    let closure = ApiError::Closure.to_response();
    assert_eq!(
        (&closure.headers()["x-n"], &closure.headers()["x-m"]),
        (&"3".parse().unwrap(), &"10".parse().unwrap())
    );
    assert!(!closure.headers().contains_key("vary"));
    assert_eq!(code(ApiError::Pair(2, 3)), 409);
    assert_eq!(code(ApiError::Pair(9, 1)), 410);
    assert_eq!(code(ApiError::Kind(Kind::A { n: 2 })), 404);
    assert_eq!(code(ApiError::Kind(Kind::A { n: 7 })), 410);
    assert_eq!(code(ApiError::Kind(Kind::B(1, Some(3)))), 429);
    assert_eq!(code(ApiError::Kind(Kind::B(4, None))), 503);
    assert_eq!(code(ApiError::Kind(Kind::C)), 500);
    assert_eq!(ApiError::Text { text: "abcd".into() }.detail().unwrap(), "abcd!");
    assert_eq!(ApiError::Method(5, 3).detail().unwrap(), "  5");
    assert_eq!(code(ApiError::Itself(0)), 404);
    assert_eq!(ApiError::Braces { id: 5 }.detail().unwrap(), "{5}");
    assert!(ApiError::Block { n: 5 }.to_response().body().ends_with(b"\"n\":-5,\"m\":2}"));
}
