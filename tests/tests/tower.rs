//! The layer of the feature `tower`, round a service on axum, over a socket, with a real client.

use std::net::{SocketAddr, TcpListener};
use std::thread;
use std::time::Duration;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use axum::routing::{get, post};
use axum::{Json, Router};
use httperr::tower::ErrorLayer;
use httperr::{Context, HttpError};
use serde_json::{json, Value};
use tower::{Layer as _, Service as _, ServiceExt as _};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use ureq::http::{HeaderMap, Request};
use ureq::Agent;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("no order {0}")]
    #[http(404)]
    NoOrder(u64),
    #[error("plain")]
    #[http(410, body = text)]
    Plain,
    #[error("constant")]
    #[http(409)]
    Constant,
}

/// The house's shape.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("{status}")]
#[http(status = status, body = { "error": { "status": status, "message": title, "id"?: request_id } })]
struct House {
    status: StatusCode,
}

fn routes() -> Router {
    Router::new()
        .route(
            "/orders/{id}",
            get(|Path(id): Path<u64>| async move { Err::<(), _>(ApiError::NoOrder(id)) }),
        )
        .route("/constant", get(|| async { ApiError::Constant }))
        .route("/plain", get(|| async { ApiError::Plain }))
        .route(
            "/spawned",
            get(|| async {
                let made = tokio::task::spawn_blocking(|| ApiError::Plain.into_response());
                made.await.unwrap()
            }),
        )
        .route("/own", get(|| async { (StatusCode::CONFLICT, Json(json!({"mine": true}))) }))
        .route("/fine", get(|| async { "fine" }))
        .route("/json", post(|Json(_): Json<Vec<u8>>| async {}))
        .route("/slow", get(|| async { tokio::time::sleep(Duration::from_secs(60)).await }))
        .route("/panic", get(panics).post(panics))
        .route("/later", get(panics_later))
        .layer(RequestBodyLimitLayer::new(64))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            Duration::from_millis(200),
        ))
}

async fn panics() -> &'static str {
    panic!("secret of the panic")
}

async fn panics_later() -> &'static str {
    tokio::task::yield_now().await;
    let text = String::from("secret of the panic");
    panic!("{text}")
}

fn start(app: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    listener.set_nonblocking(true).unwrap();
    thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, app).await.unwrap();
        });
    });
    address
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    body: String,
}

fn ask(app: Router, method: &str, path: &str, body: &str) -> Answer {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .allow_non_standard_methods(true)
        .build()
        .into();
    let request = Request::builder()
        .method(method)
        .uri(format!("http://{}{path}", start(app)))
        .header("x-request-id", "8a2c")
        .header("content-type", "application/json")
        .body(body.to_owned())
        .unwrap();
    let mut response = agent.run(request).unwrap();
    Answer {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        body: response.body_mut().read_to_string().unwrap(),
    }
}

/// Asks a service whose shape is the problem document.
#[track_caller]
fn is_problem(method: &str, path: &str, body: &str, expected: &Value) -> HeaderMap {
    let answer = ask(routes().layer(ErrorLayer::new()), method, path, body);
    assert_eq!(answer.headers["content-type"], "application/problem+json");
    let sent: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(&sent, expected);
    assert_eq!(answer.status, sent["status"]);
    answer.headers
}

#[test]
fn what_the_router_and_layers_answer_is_a_problem_document() {
    for (method, path, body, status, title) in [
        ("GET", "/nowhere", "", 404, "Not Found"),
        ("GET", "/orders/x", "", 400, "Bad Request"),
        ("POST", "/json", "[", 400, "Bad Request"),
        ("POST", "/json", "{}", 422, "Unprocessable Content"),
        ("POST", "/json", &"1".repeat(99), 413, "Content Too Large"),
        ("GET", "/slow", "", 408, "Request Timeout"),
        ("GET", "/panic", "", 500, "Internal Server Error"),
        ("POST", "/panic", "", 500, "Internal Server Error"),
        ("GET", "/later", "", 500, "Internal Server Error"),
    ] {
        let expected = json!({
            "title": title, "status": status, "instance": path, "request_id": "8a2c"
        });
        is_problem(method, path, body, &expected);
    }
}

