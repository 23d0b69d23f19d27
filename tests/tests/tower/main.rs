//! The layer of the feature `tower`, around a service on axum, over a socket, with a real client.

mod panics;
mod responses;
mod services;

use std::convert::Infallible;
use std::future::{ready, Future};
use std::io::{Read as _, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::panic::panic_any;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::thread;
use std::time::Duration;

use axum::body::Body;
use axum::extract::Path;
use axum::http::{self, Response, StatusCode};
use axum::response::IntoResponse as _;
use axum::routing::{get, post};
use axum::{Json, Router};
use httperr::tower::ErrorLayer;
use httperr::HttpError;
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

#[derive(Debug, thiserror::Error, HttpError)]
#[error("{status}")]
#[http(status = status, body = { "error": { "status": status, "message": title, "id"?: request_id } })]
struct EnvelopeError {
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
                let response = tokio::task::spawn_blocking(|| ApiError::Plain.into_response());
                response.await.unwrap()
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

struct ClientResponse {
    status: u16,
    headers: HeaderMap,
    body: String,
}

fn send(app: Router, method: &str, path: &str, body: &str) -> ClientResponse {
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
    ClientResponse {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        body: response.body_mut().read_to_string().unwrap(),
    }
}

/// Asserts the problem document of a response.
#[track_caller]
fn assert_problem(method: &str, path: &str, body: &str, expected: &Value) -> HeaderMap {
    let response = send(routes().layer(ErrorLayer::new()), method, path, body);
    assert_eq!(response.headers["content-type"], "application/problem+json");
    let sent: Value = serde_json::from_str(&response.body).unwrap();
    assert_eq!(&sent, expected);
    assert_eq!(response.status, sent["status"]);
    response.headers
}

type Full = http_body_util::Full<bytes::Bytes>;

/// Responds with a derived error, without a framework.
async fn constant(_: http::Request<()>) -> Result<Response<Full>, Infallible> {
    Ok(ApiError::Constant.to_response().map(Full::from))
}

async fn body_of<B>(response: Response<B>) -> String
where
    B: axum::body::HttpBody<Data = bytes::Bytes> + Send + 'static,
    B::Error: Into<axum::BoxError>,
{
    let bytes = axum::body::to_bytes(Body::new(response.into_body()), 10_000).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn bare(status: u16) -> Response<Full> {
    Response::builder().status(status).body(Full::default()).unwrap()
}

const BOOM: &str = "secret of the panic";
