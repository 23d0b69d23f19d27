//! On poem: the same response as `to_response`, written into poem's own.

use httperr::poem::{ErrorLayer, ResponseError};
use httperr::{case_of, AnyError, HttpError};
use poem::error::{
    GetDataError, MethodNotAllowedError, NotFoundError, ParseFormError, ParseJsonError,
    ParsePathError, ParseQueryError, ReadBodyError, SizedLimitError,
};
use poem::http::{StatusCode, Uri};
use poem::web::Json;
use poem::{get, handler, post, Endpoint, EndpointExt as _, Request, Response, Route};
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
    #[error("only text")]
    #[http(410, body = text)]
    Text,
}

/// The impl for poem is the user's own.
#[derive(Debug, Error, HttpError)]
#[error("own")]
#[http(400, without(poem))]
struct Own;

impl ResponseError for Own {
    fn status(&self) -> StatusCode {
        StatusCode::IM_A_TEAPOT
    }
}

#[derive(Debug, Error, HttpError)]
#[error("generic {0} {1:?}")]
#[http(400)]
struct Generic<T: ToString, const N: usize>(&'static str, [T; N])
where
    T: std::fmt::Debug;

async fn check(response: Response, expected: &dyn HttpError) {
    let expected = expected.to_response();
    assert_eq!(response.status(), expected.status());
    assert_eq!(response.headers(), expected.headers());
    assert_eq!(&response.into_body().into_bytes().await.unwrap(), expected.body());
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
        let (mine, theirs) = (HttpError::status(&error()), ResponseError::status(&error()));
        assert_eq!(mine, theirs);
        check(error().as_response(), &error()).await;
        check(poem::Error::from(error()).into_response(), &error()).await;
    }
    check(Generic("a", [1_u8, 2]).as_response(), &Generic("a", [1_u8, 2])).await;
}

#[tokio::test]
async fn a_boxed_error_can_be_returned() {
    let boxed: Box<dyn HttpError + Send + Sync> = Box::new(ApiError::Formatted(1));
    check(poem::Error::from(boxed).into_response(), &ApiError::Formatted(1)).await;
    let any = AnyError::from(ApiError::Constant);
    check(poem::Error::from(any).into_response(), &ApiError::Constant).await;
}

#[test]
fn without_omits_the_framework_impl() {
    assert_eq!(poem::Error::from(Own).status(), StatusCode::IM_A_TEAPOT);
}

const CANARY: &str = "canary-3f9a";

