//! On Rocket: the same response as `to_response`, written into Rocket's own.

use httperr::{status, HttpError};
use rocket::http::Status;
use rocket::local::blocking::Client;
use rocket::response::{Responder, Result};
use rocket::{Request, Response};
use thiserror::Error;

#[derive(Debug, Error, HttpError)]
#[http(header("x-service" = "shop"))]
enum ApiError {
    #[error("constant")]
    #[http(404, header(ALLOW = "GET"), header(VARY = "a"), header(VARY = "b"))]
    Constant,
    #[error("formatted {0}")]
    #[http(429, retry_after = _0, extension(wait = _0))]
    Formatted(u8),
    #[error("run time")]
    #[http(status = _0, header("x-value" = _1))]
    RunTime(Status, &'static str),
}

/// The impl for Rocket is the user's own.
#[derive(Debug, Error, HttpError)]
#[error("own")]
#[http(400, without(rocket))]
struct Own;

impl<'r> Responder<'r, 'static> for Own {
    fn respond_to(self, _: &'r Request<'_>) -> Result<'static> {
        Err(Status::ImATeapot)
    }
}

#[derive(Debug, Error, HttpError)]
#[error("generic {0} {1:?}")]
#[http(400)]
struct Generic<'a, T: ToString, const N: usize>(&'a str, [T; N])
where
    T: std::fmt::Debug;

/// The status, the header lines sorted by name, and the body.
type Seen = (u16, Vec<(String, Vec<u8>)>, Vec<u8>);

fn respond<'r, 'o: 'r>(error: impl Responder<'r, 'o>, request: &'r Request<'_>) -> Response<'o> {
    error.respond_to(request).unwrap()
}

fn of_rocket(error: impl for<'r> Responder<'r, 'static>) -> Seen {
    let client = Client::untracked(rocket::build()).unwrap();
    let request = client.get("/");
    let mut response = respond(error, request.inner());
    let status = response.status().code;
    let lines = response.headers().iter();
    let lines = lines.map(|line| (line.name().to_string(), line.value().as_bytes().to_vec()));
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by(|one, other| one.0.cmp(&other.0));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    (status, lines, runtime.block_on(response.body_mut().to_bytes()).unwrap())
}

fn of_http(error: &dyn HttpError) -> Seen {
    let (parts, body) = error.to_response().into_parts();
    let lines = parts.headers.iter();
    let lines = lines.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()));
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by(|one, other| one.0.cmp(&other.0));
    (parts.status.as_u16(), lines, body.to_vec())
}

#[test]
fn the_response_equals_to_response() {
    for error in [
        || ApiError::Constant,
        || ApiError::Formatted(7),
        || ApiError::RunTime(Status::Conflict, "fine"),
        || ApiError::RunTime(Status::Conflict, "split\r\nset-cookie: a=b"),
        || ApiError::RunTime(Status::SwitchingProtocols, "no final status"),
        || ApiError::RunTime(Status::new(1_000), "no status at all"),
    ] {
        assert_eq!(of_rocket(error()), of_http(&error()), "{:?}", error());
    }
    assert_eq!(of_rocket(Generic("a", [1, 2])), of_http(&Generic("a", [1, 2])));
}

#[test]
fn a_boxed_error_can_be_returned() {
    fn handler() -> std::result::Result<(), Box<dyn HttpError + Send + Sync>> {
        Err(Box::new(ApiError::Formatted(1)))
    }
    assert_eq!(of_rocket(handler().unwrap_err()), of_http(&ApiError::Formatted(1)));
    let boxed: Box<dyn HttpError> = Box::new(ApiError::Constant);
    assert_eq!(of_rocket(boxed), of_http(&ApiError::Constant));
}

#[test]
fn without_omits_the_framework_impl() {
    let client = Client::untracked(rocket::build()).unwrap();
    assert_eq!(Own.respond_to(client.get("/").inner()).unwrap_err(), Status::ImATeapot);
}

