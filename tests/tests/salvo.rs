//! On salvo: the same response as `to_response`, written into salvo's own.

use httperr::salvo::ErrorLayer;
use httperr::{case_of, HttpError};
use salvo::http::{ParseError, ResBody};
use salvo::prelude::*;
use salvo::test::{ResponseExt as _, TestClient};
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
    RunTime(StatusCode, &'static str),
    #[error("nothing")]
    #[http(423, body = empty)]
    Empty,
}

/// The impl for salvo is the user's own.
#[derive(Debug, Error, HttpError)]
#[error("own")]
#[http(400, without(salvo, axum))]
struct Own;

impl Scribe for Own {
    fn render(self, response: &mut Response) {
        response.status_code(StatusCode::IM_A_TEAPOT);
    }
}

#[derive(Debug, Error, HttpError)]
#[error("generic {0} {1:?}")]
#[http(400)]
struct Generic<'a, T: ToString, const N: usize>(&'a str, [T; N])
where
    T: std::fmt::Debug;

fn rendered(error: impl Scribe) -> Response {
    let mut response = Response::new();
    response.render(error);
    response
}

#[track_caller]
fn check(response: &Response, expected: &dyn HttpError) {
    let expected = expected.to_response();
    assert_eq!(response.status_code, Some(expected.status()));
    assert_eq!(&response.headers, expected.headers());
    let ResBody::Once(body) = &response.body else { panic!("{response:?}") };
    assert_eq!(body, expected.body());
}

#[test]
fn the_response_equals_to_response() {
    for error in [
        || ApiError::Constant,
        || ApiError::Formatted(7),
        || ApiError::RunTime(StatusCode::CONFLICT, "fine"),
        || ApiError::RunTime(StatusCode::CONFLICT, "split\r\nset-cookie: a=b"),
        || ApiError::RunTime(StatusCode::SWITCHING_PROTOCOLS, "no final status"),
        || ApiError::Empty,
    ] {
        check(&rendered(error()), &error());
    }
    check(&rendered(Generic("a", [1, 2])), &Generic("a", [1, 2]));
}

#[test]
fn a_boxed_error_can_be_returned() {
    let boxed: Box<dyn HttpError + Send + Sync> = Box::new(ApiError::Formatted(1));
    check(&rendered(boxed), &ApiError::Formatted(1));
    let boxed: Box<dyn HttpError> = Box::new(ApiError::Constant);
    check(&rendered(boxed), &ApiError::Constant);
}

#[test]
fn without_omits_the_framework_impl() {
    assert_eq!(rendered(Own).status_code, Some(StatusCode::IM_A_TEAPOT));
}

/// As hoops do, before a handler fails.
#[test]
fn an_error_replaces_the_fields_of_the_body_and_keeps_others() {
    let mut response = Response::new();
    for (name, value) in [("etag", "\"a\""), ("x-own", "1"), ("x-service", "gone"), ("vary", "c")] {
        response.headers.insert(name, value.parse().unwrap());
    }
    response.render("a first body");
    response.render(ApiError::Constant);
    let fields = &response.headers;
    assert!(!fields.contains_key("etag"));
    assert_eq!(
        (&fields["x-own"], fields.get_all("x-service").iter().count()),
        (&"1".parse().unwrap(), 1)
    );
    assert_eq!(fields.get_all("vary").iter().collect::<Vec<_>>(), ["c", "a", "b"]);
    assert_eq!(fields.get_all("content-type").iter().count(), 1);
    let ResBody::Once(body) = &response.body else { panic!("{response:?}") };
    assert_eq!(body, ApiError::Constant.to_response().body());
}

const CANARY: &str = "canary-3f9a";

