//! On actix-web: the same response as `to_response`, written into actix-web's own.

use actix_web::body::to_bytes;
use actix_web::dev::Service as _;
use actix_web::error::{
    JsonPayloadError, PathError, PayloadError, QueryPayloadError, UrlencodedError,
};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::http::StatusCode;
use actix_web::middleware::ErrorHandlers;
use actix_web::test::{call_service, init_service, TestRequest};
use actix_web::web::{
    self, Bytes, Form, FormConfig, Json, JsonConfig, Path, PathConfig, PayloadConfig, Query,
    QueryConfig,
};
use actix_web::{App, HttpResponse, ResponseError};
use httperr::{status, HttpError};
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
}

/// The impl for actix-web is the user's own.
#[derive(Debug, Error, HttpError)]
#[error("own")]
#[http(400, without(rocket, actix_web))]
struct Own;

impl ResponseError for Own {}

#[derive(Debug, Error, HttpError)]
#[error("generic {0} {1:?}")]
#[http(400)]
struct Generic<'a, T: ToString, const N: usize>(&'a str, [T; N])
where
    T: std::fmt::Debug;

/// The status, the header lines sorted by name, and the body.
type Seen = (u16, Vec<(String, Vec<u8>)>, Vec<u8>);

fn of_actix(response: HttpResponse) -> Seen {
    let status = response.status().as_u16();
    let lines = response.headers().iter();
    let lines = lines.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()));
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by(|one, other| one.0.cmp(&other.0));
    let body = actix_web::rt::System::new().block_on(to_bytes(response.into_body()));
    (status, lines, body.unwrap().to_vec())
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
        ApiError::Constant,
        ApiError::Formatted(7),
        ApiError::RunTime(StatusCode::CONFLICT, "fine"),
        ApiError::RunTime(StatusCode::CONFLICT, "split\r\nset-cookie: a=b"),
        ApiError::RunTime(StatusCode::SWITCHING_PROTOCOLS, "no final status"),
    ] {
        assert_eq!(of_actix(error.error_response()), of_http(&error), "{error:?}");
        assert_eq!(error.status_code(), error.error_response().status());
        assert_eq!(error.status_code().as_u16(), error.status().as_u16());
    }
    let error = Generic("a", [1, 2]);
    assert_eq!(of_actix(error.error_response()), of_http(&error));
}

#[test]
fn a_boxed_error_can_be_returned() {
    fn handler() -> Result<(), Box<dyn HttpError + Send + Sync>> {
        Err(Box::new(ApiError::Formatted(1)))
    }
    let response = HttpResponse::from_error(handler().unwrap_err());
    assert_eq!(of_actix(response), of_http(&ApiError::Formatted(1)));
    let boxed: Box<dyn HttpError> = Box::new(ApiError::Constant);
    assert_eq!(boxed.status_code(), 404);
}

#[test]
fn without_omits_the_framework_impl() {
    assert_eq!(Own.error_response().status(), 500);
}

#[test]
fn the_status_type_of_the_framework_is_accepted() {
    assert_eq!(status!(404 as StatusCode), StatusCode::NOT_FOUND);
    assert_eq!(status!(471 as actix_web::http::StatusCode).as_u16(), 471);
}

const CANARY: &str = "canary-3f9a";

/// Asserts that the response is a problem document with the status of actix-web, and with that
/// reason.
#[track_caller]
fn check_reason(error: &(impl HttpError + ResponseError), reason: &str) {
    assert_eq!(error.status().as_u16(), error.status_code().as_u16(), "{error:?}");
    let body = error.to_response().into_body();
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(body["detail"], reason);
    assert_eq!(body["errors"], serde_json::Value::Null);
}

/// Asserts that the response is a problem document with the status of actix-web and without its text.
#[track_caller]
fn check(error: &(impl HttpError + ResponseError)) {
    assert_eq!(error.status().as_u16(), error.status_code().as_u16(), "{error:?}");
    let response = error.to_response();
    let sent = format!("{:?} {:?}", response.headers(), response.body());
    assert!(sent.contains("application/problem+json"), "{sent}");
    let internal = ["canary", "column", "invalid type", "limit", "7777", "deserialize", "i/o"];
    for text in internal {
        assert!(!sent.to_lowercase().contains(text), "{text} in {sent}");
    }
}