#[test]
fn the_status_type_of_the_framework_is_accepted() {
    assert_eq!(status!(404 as Status), Status::NotFound);
    assert_eq!(status!(471 as rocket::http::Status).code, 471);
}

#[test]
fn json_errors_have_the_status_of_the_guard_and_the_reason_of_serde() {
    use rocket::serde::json::Error;

    let parse = |text| Error::Parse("canary", serde_json::from_str::<u8>(text).unwrap_err());
    let io = |kind| Error::Io(std::io::Error::new(kind, "canary"));
    let wrong = r#"invalid type: string \"7\", expected u8 at line 1 column 3"#;
    for (error, status, detail) in [
        (parse("nope"), 400, "expected ident at line 1 column 2"),
        (parse("\"7\""), 422, wrong),
        (io(std::io::ErrorKind::UnexpectedEof), 413, "the body is too large"),
        (io(std::io::ErrorKind::BrokenPipe), 400, "the body could not be read"),
    ] {
        let response = error.to_response();
        assert_eq!((response.status().as_u16(), error.status().as_u16()), (status, status));
        let sent = String::from_utf8_lossy(response.body());
        assert!(sent.ends_with(&format!(r#""detail":"{detail}"}}"#)), "{sent}");
        assert!(!sent.contains("canary"), "{sent}");
    }
}

#[test]
fn the_catcher_responds_to_any_status_and_to_a_panic() {
    #[rocket::get("/status/<code>")]
    fn status(code: u16) -> Status {
        Status::new(code)
    }
    #[rocket::get("/panic")]
    fn panic() -> &'static str {
        panic!("canary")
    }

    let app = rocket::build()
        .configure(rocket::Config {
            log_level: rocket::config::LogLevel::Off,
            ..Default::default()
        })
        .mount("/", rocket::routes![status, panic])
        .register("/", httperr::rocket::catchers());
    let client = Client::untracked(app).unwrap();
    for (path, status, body) in [
        ("/nowhere", 404, r#"{"title":"Not Found","status":404}"#),
        ("/status/x", 422, r#"{"title":"Unprocessable Content","status":422}"#),
        ("/status/503", 503, r#"{"title":"Service Unavailable","status":503}"#),
        ("/status/471", 471, r#"{"title":"Bad Request","status":471}"#),
        ("/panic", 500, r#"{"title":"Internal Server Error","status":500}"#),
    ] {
        let response = client.get(path).dispatch();
        assert_eq!(response.status().code, status);
        assert_eq!(response.headers().get_one("content-type"), Some("application/problem+json"));
        assert_eq!(response.into_string().unwrap(), body);
    }
}

mod with_the_fairing {
    use httperr::rocket::ErrorFairing;
    use rocket::http::Header;

    use super::{ApiError, Client};

    #[rocket::get("/constant")]
    fn constant() -> ApiError {
        ApiError::Constant
    }

    #[rocket::get("/anyhow")]
    fn fails() -> httperr::anyhow::Result<()> {
        Err(anyhow::anyhow!("secret").into())
    }

    fn body(path: &'static str, id: &'static str) -> String {
        let config =
            rocket::Config { log_level: rocket::config::LogLevel::Off, ..Default::default() };
        let app = rocket::custom(config).mount("/", rocket::routes![constant, fails]);
        let client = Client::untracked(app.attach(ErrorFairing::new())).unwrap();
        let request = client.get(path).header(Header::new("x-request-id", id));
        request.dispatch().into_string().unwrap()
    }

    #[test]
    fn an_anyhow_error_has_the_request() {
        let expected = r#"{"title":"Internal Server Error","status":500,"instance":"/anyhow","request_id":"8a2c"}"#;
        assert_eq!(body("/anyhow", "8a2c"), expected);
    }

    #[test]
    fn a_request_id_that_is_empty_or_not_visible_ascii_is_ignored() {
        for id in ["", "ä", "a\u{7f}"] {
            assert!(body("/constant", id).ends_with(r#""instance":"/constant"}"#), "{id:?}");
        }
    }
}