#[test]
fn the_headers_that_a_status_needs_are_kept() {
    let expected = json!({
        "title": "Method Not Allowed", "status": 405, "instance": "/constant", "request_id": "8a2c"
    });
    let headers = is_problem("DELETE", "/constant", "", &expected);
    assert_eq!(headers["allow"], "GET,HEAD");
}

#[test]
fn an_error_of_the_derive_gets_what_is_known_of_the_request_and_nothing_else() {
    let expected = json!({
        "title": "Not Found", "status": 404, "detail": "no order 7",
        "instance": "/orders/7", "request_id": "8a2c"
    });
    is_problem("GET", "/orders/7", "", &expected);
    let expected = json!({
        "title": "Conflict", "status": 409, "detail": "constant",
        "instance": "/constant", "request_id": "8a2c"
    });
    is_problem("GET", "/constant", "", &expected);
    // It is told by a mark, and not by its media type.
    let answer = ask(routes().layer(ErrorLayer::new()), "GET", "/plain", "");
    assert_eq!((answer.status, answer.body.as_str()), (410, "plain"));
    // So is one that another thread made.
    let answer = ask(routes().layer(ErrorLayer::new()), "GET", "/spawned", "");
    assert_eq!((answer.status, answer.body.as_str()), (410, "plain"));
}

#[test]
fn what_succeeds_and_what_has_a_body_of_its_own_is_untouched() {
    let app = || routes().layer(ErrorLayer::new());
    assert_eq!(ask(app(), "GET", "/fine", "").body, "fine");
    let own = ask(app(), "GET", "/own", "");
    assert_eq!((own.status, own.body.as_str()), (409, r#"{"mine":true}"#));
    assert_eq!(own.headers["content-type"], "application/json");
}

#[test]
fn a_response_to_head_has_no_body() {
    for path in ["/nowhere", "/constant"] {
        let answer = ask(routes().layer(ErrorLayer::new()), "HEAD", path, "");
        assert_eq!(answer.body, "");
        assert_eq!(answer.headers["content-type"], "application/problem+json");
    }
}

#[test]
fn the_shape_is_the_houses_own() {
    let app = || routes().layer(ErrorLayer::new().with(|status| House { status }));
    for (path, status, title) in
        [("/nowhere", 404, "Not Found"), ("/panic", 500, "Internal Server Error")]
    {
        let answer = ask(app(), "GET", path, "");
        assert_eq!(answer.headers["content-type"], "application/json");
        let sent: Value = serde_json::from_str(&answer.body).unwrap();
        let error = json!({"status": status, "message": title, "id": "8a2c"});
        assert_eq!((answer.status, sent), (status, json!({ "error": error })));
    }
}

#[test]
fn the_header_of_the_requests_id_is_the_users_to_choose() {
    let name = axum::http::HeaderName::from_static("x-trace");
    let app = routes().layer(ErrorLayer::new().request_id(name));
    let answer = ask(app, "GET", "/nowhere", "");
    assert_eq!(answer.body, r#"{"title":"Not Found","status":404,"instance":"/nowhere"}"#);
}

#[tokio::test]
async fn it_stands_round_a_service_without_a_framework() {
    type Body = http_body_util::Full<bytes::Bytes>;

    let service = tower::service_fn(|request: axum::http::Request<&'static str>| async move {
        let context = Context::new().request_id("said");
        Ok::<_, std::convert::Infallible>(match *request.body() {
            "context" => ApiError::Constant.to_response_with(&context).map(Body::from),
            _ => ApiError::Constant.to_response().map(Body::from),
        })
    });
    let mut service = ErrorLayer::new().layer(service);
    for (body, expected) in [
        ("", r#"{"title":"Conflict","status":409,"detail":"constant","instance":"/a"}"#),
        ("context", r#"{"title":"Conflict","status":409,"detail":"constant","request_id":"said"}"#),
    ] {
        let request = axum::http::Request::builder().uri("/a?b=c").body(body).unwrap();
        let response = service.ready().await.unwrap().call(request).await.unwrap();
        let sent = axum::body::to_bytes(axum::body::Body::new(response.into_body()), 1_000).await;
        assert_eq!(sent.unwrap(), expected);
    }
    // Outside of a service, nothing is known of a request.
    assert_eq!(
        ApiError::Constant.to_response().body(),
        r#"{"title":"Conflict","status":409,"detail":"constant"}"#
    );
}