#[test]
fn framework_errors_keep_their_status_and_the_reason_of_serde() {
    let json = |text| serde_json::from_str::<u8>(text).unwrap_err();
    let io = || std::io::Error::other(CANARY);
    let value = || <serde::de::value::Error as serde::de::Error>::custom(CANARY);
    for payload in [
        PayloadError::Incomplete(Some(io())),
        PayloadError::EncodingCorrupted,
        PayloadError::Overflow,
        PayloadError::UnknownLength,
        PayloadError::Io(io()),
    ] {
        check(&payload);
        let status = payload.status();
        let inner = JsonPayloadError::Payload(payload);
        check(&inner);
        assert_eq!(inner.status(), status);
    }
    check(&JsonPayloadError::OverflowKnownLength { length: 7777, limit: 7777 });
    check(&JsonPayloadError::Overflow { limit: 7777 });
    check(&JsonPayloadError::ContentType);
    check_reason(
        &JsonPayloadError::Deserialize(json("\"canary\"")),
        "invalid type: string \"canary\", expected u8 at line 1 column 8",
    );
    check_reason(
        &JsonPayloadError::Deserialize(json("{")),
        "invalid type: map, expected u8 at line 1 column 0",
    );
    check(&JsonPayloadError::Serialize(json("{")));
    check(&UrlencodedError::Chunked);
    check(&UrlencodedError::Overflow { size: 7777, limit: 7777 });
    check(&UrlencodedError::UnknownLength);
    check(&UrlencodedError::ContentType);
    check_reason(&UrlencodedError::Parse(value()), CANARY);
    check(&UrlencodedError::Encoding);
    check(&UrlencodedError::Payload(PayloadError::Io(io())));
    check_reason(&QueryPayloadError::Deserialize(value()), CANARY);
    check_reason(&PathError::Deserialize(value()), CANARY);
}

#[test]
fn the_catalog_of_framework_errors_lists_their_responses() {
    let statuses = |catalog: httperr::Catalog| -> Vec<u16> {
        catalog.cases().map(|case| case.status().unwrap().as_u16()).collect()
    };
    assert_eq!(statuses(PayloadError::catalog()), [413, 400]);
    assert_eq!(statuses(JsonPayloadError::catalog()), [400, 400, 400, 500, 413, 400]);
}

