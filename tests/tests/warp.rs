//! On warp: the same response as `to_response`, written into warp's own.

use std::rc::Rc;

use http_body_util::BodyExt as _;
use httperr::warp::{recover, ErrorLayer};
use httperr::{case_of, HttpError};
use thiserror::Error;
use tower::{Layer as _, ServiceExt as _};
use warp::http::{Request, StatusCode};
use warp::reject::Reject;
use warp::reply::Response;
use warp::{Filter, Rejection, Reply};

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
}

/// The impls for warp are the user's own.
#[derive(Debug, Error, HttpError)]
#[error("own")]
#[http(400, without(warp))]
struct Own;

impl Reply for Own {
    fn into_response(self) -> Response {
        StatusCode::IM_A_TEAPOT.into_response()
    }
}

impl Reject for Own {}

#[derive(Debug, Error, HttpError)]
#[error("generic {0} {1:?}")]
#[http(400)]
struct Generic<'a, T: ToString, const N: usize>(&'a str, [T; N])
where
    T: std::fmt::Debug;

/// Neither `Send` nor `Sync`, as `Reply` and `Reject` require: the derive compiles all the same.
#[derive(Debug, Error, HttpError)]
#[error("local {0}")]
#[http(400)]
struct Local(Rc<u8>);

async fn body(response: Response) -> String {
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    String::from_utf8(bytes.to_vec()).unwrap()
}

async fn check(response: Response, expected: &dyn HttpError) {
    let expected = expected.to_response();
    assert_eq!(response.status(), expected.status());
    assert_eq!(response.headers(), expected.headers());
    assert_eq!(body(response).await.as_bytes(), expected.body());
}

#[tokio::test]
async fn the_response_equals_to_response() {
    for error in [
        || ApiError::Constant,
        || ApiError::Formatted(7),
        || ApiError::RunTime(StatusCode::CONFLICT, "fine"),
        || ApiError::RunTime(StatusCode::CONFLICT, "split\r\nset-cookie: a=b"),
        || ApiError::RunTime(StatusCode::SWITCHING_PROTOCOLS, "no final status"),
    ] {
        check(error().into_response(), &error()).await;
    }
    check(Generic("a", [1_u8, 2]).into_response(), &Generic("a", [1_u8, 2])).await;
    assert_eq!(Local(Rc::new(1)).to_response().status(), 400);
}

#[tokio::test]
async fn a_boxed_error_can_be_returned() {
    let boxed: Box<dyn HttpError + Send + Sync> = Box::new(ApiError::Formatted(1));
    check(boxed.into_response(), &ApiError::Formatted(1)).await;
    let boxed: Box<dyn HttpError + Send> = Box::new(ApiError::Constant);
    check(boxed.into_response(), &ApiError::Constant).await;
}

#[test]
fn without_omits_the_framework_impl() {
    assert_eq!(Own.into_response().status(), StatusCode::IM_A_TEAPOT);
    assert!(Rejection::from(Own).find::<Own>().is_some());
}

const CANARY: &str = "canary-3f9a";

#[derive(Debug)]
struct Foreign(#[allow(dead_code)] &'static str);

impl Reject for Foreign {}

fn routes() -> impl Filter<Extract = (impl Reply,), Error = Rejection> + Clone {
    let declared = warp::path!("declared")
        .and_then(|| async { Err::<String, _>(Rejection::from(ApiError::Formatted(7))) });
    let foreign = warp::path!("foreign")
        .and_then(|| async { Err::<String, _>(warp::reject::custom(Foreign(CANARY))) });
    let json = warp::path!("json")
        .and(warp::post())
        .and(warp::body::content_length_limit(16))
        .and(warp::body::json())
        .map(|number: u8| number.to_string());
    let form = warp::path!("form")
        .and(warp::body::form())
        .map(|form: [(String, u8); 1]| form[0].1.to_string());
    let query = warp::path!("query")
        .and(warp::query())
        .map(|query: [(String, u8); 1]| query[0].1.to_string());
    let header = warp::path!("header")
        .and(warp::header::<u8>("x-number"))
        .map(|number: u8| number.to_string());
    let panics = warp::path!("panics").map(|| -> String { panic!("{CANARY}") });
    declared.or(foreign).or(json).or(form).or(query).or(header).or(panics)
}

fn request(method: &str, path: &str, content: Option<(&str, &str)>) -> Request<String> {
    let request = Request::builder().method(method).uri(path);
    match content {
        Some((media_type, body)) => request
            .header("content-type", media_type)
            .header("content-length", body.len())
            .body(body.to_owned()),
        None => request.body(String::new()),
    }
    .unwrap()
}

#[tokio::test]
async fn recover_responds_with_the_error_of_the_application_or_the_rejection_of_warp() {
    let json = "application/json";
    let wrong = r#""detail":"invalid type: string \"a\", expected u8 at line 1 column 3"}"#;
    let service = warp::service(routes().recover(recover::<ApiError>));
    for (method, path, content, status, end) in [
        ("GET", "/declared", None, 429, r#""detail":"formatted 7","wait":7}"#),
        ("GET", "/foreign", None, 500, r#"{"title":"Internal Server Error","status":500}"#),
        ("GET", "/nowhere", None, 404, r#"{"title":"Not Found","status":404}"#),
        ("GET", "/json", None, 405, r#"{"title":"Method Not Allowed","status":405}"#),
        ("POST", "/json", None, 411, r#"its body is"}"#),
        ("POST", "/json", Some((json, "nope")), 400, "expected ident at line 1 column 2\"}"),
        ("POST", "/json", Some((json, "\"a\"")), 400, wrong),
        ("POST", "/json", Some(("text/plain", "1")), 415, "than is asked for\"}"),
        ("POST", "/json", Some((json, "                  ")), 413, "the body is too large\"}"),
        (
            "POST",
            "/form",
            Some(("application/x-www-form-urlencoded", "a=b")),
            400,
            "expected an array of length 1\"}",
        ),
        ("GET", "/query?a=b", None, 400, "parameters and values that are asked for\"}"),
        ("GET", "/header", None, 400, r#""detail":"Missing request header \"x-number\""}"#),
    ] {
        let response = service.clone().oneshot(request(method, path, content)).await.unwrap();
        let what = format!("{method} {path}");
        assert_eq!(response.status(), status, "{what}");
        let problem = "application/problem+json";
        assert_eq!(response.headers()["content-type"], problem, "{what}");
        let body = body(response).await;
        assert!(body.ends_with(end), "{what}: {body}");
        assert!(!body.contains(CANARY), "{what}: {body}");
    }
}

#[tokio::test]
async fn the_layer_replaces_the_rejections_of_warp_and_panics() {
    let service = ErrorLayer::new().layer(warp::service(routes()));
    for (path, status, expected) in [
        ("/nowhere", 404, r#"{"title":"Not Found","status":404,"instance":"/nowhere"}"#),
        ("/header", 400, r#"{"title":"Bad Request","status":400,"instance":"/header"}"#),
        (
            "/foreign",
            500,
            r#"{"title":"Internal Server Error","status":500,"instance":"/foreign"}"#,
        ),
        ("/panics", 500, r#"{"title":"Internal Server Error","status":500,"instance":"/panics"}"#),
    ] {
        let response = service.clone().oneshot(request("GET", path, None)).await.unwrap();
        assert_eq!(response.status(), status);
        assert_eq!(body(response).await, expected);
    }
    let response = ApiError::Formatted(7).into_response();
    assert_eq!(case_of(&response).and_then(|case| case.name()), Some("Formatted"));
}