#[test]
fn parse_errors_have_the_status_of_salvo_and_the_reason_of_serde() {
    let json = |text| serde_json::from_str::<u8>(text).unwrap_err();
    let value = <serde::de::value::Error as serde::de::Error>::custom("not a number");
    let wrong = r#"invalid type: string \"7\", expected u8 at line 1 column 3"#;
    for (error, status, detail) in [
        (ParseError::SerdeJson(json("nope")), 400, "expected ident at line 1 column 2"),
        (ParseError::SerdeJson(json("\"7\"")), 400, wrong),
        (ParseError::Deserialize(value), 400, "not a number"),
        (ParseError::PayloadTooLarge, 413, "the body is too large"),
        (
            ParseError::InvalidContentType,
            400,
            "the body has another `Content-Type` than is asked for",
        ),
        (ParseError::NotExist, 400, "a value of the request is not what is asked for"),
        (ParseError::Io(std::io::Error::other(CANARY)), 400, "the body could not be read"),
        (ParseError::other(CANARY), 400, "the body could not be read"),
    ] {
        let response = error.to_response();
        assert_eq!(response.status(), status, "{error:?}");
        let body = std::str::from_utf8(response.body()).unwrap();
        assert!(body.contains(&format!(r#""detail":"{detail}"}}"#)), "{body}");
    }
    let statuses: Vec<_> = ParseError::catalog().cases().filter_map(|case| case.status()).collect();
    assert!(statuses.iter().any(|status| *status == 413), "{statuses:?}");
}

#[test]
fn only_the_text_of_the_application_in_a_status_error_is_public() {
    for (error, detail) in [
        (StatusError::forbidden().brief("not your order"), Some("not your order")),
        (StatusError::forbidden().detail(CANARY).cause(std::io::Error::other(CANARY)), None),
        (StatusError::internal_server_error().brief(CANARY), None),
    ] {
        assert_eq!(HttpError::detail(&error).as_deref(), detail);
        let response = error.to_response();
        assert_eq!(response.status(), error.code);
        assert!(!String::from_utf8_lossy(response.body()).contains(CANARY));
    }
}

#[handler]
async fn fails() -> Result<String, ApiError> {
    Err(ApiError::Formatted(7))
}
#[handler]
async fn empty() -> Result<String, ApiError> {
    Err(ApiError::Empty)
}
#[handler]
async fn reads(request: &mut Request) -> Result<String, ParseError> {
    Ok(request.parse_json::<u8>().await?.to_string())
}
#[handler]
async fn refuses() -> StatusError {
    StatusError::forbidden().brief("not your order").detail(CANARY)
}
#[handler]
async fn panics(response: &mut Response) {
    response.headers.insert("x-inner", "1".parse().unwrap());
    panic!("{CANARY}");
}
#[handler]
async fn outer(response: &mut Response) {
    response.headers.insert("x-outer", "1".parse().unwrap());
}

fn router() -> Router {
    Router::new()
        .push(Router::with_path("fails").get(fails).head(fails))
        .push(Router::with_path("empty").get(empty))
        .push(Router::with_path("reads").post(reads))
        .push(Router::with_path("refuses").get(refuses))
        .push(Router::with_path("panics").get(panics))
}

async fn get(service: &Service, path: &str) -> (Response, String) {
    let mut response = TestClient::get(format!("http://localhost{path}")).send(service).await;
    let body = response.take_string().await.unwrap_or_default();
    (response, body)
}

#[tokio::test]
async fn the_hoop_replaces_the_errors_of_salvo_and_keeps_the_fields_of_others() {
    let service = Service::new(router()).hoop(outer).hoop(ErrorLayer::new());
    for (path, expected) in [
        ("/nowhere", r#"{"title":"Not Found","status":404,"instance":"/nowhere"}"#),
        ("/refuses", r#"{"title":"Forbidden","status":403,"instance":"/refuses"}"#),
        ("/panics", r#"{"title":"Internal Server Error","status":500,"instance":"/panics"}"#),
        ("/empty", ""),
    ] {
        let (response, body) = get(&service, path).await;
        assert_eq!(body, expected, "{path}");
        assert_eq!(response.headers["x-outer"], "1", "{path}");
        assert!(!response.headers.contains_key("x-inner"), "{path}");
        assert_eq!(
            response.headers.get_all("content-type").iter().count(),
            usize::from(!body.is_empty())
        );
    }
    let (response, _) = get(&service, "/fails").await;
    assert_eq!(case_of(&response).and_then(|case| case.name()), Some("Formatted"));
}

#[tokio::test]
async fn the_public_text_of_a_status_error_is_the_detail_if_it_is_kept() {
    let service = Service::new(router()).hoop(ErrorLayer::new().keep_text());
    let (_, body) = get(&service, "/refuses").await;
    let expected =
        r#"{"title":"Forbidden","status":403,"detail":"not your order","instance":"/refuses"}"#;
    assert_eq!(body, expected);
    let (_, body) = get(&service, "/panics").await;
    assert!(!body.contains("detail"), "{body}");
}

#[tokio::test]
async fn a_response_to_head_has_the_length_of_that_to_get() {
    let service = Service::new(router()).hoop(ErrorLayer::new());
    let (_, body) = get(&service, "/fails").await;
    let mut response = TestClient::head("http://localhost/fails").send(&service).await;
    assert_eq!(response.headers["content-length"], body.len().to_string());
    assert_eq!(response.take_string().await.unwrap_or_default(), "");
}

#[tokio::test]
async fn the_catcher_responds_to_the_errors_of_salvo_only() {
    let service = Service::new(router()).catcher(httperr::salvo::catcher());
    let detail = r#"{"title":"Forbidden","status":403,"detail":"not your order"}"#;
    for (path, expected) in [
        ("/nowhere", r#"{"title":"Not Found","status":404}"#),
        ("/refuses", detail),
        ("/empty", ""),
        ("/fails", r#"{"title":"Too Many Requests","status":429,"detail":"formatted 7","wait":7}"#),
    ] {
        assert_eq!(get(&service, path).await.1, expected, "{path}");
    }
    let mut response =
        TestClient::post("http://localhost/reads").json(&"secret").send(&service).await;
    let body = response.take_string().await.unwrap();
    assert!(body.contains("invalid type: string"), "{body}");
}