/// actix-web has no hook for these responses, so `ErrorHandlers` replaces them with `catch`.
#[test]
fn the_middleware_replaces_built_in_responses() {
    async fn taken(_: Bytes) -> &'static str {
        "taken"
    }
    async fn json(_: Json<u8>) -> &'static str {
        "taken"
    }
    async fn form(_: Form<[(String, u8); 1]>) -> &'static str {
        "taken"
    }
    async fn query(_: Query<[(String, u8); 1]>) -> &'static str {
        "taken"
    }
    async fn path(_: Path<u8>) -> &'static str {
        "taken"
    }
    async fn own() -> Result<&'static str, ApiError> {
        Err(ApiError::Constant)
    }
    async fn text() -> HttpResponse {
        HttpResponse::BadRequest().body("of the application")
    }

    actix_web::rt::System::new().block_on(async {
        let app = App::new()
            .wrap(ErrorHandlers::new().default_handler(httperr::actix_web::catch))
            .app_data(PayloadConfig::new(3))
            .app_data(FormConfig::default().error_handler(httperr::actix_web::handler))
            .route("/bytes", web::post().to(taken))
            .route("/json", web::post().to(json))
            .route("/form", web::post().to(form))
            .route("/query", web::get().to(query))
            .route("/text", web::get().to(text))
            .route("/path/{n}", web::get().to(path))
            .service(web::resource("/own").get(own))
            .service(
                web::scope("/scope")
                    .default_service(web::to(httperr::actix_web::not_found))
                    .app_data(JsonConfig::default().error_handler(httperr::actix_web::handler))
                    .app_data(PathConfig::default().error_handler(httperr::actix_web::handler))
                    .app_data(QueryConfig::default().error_handler(httperr::actix_web::handler))
                    .route("/json", web::post().to(json))
                    .route("/path/{n}", web::get().to(path))
                    .route("/query", web::get().to(query)),
            );
        let app = init_service(app).await;
        let post = |path| TestRequest::post().uri(path);
        let get = |path| TestRequest::get().uri(path);
        let form = ("content-type", "application/x-www-form-urlencoded");
        for (request, status, body) in [
            (post("/bytes").set_payload("four"), 413, r#""detail":"the body is too large"}"#),
            (post("/json").set_payload("1"), 400, "`Content-Type: application/json`\"}"),
            (
                post("/form").insert_header(form).set_payload("a=b"),
                400,
                "expected an array of length 1\"}",
            ),
            (
                post("/form").set_payload("a=b"),
                415,
                "`Content-Type: application/x-www-form-urlencoded`\"}",
            ),
            (get("/query?a=b"), 400, "expected an array of length 1\"}"),
            (get("/path/canary"), 404, r#"{"title":"Not Found","status":404}"#),
            (get("/scope/path/canary"), 400, "can not parse \\\"canary\\\" to a u8\"}"),
            (get("/scope/query?a=b"), 400, "expected an array of length 1\"}"),
            (post("/scope/json").set_json("canary"), 400, r#"expected u8 at line 1 column 8"}"#),
            (get("/scope/nowhere"), 404, r#"{"title":"Not Found","status":404}"#),
            (get("/nowhere"), 404, r#"{"title":"Not Found","status":404}"#),
            (post("/own"), 405, r#"{"title":"Method Not Allowed","status":405}"#),
            (get("/own"), 404, r#"{"title":"Not Found","status":404,"detail":"constant"}"#),
            (get("/text"), 400, "of the application"),
        ] {
            let response = call_service(&app, request.to_request()).await;
            assert_eq!(response.status().as_u16(), status);
            let bytes = to_bytes(response.into_body()).await.ok().unwrap();
            let text = std::str::from_utf8(&bytes).unwrap();
            assert!(text.ends_with(body), "{text}");
        }
    });
}

/// Middleware such as `Compress` describes a body that `catch` then replaces.
#[test]
fn replacing_a_body_removes_only_the_fields_that_describe_it() {
    let of_content = [
        ("content-encoding", "gzip"),
        ("content-language", "de"),
        ("content-digest", "sha-256=:AA==:"),
        ("etag", "\"a\""),
        ("last-modified", "Sat, 21 Nov 2026 10:00:00 GMT"),
    ];
    let others =
        [("vary", "accept-encoding"), ("set-cookie", "a=b"), ("set-cookie", "c=d"), ("x-own", "1")];
    async fn json(_: Json<u8>) -> &'static str {
        "taken"
    }

    actix_web::rt::System::new().block_on(async {
        let app = App::new()
            .wrap_fn(move |request, service| {
                let called = service.call(request);
                async move {
                    let mut response = called.await?;
                    for (name, value) in of_content.iter().chain(&others) {
                        let name = HeaderName::from_static(name);
                        response.headers_mut().append(name, HeaderValue::from_static(value));
                    }
                    Ok(response)
                }
            })
            .wrap(ErrorHandlers::new().default_handler(httperr::actix_web::catch))
            .service(web::resource("/json").post(json));
        let app = init_service(app).await;
        for (request, status, allow) in [
            (TestRequest::post().uri("/json").set_payload("1"), 400, None),
            (TestRequest::get().uri("/nowhere"), 404, None),
            (TestRequest::get().uri("/json"), 405, Some("POST")),
        ] {
            let response = call_service(&app, request.to_request()).await;
            assert_eq!(response.status().as_u16(), status);
            let headers = response.headers();
            assert_eq!(headers.get_all("content-type").count(), 1);
            assert_eq!(headers.get("content-type").unwrap(), "application/problem+json");
            assert_eq!(headers.get("allow").map(|allow| allow.to_str().unwrap()), allow);
            for (name, _) in of_content {
                assert!(!headers.contains_key(name), "{status} {name}");
            }
            for (name, value) in others {
                assert_eq!(headers.get_all(name).filter(|sent| *sent == value).count(), 1);
            }
        }
    });
}