#[test]
fn rejections_have_the_status_of_poem_and_the_reason_of_serde() {
    let json = |text| serde_json::from_str::<u8>(text).unwrap_err();
    let value = || <serde::de::value::Error as serde::de::Error>::custom("not a number");
    let io = || std::io::Error::other(CANARY);
    let wrong = r#","detail":"invalid type: string \"7\", expected u8 at line 1 column 3"}"#;
    let errors: Vec<(poem::Error, &str)> = vec![
        (
            ParseJsonError::Parse(json("nope")).into(),
            r#""detail":"expected ident at line 1 column 2"}"#,
        ),
        (ParseJsonError::Parse(json("\"7\"")).into(), wrong),
        (ParseJsonError::ContentTypeRequired.into(), "`Content-Type: application/json`\"}"),
        (ParseFormError::UrlDecode(value()).into(), r#""detail":"not a number"}"#),
        (ParseFormError::InvalidContentType(CANARY.to_owned()).into(), "x-www-form-urlencoded`\"}"),
        (ParseQueryError(value()).into(), r#""detail":"not a number"}"#),
        (ParsePathError.into(), "a part of the path is not what is asked for there\"}"),
        (ReadBodyError::PayloadTooLarge.into(), "the body is too large\"}"),
        (ReadBodyError::Io(io()).into(), "the body could not be read\"}"),
        (ReadBodyError::BodyHasBeenTaken.into(), r#""status":500}"#),
        (SizedLimitError::MissingContentLength.into(), "its body is\"}"),
        (GetDataError("canary").into(), r#""status":500}"#),
        (NotFoundError.into(), r#"{"title":"Not Found","status":404}"#),
        (MethodNotAllowedError.into(), r#""status":405}"#),
        (poem::Error::new(io(), StatusCode::CONFLICT), r#"{"title":"Conflict","status":409}"#),
        (poem::Error::from_string(CANARY, StatusCode::BAD_GATEWAY), r#""status":502}"#),
    ];
    for (error, end) in errors {
        let response = error.to_response();
        assert_eq!(response.status(), error.status(), "{error:?}");
        let body = std::str::from_utf8(response.body()).unwrap();
        assert!(body.ends_with(end) && !body.contains("canary"), "{body}");
    }
    let catalog = poem::Error::catalog();
    let statuses: Vec<_> = catalog.cases().filter_map(|case| case.status()).collect();
    for status in [400, 411, 413, 415, 500] {
        assert!(statuses.iter().any(|other| *other == status), "{statuses:?}");
    }
}

#[handler]
fn fails() -> Result<String, ApiError> {
    Err(ApiError::Formatted(7))
}
#[handler]
fn text_body() -> Result<String, ApiError> {
    Err(ApiError::Text)
}
#[handler]
fn any_error() -> Result<String, AnyError> {
    Err(ApiError::Text.into())
}
#[handler]
fn changed() -> Response {
    let mut response = ApiError::Formatted(7).as_response();
    response.set_status(StatusCode::BAD_GATEWAY);
    response
}
#[handler]
fn reads(Json(number): Json<u8>) -> String {
    number.to_string()
}
#[handler]
fn panics() -> String {
    panic!("{CANARY}");
}

fn routes() -> Route {
    Route::new()
        .at("/fails", get(fails))
        .at("/text", get(text_body))
        .at("/any", get(any_error))
        .at("/changed", get(changed))
        .at("/reads", post(reads))
        .at("/panics", get(panics))
}

async fn send(endpoint: &impl Endpoint, path: &'static str) -> (Response, String) {
    let request = Request::builder().uri(Uri::from_static(path)).finish();
    let mut response = endpoint.get_response(request).await;
    let body = response.take_body().into_string().await.unwrap();
    (response, body)
}

#[tokio::test]
async fn the_layer_replaces_the_errors_of_poem_and_keeps_declared_ones() {
    let app = Route::new().nest("/api", routes()).with(ErrorLayer::new());
    for (path, status, expected) in [
        ("/nowhere", 404, r#"{"title":"Not Found","status":404,"instance":"/nowhere"}"#),
        ("/api/nowhere", 404, r#"{"title":"Not Found","status":404,"instance":"/api/nowhere"}"#),
        ("/api/text", 410, "only text"),
        ("/api/any", 410, "only text"),
        (
            "/api/changed",
            502,
            r#"{"title":"Bad Gateway","status":502,"detail":"formatted 7","instance":"/api/changed","wait":7}"#,
        ),
        (
            "/api/panics",
            500,
            r#"{"title":"Internal Server Error","status":500,"instance":"/api/panics"}"#,
        ),
    ] {
        let (response, body) = send(&app, path).await;
        assert_eq!((response.status().as_u16(), body.as_str()), (status, expected), "{path}");
    }
}

#[tokio::test]
async fn middleware_around_the_layer_finds_the_case() {
    let app = routes().with(ErrorLayer::new());
    for (path, name) in [("/fails", "Formatted"), ("/any", "Text")] {
        let (response, _) = send(&app, path).await;
        assert_eq!(case_of(&response).and_then(|case| case.name()), Some(name), "{path}");
    }
}

#[tokio::test]
async fn catch_responds_to_the_errors_of_poem_only() {
    let app = routes().catch_all_error(httperr::poem::catch);
    assert_eq!(send(&app, "/nowhere").await.1, r#"{"title":"Not Found","status":404}"#);
    assert_eq!(send(&app, "/text").await.1, "only text");
}
